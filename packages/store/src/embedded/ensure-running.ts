import { setTimeout as sleep } from 'node:timers/promises';
import type { ClusterFolder } from './cluster-folder.js';
import { canConnect } from './connect.js';
import { findBinaries } from './find-binaries.js';
import { ensureDatabase, initializeCluster } from './initialize-cluster.js';
import { launchPostmaster } from './launch-postmaster.js';
import { clearRemains, findPostmaster } from './postmaster.js';

/** Milliseconds a server that runs may take until it answers; recovery after a crash is far below. */
const PATIENCE = 60_000;

/** A server of this folder that answers: the one that runs, else a new one. To be called under the folder's lock. */
export async function ensureRunning(cluster: ClusterFolder): Promise<void> {
  const deadline = Date.now() + PATIENCE;
  while (!(await canConnect(cluster))) {
    const pid = await findPostmaster(cluster.data);
    if (pid === undefined) {
      await launch(cluster, deadline);
    } else if (Date.now() > deadline) {
      throw new Error(`PostgreSQL runs (process ${pid}) but does not answer in ${cluster.socketFolder}.`);
    } else {
      await sleep(20);
    }
  }
  await ensureDatabase(cluster);
}

async function launch(cluster: ClusterFolder, deadline: number): Promise<void> {
  const binaries = await findBinaries(cluster.user, cluster.folder);
  await initializeCluster(cluster, binaries);
  await clearRemains(cluster.data, cluster.socketFolder);
  try {
    await launchPostmaster(cluster, binaries);
  } catch (failure) {
    const stillUsed = failure instanceof Error && failure.message.includes('is still in use');
    if (!stillUsed || Date.now() > deadline) throw failure;
    await sleep(100);
  }
}
