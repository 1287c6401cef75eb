import { randomBytes } from 'node:crypto';
import { mkdir } from 'node:fs/promises';
import { join } from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import type { Log } from '@muster/kernel';
import type pg from 'pg';
import type { ConnectionTarget } from '../open-database.js';
import { type ClusterFolder, makeClusterFolder, readClusterFolder } from './cluster-folder.js';
import { connectOnce, socketTarget } from './connect.js';
import { ensureRunning } from './ensure-running.js';
import { withFileLock } from './file-lock.js';
import { LOCK_FILE, stopEmbeddedServer } from './stop-embedded-server.js';

/** The PostgreSQL server of a data folder, shared by every Muster process that works on it. */
export interface EmbeddedServer {
  readonly target: ConnectionTarget;
  /** What connections of this process are called, so that those of others can be told from them. */
  readonly applicationName: string;
  /** Ends this process's use of it. The last to leave stops it. Connections are to be closed before. */
  leave(): Promise<void>;
}

/**
 * Starts the server of a data folder, or joins the one that runs, which may have outlived the process that started
 * it. As long as this process uses it, a server that is gone is started again.
 * @throws Error for the operator when it cannot be started, or belongs to another account
 */
export async function startEmbeddedServer(dataDir: string, log: Log): Promise<EmbeddedServer> {
  await mkdir(dataDir, { recursive: true });
  await readClusterFolder(dataDir);
  const applicationName = `muster ${process.pid} ${randomBytes(3).toString('hex')}`;
  let left = false;
  let presence: pg.Client | undefined;
  let reviving: Promise<void> | undefined;

  const enter = (): Promise<ClusterFolder> =>
    withFileLock(join(dataDir, LOCK_FILE), async () => {
      const cluster = (await readClusterFolder(dataDir)) ?? (await makeClusterFolder(dataDir, log));
      await ensureRunning(cluster);
      presence = await connectOnce(socketTarget(cluster), applicationName);
      presence.once('end', () => {
        if (!left) reviving = revive();
      });
      return cluster;
    });

  const revive = async (): Promise<void> => {
    log.warn({}, 'The database server is gone; starting it again.');
    while (!left) {
      try {
        await enter();
        log.info({}, 'The database server is back.');
        return;
      } catch (failure) {
        log.error({ err: failure }, 'The database server could not be started again.');
        await sleep(1000);
      }
    }
  };

  const cluster = await enter();
  return {
    target: socketTarget(cluster),
    applicationName,
    async leave() {
      left = true;
      await reviving;
      await presence?.end();
      await stopEmbeddedServer(dataDir, { unlessUsedBesides: applicationName });
    },
  };
}
