import { randomBytes } from 'node:crypto';
import { chmod, mkdtemp, readdir, readFile, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { silentLog } from '@muster/kernel';
import {
  type ConnectionTarget,
  migrateDatabase,
  openDatabase,
  startEmbeddedServer,
  stopEmbeddedServer,
} from '@muster/store';
import type { TestProject } from 'vitest/node';
import { fillTemplate } from './fill-template.js';
import { inDatabase } from './in-database.js';

declare module 'vitest' {
  interface ProvidedContext {
    testServer: { readonly target: ConnectionTarget; readonly template: string };
  }
}

export interface Databases {
  readonly target: ConnectionTarget;
  stop(): Promise<void>;
}

const FOLDER = 'muster-test-';

/**
 * Gives all database tests one server, with a template database each test file clones: the server of
 * TEST_DATABASE_URL or DATABASE_URL, else an embedded one in a temporary folder.
 */
export async function setup(project: TestProject): Promise<() => Promise<void>> {
  return (await openDatabases(project)).stop;
}

/** The server and its template, for a setup that goes on from there. */
export async function openDatabases(project: TestProject): Promise<Databases> {
  const { target, stop } = await startServer();
  const template = `muster_template_${randomBytes(4).toString('hex')}`;
  const admin = openDatabase({ target, log: silentLog, maxConnections: 1 });
  await admin.rows({ text: `create database ${template}`, values: [] });
  const database = openDatabase({ target: inDatabase(target, template), log: silentLog });
  await migrateDatabase(database, silentLog);
  await fillTemplate(database);
  await database.close();
  project.provide('testServer', { target, template });
  return {
    target,
    stop: async () => {
      await admin.rows({ text: `drop database ${template} with (force)`, values: [] });
      await admin.close();
      await stop();
    },
  };
}

async function startServer(): Promise<{ target: ConnectionTarget; stop: () => Promise<void> }> {
  const url = process.env.TEST_DATABASE_URL ?? process.env.DATABASE_URL;
  if (url) return { target: { connectionString: url }, stop: async () => {} };
  await removeAbandoned();
  const folder = await mkdtemp(join(tmpdir(), FOLDER));
  // For root: the account PostgreSQL runs under has to get through.
  await chmod(folder, 0o711);
  await writeFile(join(folder, 'owner'), String(process.pid));
  const server = await startEmbeddedServer(folder, silentLog);
  const stop = async () => {
    await server.leave();
    await rm(folder, { recursive: true });
  };
  return { target: server.target, stop };
}

/** Servers of test runs that were killed: the embedded server outlives the process that started it. */
async function removeAbandoned(): Promise<void> {
  for (const name of await readdir(tmpdir())) {
    if (!name.startsWith(FOLDER)) continue;
    const folder = join(tmpdir(), name);
    const owner = Number(await readFile(join(folder, 'owner'), 'utf8').catch(() => '0'));
    if (owner === 0 || isRunning(owner)) continue;
    await stopEmbeddedServer(folder);
    await rm(folder, { recursive: true, force: true });
  }
}

function isRunning(pid: number): boolean {
  try {
    process.kill(pid, 0);
    return true;
  } catch (failure) {
    return (failure as NodeJS.ErrnoException).code === 'EPERM';
  }
}
