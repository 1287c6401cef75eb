import { join } from 'node:path';
import { type ClusterFolder, readClusterFolder } from './cluster-folder.js';
import { connectOnce, socketTarget } from './connect.js';
import { withFileLock } from './file-lock.js';
import { findPostmaster, stopPostmaster } from './postmaster.js';

/** In the data folder: held while the server is started, joined or stopped. */
export const LOCK_FILE = 'postgres.lock';

/**
 * Stops the server of a data folder unless somebody is connected to it, not counting connections of the given name.
 * @returns whether no server runs afterwards
 */
export async function stopEmbeddedServer(
  dataDir: string,
  { unlessUsedBesides = '' }: { readonly unlessUsedBesides?: string } = {},
): Promise<boolean> {
  const cluster = await readClusterFolder(dataDir);
  if (cluster === undefined) return true;
  return withFileLock(join(dataDir, LOCK_FILE), async () => {
    const pid = await findPostmaster(cluster.data);
    if (pid === undefined) return true;
    if (await isUsed(cluster, unlessUsedBesides)) return false;
    await stopPostmaster(pid);
    return true;
  });
}

async function isUsed(cluster: ClusterFolder, besides: string): Promise<boolean> {
  const client = await connectOnce(socketTarget(cluster, 'postgres'), 'muster stop').catch(() => undefined);
  if (client === undefined) return false;
  try {
    const others = await client.query(
      `select from pg_stat_activity
       where backend_type = 'client backend' and pid <> pg_backend_pid() and application_name <> $1 limit 1`,
      [besides],
    );
    return others.rowCount !== 0;
  } finally {
    await client.end();
  }
}
