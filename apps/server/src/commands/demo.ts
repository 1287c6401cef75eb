import { readConfig } from '../config.js';
import { demo as agency } from '../demo-agency.js';
import { ensureDemoSignIns } from '../demo-sign-ins.js';
import { type Command, readArguments, UsageError } from './command.js';
import { printTable } from './print-table.js';
import { say } from './say.js';
import { withInstance } from './with-instance.js';

export const demo: Command = {
  name: 'demo',
  usage: '[small | NUMBER] [--sign-ins]',
  summary: 'Loads the demo agency, scaled to a number of applications; --sign-ins shows who can sign in.',
  async run(args) {
    const { positional, flags } = readArguments(args, { flags: ['sign-ins'] });
    const [size] = positional;
    if (positional.length > 1) throw new UsageError('Give one size');
    const wanted = readConfig(
      { ...process.env, ...(size === undefined ? {} : { MUSTER_DEMO: size }) },
      'small',
    ).demo;
    const signIns = await withInstance(async (instance, config) => {
      if (wanted !== 'off' && (size !== undefined || !flags.has('sign-ins')))
        await agency.load(instance, wanted, say);
      return ensureDemoSignIns(instance, config, agency.people);
    });
    if (flags.has('sign-ins')) {
      const rows = agency.people.map(({ name, title, username }) => ({
        Name: name,
        Work: title.en,
        Username: username,
        Password: signIns[username] ?? '',
      }));
      say(printTable(rows));
    }
    return 0;
  },
};
