import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { type Clock, type Random, secureRandom, systemClock } from '@muster/kernel';
import {
  type CreateSolutions,
  compose,
  type DemoPerson,
  type Instance,
  listenOnFreePort,
  openInStore,
  readConfig,
} from '@muster/server';
import { openLocalFileStore } from '@muster/store';
import { pino } from 'pino';
import type { TestDatabase } from './clone-database.js';

export interface TestServer {
  /** `http://127.0.0.1:<port>`. */
  readonly url: string;
  readonly instance: Instance;
  readonly admin: { readonly username: string; readonly password: string };
  close(): Promise<void>;
}

export interface ServeOptions {
  /** What is installed besides the platform. */
  readonly createSolutions: CreateSolutions;
  readonly demoPeople?: readonly DemoPerson[];
  readonly environment?: Readonly<Record<string, string>>;
  /** The server's time; the machine's by default. */
  readonly clock?: Clock;
  readonly random?: Random;
}

const ADMIN = { username: 'admin@test.example', password: 'correct horse battery staple' };

/** The composed server on a port of its own, with an administrator; closing it drops the database. */
export async function serveDatabase(
  { database, drop }: TestDatabase,
  { createSolutions, demoPeople, environment = {}, clock = systemClock, random = secureRandom }: ServeOptions,
): Promise<TestServer> {
  const dataDir = await mkdtemp(join(tmpdir(), 'muster-test-data-'));
  const log = pino({ level: process.env.LOG_LEVEL ?? 'error' });
  const config = readConfig({
    MUSTER_DATA_DIR: dataDir,
    MUSTER_ADMIN_USERNAME: ADMIN.username,
    MUSTER_ADMIN_PASSWORD: ADMIN.password,
    PORT: '0',
    ...environment,
  });
  const files = await openLocalFileStore(join(dataDir, 'files'));
  const store = { database, files, embedded: undefined, close: drop };
  const instance = await openInStore(store, { config, createSolutions, clock, random, log });
  let url = '';
  const composition = await compose({
    config,
    instance,
    instanceName: 'test',
    log,
    demoPeople: demoPeople && (async () => demoPeople),
    url: () => url,
  });
  url = `http://127.0.0.1:${(await listenOnFreePort(composition.app, config.host, config.port)).port}`;
  return {
    url,
    instance,
    admin: ADMIN,
    async close() {
      await composition.close();
      await instance.close();
      await rm(dataDir, { recursive: true, force: true });
    },
  };
}
