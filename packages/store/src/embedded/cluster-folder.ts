import { spawnSync } from 'node:child_process';
import { randomBytes } from 'node:crypto';
import { chmod, chown, lstat, mkdir, mkdtemp, readFile, realpath, rename, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join, relative, resolve } from 'node:path';
import type { Log } from '@muster/kernel';
import { chooseOsUser, type OsUser, type RecordedUser, recordedOsUser } from './os-user.js';

/** Where the embedded server keeps its files and who runs it. */
export interface ClusterFolder {
  readonly user: OsUser;
  /** Holds everything of the server that is not below. */
  readonly folder: string;
  /** PostgreSQL's data directory. */
  readonly data: string;
  /** Folder of the Unix socket, open to the account alone. */
  readonly socketFolder: string;
  readonly logFile: string;
}

/** `postgres.json` in the data folder. Paths inside the data folder are kept relative to it, so that it can be moved. */
interface ClusterRecord extends RecordedUser {
  readonly folder: string;
  readonly socketFolder: string;
}

const RECORD = 'postgres.json';
const SYSTEM_FOLDER = '/var/lib';
/** sockaddr_un holds 108 bytes on Linux and 104 on macOS, with a closing zero; the socket's name takes 16. */
const LONGEST_SOCKET_FOLDER = 103 - '/.s.PGSQL.5432'.length;

/**
 * The server's folder as the data folder remembers it; undefined when none was made yet.
 * @throws Error when it was made under another account, is gone, or lies too deep for a socket
 */
export async function readClusterFolder(dataDir: string): Promise<ClusterFolder | undefined> {
  const text = await readFile(join(dataDir, RECORD), 'utf8').catch((failure: NodeJS.ErrnoException) => {
    if (failure.code === 'ENOENT') return undefined;
    throw failure;
  });
  if (text === undefined) return undefined;
  const record = fromDataFolder(await realpath(dataDir), JSON.parse(text) as ClusterRecord);
  const user = recordedOsUser(record);
  await lstat(record.folder).catch(() => {
    throw new Error(`The database of ${dataDir} should be in ${record.folder}, which does not exist.`);
  });
  await ensureSocketFolder(user, record.socketFolder);
  return describe(user, record);
}

/**
 * Decides on the server's folder: inside the data folder, or below /var/lib when the account that runs PostgreSQL
 * cannot get there. The data folder remembers it.
 */
export async function makeClusterFolder(dataDir: string, log: Log): Promise<ClusterFolder> {
  const user = chooseOsUser();
  const home = await realpath(dataDir);
  const record = await placeCluster(home, user, log);
  const file = join(dataDir, RECORD);
  await writeFile(`${file}.new`, `${JSON.stringify(toDataFolder(home, record), null, 2)}\n`);
  await rename(`${file}.new`, file);
  return describe(user, record);
}

function describe(user: OsUser, { folder, socketFolder }: ClusterRecord): ClusterFolder {
  return { user, folder, data: join(folder, 'data'), socketFolder, logFile: join(folder, 'postgres.log') };
}

function fromDataFolder(home: string, record: ClusterRecord): ClusterRecord {
  const at = (path: string) => resolve(home, path);
  return { ...record, folder: at(record.folder), socketFolder: at(record.socketFolder) };
}

function toDataFolder(home: string, record: ClusterRecord): ClusterRecord {
  const from = (path: string) => (path.startsWith(join(home, '/')) ? relative(home, path) : path);
  return { ...record, folder: from(record.folder), socketFolder: from(record.socketFolder) };
}

async function placeCluster(home: string, user: OsUser, log: Log): Promise<ClusterRecord> {
  let folder = join(home, 'postgres');
  if (!canEnter(user, home)) {
    folder = join(SYSTEM_FOLDER, `muster-${randomBytes(6).toString('hex')}`);
    log.warn(
      { dataDir: home, folder },
      `PostgreSQL runs as ${user.name}, which cannot enter ${home}. The database is in ${folder} instead; delete both folders to remove everything.`,
    );
  }
  await mkdir(folder, { recursive: true, mode: 0o700 });
  await giveTo(user, folder);
  const socketFolder = await makeSocketFolder(user, folder);
  return { osUser: user.name, uid: user.uid, gid: user.gid, folder, socketFolder };
}

async function makeSocketFolder(user: OsUser, folder: string): Promise<string> {
  const inside = join(folder, 'run');
  if (fitsSocket(inside)) await mkdir(inside, { recursive: true });
  const chosen = fitsSocket(inside) ? inside : await mkdtemp(join(tmpdir(), 'muster-'));
  await giveTo(user, chosen);
  return chosen;
}

const fitsSocket = (folder: string): boolean => Buffer.byteLength(folder) <= LONGEST_SOCKET_FOLDER;

/** Makes it again when it was cleared away. Whoever else could put a socket there could answer in the server's place. */
async function ensureSocketFolder(user: OsUser, folder: string): Promise<void> {
  if (!fitsSocket(folder)) {
    throw new Error(`The path ${folder} is too long for a socket. Move the data folder to a shorter path.`);
  }
  const made = await mkdir(folder, { mode: 0o700 }).then(
    () => true,
    () => false,
  );
  if (made) await giveTo(user, folder);
  const { uid, mode } = await lstat(folder);
  if (uid === user.uid && (mode & 0o077) === 0) return;
  throw new Error(
    `The socket folder ${folder} should belong to ${user.name} and be closed to everyone else.`,
  );
}

async function giveTo(user: OsUser, folder: string): Promise<void> {
  await chmod(folder, 0o700);
  if (user.spawnAs.uid !== undefined) await chown(folder, user.uid, user.gid);
}

function canEnter(user: OsUser, folder: string): boolean {
  return spawnSync('/bin/sh', ['-c', 'cd -- "$1"', 'sh', folder], { ...user.spawnAs, cwd: '/' }).status === 0;
}
