import { mkdir } from 'node:fs/promises';
import type { Logger } from 'pino';
import type { Config } from '../config.js';
import { openStore } from '../open-store.js';
import type { RunningServer } from '../run-server.js';
import { say } from './say.js';

/** Runs a server until it is told to stop, by Ctrl+C or a signal. A second one ends it at once. */
export async function runInForeground(
  config: Config,
  log: Logger,
  onListening: (server: RunningServer) => void,
): Promise<number> {
  await mkdir(config.dataDir, { recursive: true });
  const stopped = new Promise<void>((resolve) => {
    for (const signal of ['SIGINT', 'SIGTERM'] as const) {
      process.once(signal, () => {
        resolve();
        process.once(signal, () => process.exit(130));
      });
    }
  });
  // The database starts while the rest of the program is loaded.
  const [store, { runServer }] = await Promise.all([openStore(config, log), import('../run-server.js')]);
  const server = await runServer({ config, store, log, say });
  onListening(server);
  await stopped;
  say('Stopping.');
  await server.close();
  say('Stopped.');
  return 0;
}
