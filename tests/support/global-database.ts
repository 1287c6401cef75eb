import { randomBytes } from 'node:crypto';
import { silentLog } from '@muster/kernel';
import { type ConnectionTarget, migrateDatabase, openDatabase } from '@muster/store';
import type { TestProject } from 'vitest/node';
import { type DatabaseServer, startDatabaseServer } from './database-server.js';
import { fillTemplate } from './fill-template.js';
import { inDatabase } from './in-database.js';

declare module 'vitest' {
  interface ProvidedContext {
    testServer: { readonly target: ConnectionTarget; readonly template: string };
  }
}

/** Gives all database tests one server, with a template database each test file clones. */
export async function setup(project: TestProject): Promise<() => Promise<void>> {
  return (await openDatabases(project)).stop;
}

/** The server and its template, for a setup that goes on from there. */
export async function openDatabases(project: TestProject): Promise<DatabaseServer> {
  const { target, stop } = await startDatabaseServer();
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
