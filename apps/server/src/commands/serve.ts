import { pino } from 'pino';
import { readConfig } from '../config.js';
import type { Command } from './command.js';
import { readArguments } from './command.js';
import { runInForeground } from './run-in-foreground.js';
import { say } from './say.js';

/** For production: logs as JSON on standard output, no demo unless MUSTER_DEMO asks for one. */
export const serve: Command = {
  name: 'serve',
  usage: '',
  summary: 'Runs the server. Logs go to standard output as JSON.',
  async run(args) {
    readArguments(args, {});
    const config = readConfig(process.env);
    const log = pino({ level: config.logLevel });
    return runInForeground(config, log, ({ url }) => say(`Muster is running at ${url}`));
  },
};
