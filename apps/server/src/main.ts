import { MusterError, MusterErrors } from '@muster/kernel';
import { type Command, UsageError } from './commands/command.js';
import { ConfigError } from './config.js';

/** The commands there are. Each is loaded when it is called: stopping needs little of what serving needs. */
const commands: Readonly<Record<string, () => Promise<Command>>> = {
  start: async () => (await import('./commands/start.js')).start,
  serve: async () => (await import('./commands/serve.js')).serve,
  stop: async () => (await import('./commands/stop.js')).stop,
  demo: async () => (await import('./commands/demo.js')).demo,
  query: async () => (await import('./commands/query.js')).query,
  deploy: async () => (await import('./commands/deploy.js')).deploy,
  retrieve: async () => (await import('./commands/retrieve.js')).retrieve,
  backup: async () => (await import('./commands/backup.js')).backup,
  restore: async () => (await import('./commands/restore.js')).restore,
  token: async () => (await import('./commands/token.js')).token,
  password: async () => (await import('./commands/password.js')).password,
  'connected-app': async () => (await import('./commands/connected-app.js')).connectedApp,
};

/** Commands of the contract that later versions bring. */
const LATER: ReadonlySet<string> = new Set(['import', 'verify-ledger']);

const WRONG_USE = 2;

// Whoever read the output may be gone, as in `npm start | head`: a server works on, and still stops in order.
for (const stream of [process.stdout, process.stderr]) stream.on('error', dropWhatNobodyReads);

process.exitCode = await main(process.argv.slice(2));

function dropWhatNobodyReads(failure: NodeJS.ErrnoException): void {
  if (failure.code !== 'EPIPE') throw failure;
}

async function main([name = '--help', ...args]: readonly string[]): Promise<number> {
  const load = Object.hasOwn(commands, name) ? commands[name] : undefined;
  if (load === undefined) return answerUnknown(name);
  const command = await load();
  if (args.includes('--help')) return print(helpOf(command));
  try {
    return await command.run(args);
  } catch (failure) {
    return answerFailure(command, failure);
  }
}

async function answerUnknown(name: string): Promise<number> {
  if (name === '--help' || name === '-h' || name === 'help') return print(await helpOfAll());
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

async function helpOfAll(): Promise<string> {
  const all = await Promise.all(Object.values(commands).map((load) => load()));
  const widest = Math.max(...all.map((command) => command.name.length));
  return [
    'Usage: muster COMMAND [--help]',
    '',
    ...all.map((command) => `  ${command.name.padEnd(widest)}  ${command.summary}`),
    '',
    'Commands work on the data folder (MUSTER_DATA_DIR, by default .muster in the project) or on DATABASE_URL.',
  ].join('\n');
}

function print(text: string): number {
  process.stdout.write(`${text}\n`);
  return 0;
}
