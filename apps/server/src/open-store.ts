import type { Log } from '@muster/kernel';
import { type Store, startStore } from '@muster/store';
import type { Config } from './config.js';

/** Opens the database and files the configuration names. @throws Error with a sentence for the operator */
export function openStore({ dataDir, databaseUrl }: Config, log: Log): Promise<Store> {
  return startStore({ dataDir, log, ...(databaseUrl === undefined ? {} : { databaseUrl }) });
}
