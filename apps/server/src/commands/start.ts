import { spawn } from 'node:child_process';
import { join } from 'node:path';
import { pino } from 'pino';
import { readConfig } from '../config.js';
import type { Command } from './command.js';
import { readArguments } from './command.js';
import { runInForeground } from './run-in-foreground.js';
import { say } from './say.js';

/** For a first look: the demo agency is loaded and its start page opens. */
export const start: Command = {
  name: 'start',
  usage: '[--no-open]',
  summary: 'Runs the server with the demo agency and opens its start page.',
  details: ['MUSTER_DEMO=off starts without the demo; a number of applications scales it up.'],
  async run(args) {
    const { flags } = readArguments(args, { flags: ['no-open'] });
    const config = readConfig(process.env, 'small');
    const logFile = join(config.dataDir, 'server.log');
    const log = pino(
      { level: config.logLevel },
      pino.destination({ dest: logFile, mkdir: true, sync: false }),
    );
    say(`Data and database are kept in ${config.dataDir}`);
    return runInForeground(config, log, ({ url }) => {
      say('');
      say(`Muster is running at ${url}/`);
      say(`Stop it with Ctrl+C, or with "npm run stop" from elsewhere. Its log is ${logFile}`);
      if (!flags.has('no-open')) openInBrowser(`${url}/`);
    });
  },
};

const OPENERS: Readonly<Partial<Record<NodeJS.Platform, string>>> = {
  darwin: 'open',
  linux: 'xdg-open',
  win32: 'explorer',
};

/** Opens a page if this machine has a browser to open it in; nothing happens otherwise. */
function openInBrowser(url: string): void {
  const opener = OPENERS[process.platform];
  if (opener === undefined || !process.stdout.isTTY) return;
  const child = spawn(opener, [url], { stdio: 'ignore', detached: true });
  child.on('error', () => undefined);
  child.unref();
}
