import { type ChildProcess, spawn } from 'node:child_process';
import { open, readFile, rename, stat } from 'node:fs/promises';
import { join } from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import type { ClusterFolder } from './cluster-folder.js';
import { canConnect } from './connect.js';
import type { Binaries } from './find-binaries.js';

/**
 * Settings of the embedded server. They are given at each start rather than kept in its folder, so that a newer
 * Muster can change them.
 * - max_wal_size bounds what is read again after a crash, so that it takes less than 3 seconds; checkpoints come
 *   often enough for that under any load.
 * - wal_level is minimal: there are no standbys, and loading a new table writes it once instead of twice.
 * - client_connection_check_interval ends the work of a Muster process that was killed.
 */
const settings: Readonly<Record<string, string>> = {
  listen_addresses: '',
  unix_socket_permissions: '0700',
  max_connections: '100',
  shared_buffers: '256MB',
  work_mem: '16MB',
  maintenance_work_mem: '128MB',
  max_wal_size: '192MB',
  min_wal_size: '64MB',
  checkpoint_timeout: '60s',
  wal_level: 'minimal',
  max_wal_senders: '0',
  recovery_init_sync_method: process.platform === 'linux' ? 'syncfs' : 'fsync',
  fsync: 'on',
  full_page_writes: 'on',
  synchronous_commit: 'on',
  client_connection_check_interval: '1s',
  max_locks_per_transaction: '256',
  random_page_cost: '1.1',
  jit: 'off',
  timezone: 'UTC',
  log_timezone: 'UTC',
  log_checkpoints: 'off',
  checkpoint_warning: '0',
};

const LARGEST_LOG = 10 * 1024 * 1024;

/**
 * Starts the server as a process of its own, which outlives this one, and waits until it answers.
 * @throws Error with the end of the server's log when it stops again
 */
export async function launchPostmaster(cluster: ClusterFolder, binaries: Binaries): Promise<void> {
  await requireMajor(cluster.data, binaries);
  const size = await stat(cluster.logFile).then(
    (log) => log.size,
    () => 0,
  );
  if (size > LARGEST_LOG) await rename(cluster.logFile, `${cluster.logFile}.1`);
  const log = await open(cluster.logFile, 'a');
  const logStart = (await log.stat()).size;
  const child = spawn(join(binaries.folder, 'bin', 'postgres'), serverArguments(cluster), {
    ...cluster.user.spawnAs,
    cwd: '/',
    env: { LC_ALL: 'C', PATH: process.env.PATH },
    detached: true,
    stdio: ['ignore', log.fd, log.fd],
  });
  const ended = endOf(child);
  await log.close();
  for (;;) {
    if (await canConnect(cluster)) break;
    const end = await Promise.race([ended, sleep(15, undefined)]);
    if (end === undefined) continue;
    const said = (await readFile(cluster.logFile)).subarray(logStart).toString('utf8').trim();
    throw new Error(`PostgreSQL did not start (${end}).\n${said.slice(-2000)}`);
  }
  child.unref();
}

function serverArguments(cluster: ClusterFolder): string[] {
  const all = { ...settings, unix_socket_directories: cluster.socketFolder };
  return ['-D', cluster.data, ...Object.entries(all).flatMap(([name, value]) => ['-c', `${name}=${value}`])];
}

function endOf(child: ChildProcess): Promise<string> {
  return new Promise((resolve) => {
    child.on('error', (failure) => resolve(failure.message));
    child.on('exit', (code, signal) => resolve(signal ?? `exit code ${code}`));
  });
}

async function requireMajor(data: string, binaries: Binaries): Promise<void> {
  const major = Number(await readFile(join(data, 'PG_VERSION'), 'utf8'));
  if (major === binaries.major) return;
  throw new Error(
    `The database in ${data} was made by PostgreSQL ${major}, and this Muster runs PostgreSQL ${binaries.major}. ` +
      'Back it up with the Muster that made it and restore the backup into a new data folder.',
  );
}
