import { execFile } from 'node:child_process';
import { readdirSync, readlinkSync } from 'node:fs';
import { readFile, readlink, realpath, rm } from 'node:fs/promises';
import { basename, join } from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import { promisify } from 'node:util';
import { processStart } from './process-start.js';

/** The process number of the server that runs on this data directory; undefined when none does. */
export async function findPostmaster(data: string): Promise<number | undefined> {
  const [firstLine] = (await readFile(join(data, 'postmaster.pid'), 'utf8').catch(() => '')).split('\n');
  const pid = Number(firstLine);
  return pid > 0 && (await belongsTo(pid, data)) ? pid : undefined;
}

/**
 * Clears away what a server that was killed left behind: lock files, whose process number may by now be another
 * program's, and server processes that have not noticed yet and still hold the shared memory. To be called only when
 * `findPostmaster` finds none.
 */
export async function clearRemains(data: string, socketFolder: string): Promise<void> {
  for (const pid of await orphans(data)) signal(pid, 'SIGKILL');
  while ((await orphans(data)).length > 0) await sleep(10);
  await rm(join(data, 'postmaster.pid'), { force: true });
  await rm(join(socketFolder, '.s.PGSQL.5432.lock'), { force: true });
}

/** Stops a server: connections are ended, committed work is on disk, and it is waited for. */
export async function stopPostmaster(pid: number): Promise<void> {
  const start = await processStart(pid);
  signal(pid, 'SIGINT');
  while (start !== undefined && (await processStart(pid)) === start) await sleep(20);
}

/** Server processes change into their data directory, which tells them from anything else of the same number. */
async function belongsTo(pid: number, data: string): Promise<boolean> {
  if ((await processStart(pid)) === undefined) return false;
  if (process.platform !== 'linux') return isInCommandLine(pid, data);
  const [program, folder] = await Promise.all(
    ['exe', 'cwd'].map((link) => readlink(`/proc/${pid}/${link}`).catch(() => '')),
  );
  return basename(program ?? '').startsWith('postgres') && folder === (await realpath(data));
}

async function isInCommandLine(pid: number, data: string): Promise<boolean> {
  const listed = await promisify(execFile)('ps', ['-o', 'command=', '-p', String(pid)]).catch(
    () => undefined,
  );
  return listed?.stdout.includes(` -D ${data} `) ?? false;
}

/** A process that ended in between needs no signal any more. */
function signal(pid: number, name: NodeJS.Signals): void {
  try {
    process.kill(pid, name);
  } catch (failure) {
    if ((failure as NodeJS.ErrnoException).code !== 'ESRCH') throw failure;
  }
}

/** Where other processes can be listed; elsewhere they notice the server's death by themselves within moments. */
async function orphans(data: string): Promise<number[]> {
  if (process.platform !== 'linux') return [];
  const folder = await realpath(data);
  const found: number[] = [];
  for (const pid of readdirSync('/proc').map(Number)) {
    if (pid > 0 && worksIn(pid, folder) && (await belongsTo(pid, data))) found.push(pid);
  }
  return found;
}

/** Asked of every process of the machine, so without a round through the event loop for each. */
function worksIn(pid: number, folder: string): boolean {
  try {
    return readlinkSync(`/proc/${pid}/cwd`) === folder;
  } catch {
    return false;
  }
}
