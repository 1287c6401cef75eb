import { randomBytes } from 'node:crypto';
import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { type Clock, secureRandom, silentLog, systemClock } from '@muster/kernel';
import { type DemoSize, demo, openInStore, readConfig, solutionsFor } from '@muster/server';
import { type ConnectionTarget, migrateDatabase, openDatabase, openLocalFileStore } from '@muster/store';
import { inDatabase } from './in-database.js';

declare module 'vitest' {
  interface ProvidedContext {
    /** Name of the database with the demo agency. */
    demoTemplate: string;
  }
}

export interface DemoTemplate {
  readonly name: string;
  drop(): Promise<void>;
}

/** Tells the story of the demo once, into a database that servers are cloned from. */
export async function tellDemo(
  target: ConnectionTarget,
  size: Exclude<DemoSize, 'off'>,
  clock: Clock = systemClock,
): Promise<DemoTemplate> {
  const name = `muster_demo_${randomBytes(4).toString('hex')}`;
  const admin = openDatabase({ target, log: silentLog, maxConnections: 1 });
  await admin.rows({ text: `create database ${name}`, values: [] });
  const folder = await mkdtemp(join(tmpdir(), 'muster-demo-'));
  const database = openDatabase({ target: inDatabase(target, name), log: silentLog });
  await migrateDatabase(database, silentLog);
  const files = await openLocalFileStore(folder);
  const config = readConfig({ MUSTER_DEMO: String(size), MUSTER_DATA_DIR: folder });
  const store = { database, files, embedded: undefined, close: () => database.close() };
  const createSolutions = solutionsFor(config);
  const instance = await openInStore(store, {
    config,
    createSolutions,
    clock,
    random: secureRandom,
    log: silentLog,
  });
  await demo.load(instance, size, () => undefined);
  await instance.close();
  await rm(folder, { recursive: true });
  return {
    name,
    async drop() {
      await admin.rows({ text: `drop database ${name} with (force)`, values: [] });
      await admin.close();
    },
  };
}
