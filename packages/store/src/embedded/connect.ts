import pg from 'pg';
import type { ConnectionTarget } from '../open-database.js';

/** PostgreSQL's superuser and the database of the embedded server. */
export const ROLE = 'muster';
export const DATABASE = 'muster';

/** How to reach the embedded server: always by its socket. */
export function socketTarget(
  cluster: { readonly socketFolder: string },
  database = DATABASE,
): ConnectionTarget {
  return { host: cluster.socketFolder, port: 5432, user: ROLE, database };
}

/** A single connection outside any pool; its end is told by the `end` event. */
export async function connectOnce(target: ConnectionTarget, applicationName: string): Promise<pg.Client> {
  const client = new pg.Client({
    ...target,
    application_name: applicationName,
    connectionTimeoutMillis: 10_000,
  });
  client.on('error', () => undefined);
  await client.connect();
  return client;
}

/** Whether the server answers now. */
export async function canConnect(cluster: { readonly socketFolder: string }): Promise<boolean> {
  try {
    const client = await connectOnce(socketTarget(cluster, 'postgres'), 'muster start');
    await client.end();
    return true;
  } catch {
    return false;
  }
}
