import { MusterError, MusterErrors } from '@muster/kernel';
import { type Command, UsageError } from './commands/command.js';
import { connectedApp } from './commands/connected-app.js';
import { demo } from './commands/demo.js';
import { password } from './commands/password.js';
import { query } from './commands/query.js';
import { serve } from './commands/serve.js';
import { start } from './commands/start.js';
import { stop } from './commands/stop.js';
import { token } from './commands/token.js';
import { ConfigError } from './config.js';

const commands: readonly Command[] = [start, serve, stop, demo, query, token, password, connectedApp];

/** Commands of the contract that later versions bring. */
const LATER: ReadonlySet<string> = new Set([
  'deploy',
  'retrieve',
  'import',
  'backup',
  'restore',
  'verify-ledger',
]);

const WRONG_USE = 2;

process.exitCode = await main(process.argv.slice(2));

async function main([name = '--help', ...args]: readonly string[]): Promise<number> {
  const command = commands.find((candidate) => candidate.name === name);
  if (command === undefined) return answerUnknown(name);
  if (args.includes('--help')) return print(helpOf(command));
  try {
    return await command.run(args);
  } catch (failure) {
    return answerFailure(command, failure);
  }
}

function answerUnknown(name: string): number {
  if (name === '--help' || name === '-h' || name === 'help') return print(helpOfAll());
  const reason = LATER.has(name)
    ? `muster ${name} comes with a later version.`
    : `There is no command ${name}. See: muster --help`;
  process.stderr.write(`${reason}\n`);
  return WRONG_USE;
}

/** What the operator can mend is said in a sentence; anything else is a fault of ours and shown whole. */
function answerFailure(command: Command, failure: unknown): number {
  if (failure instanceof UsageError) {
    process.stderr.write(`${failure.message}.\nUsage: muster ${command.name} ${command.usage}\n`);
    return WRONG_USE;
  }
  if (failure instanceof ConfigError) {
    process.stderr.write(`${failure.message}\n`);
    return WRONG_USE;
  }
  const isExpected = failure instanceof MusterError || failure instanceof MusterErrors;
  const text =
    failure instanceof Error
      ? isExpected
        ? failure.message
        : (failure.stack ?? failure.message)
      : String(failure);
  process.stderr.write(`${text.trim()}\n`);
  return 1;
}

function helpOf({ name, usage, summary, details = [] }: Command): string {
  return [`Usage: muster ${name} ${usage}`.trimEnd(), '', summary, ...details].join('\n');
}

function helpOfAll(): string {
  const widest = Math.max(...commands.map((command) => command.name.length));
  return [
    'Usage: muster COMMAND [--help]',
    '',
    ...commands.map((command) => `  ${command.name.padEnd(widest)}  ${command.summary}`),
    '',
    'Commands work on the data folder (MUSTER_DATA_DIR, by default .muster in the project) or on DATABASE_URL.',
  ].join('\n');
}

function print(text: string): number {
  process.stdout.write(`${text}\n`);
  return 0;
}
