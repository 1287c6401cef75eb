import type { Log } from '@muster/kernel';
import { type Store, startStore } from '@muster/store';
import type { Config } from './config.js';

/**
 * Opens the database and files the configuration names, brought up to this version unless they are wanted as they are.
 * @throws Error with a sentence for the operator
 */
export function openStore({ dataDir, databaseUrl }: Config, log: Log, asItIs = false): Promise<Store> {
  return startStore({ dataDir, log, asItIs, ...(databaseUrl === undefined ? {} : { databaseUrl }) });
}
