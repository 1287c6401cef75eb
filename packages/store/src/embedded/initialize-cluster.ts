import { execFile } from 'node:child_process';
import { randomBytes } from 'node:crypto';
import { readdir, rename, rm, stat } from 'node:fs/promises';
import { basename, dirname, join } from 'node:path';
import { promisify } from 'node:util';
import type { ClusterFolder } from './cluster-folder.js';
import { connectOnce, DATABASE, ROLE, socketTarget } from './connect.js';
import type { Binaries } from './find-binaries.js';

/**
 * UTF-8 with PostgreSQL's own C.UTF-8 rules, which are the same on every machine, and checksums on data pages. Only
 * the account itself reaches the socket, so a connection needs no password.
 */
const OPTIONS = [
  `--username=${ROLE}`,
  '--encoding=UTF8',
  '--locale=C',
  '--locale-provider=builtin',
  '--builtin-locale=C.UTF-8',
  '--data-checksums',
  '--auth-local=trust',
  '--auth-host=reject',
  '--no-instructions',
];

/** Makes the data directory unless it is there. It appears under its name only when it is whole. */
export async function initializeCluster(cluster: ClusterFolder, binaries: Binaries): Promise<void> {
  const exists = await stat(cluster.data).then(
    () => true,
    () => false,
  );
  if (exists) return;
  await removeUnfinished(cluster);
  const unfinished = `${cluster.data}.${randomBytes(4).toString('hex')}${UNFINISHED}`;
  await promisify(execFile)(join(binaries.folder, 'bin', 'initdb'), [...OPTIONS, `--pgdata=${unfinished}`], {
    ...cluster.user.spawnAs,
    cwd: '/',
    env: { LC_ALL: 'C', TZ: 'UTC', PATH: process.env.PATH },
  }).catch((failure: Error & { stderr?: string }) => {
    throw new Error(`The database could not be made: ${failure.stderr?.trim() || failure.message}`);
  });
  await rename(unfinished, cluster.data);
}

const UNFINISHED = '.unfinished';

/** What earlier attempts left that were killed. Their `initdb` may live on and write for a moment; it is in nobody's way. */
async function removeUnfinished({ data }: ClusterFolder): Promise<void> {
  const names = (await readdir(dirname(data))).filter(
    (name) => name.startsWith(basename(data)) && name.endsWith(UNFINISHED),
  );
  for (const name of names) {
    const options = { recursive: true, force: true, maxRetries: 5, retryDelay: 50 };
    await rm(join(dirname(data), name), options).catch(() => undefined);
  }
}

/** Makes the database inside a running server unless it is there. */
export async function ensureDatabase(cluster: ClusterFolder): Promise<void> {
  const client = await connectOnce(socketTarget(cluster, 'postgres'), 'muster start');
  try {
    const found = await client.query('select from pg_database where datname = $1', [DATABASE]);
    if (found.rowCount === 0) await client.query(`create database ${DATABASE}`);
  } finally {
    await client.end();
  }
}
