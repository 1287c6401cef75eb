import { randomUUID } from 'node:crypto';
import { readlink, symlink, unlink } from 'node:fs/promises';
import { setTimeout as sleep } from 'node:timers/promises';
import { processStart } from './process-start.js';

/**
 * Runs `work` while this process alone holds the lock at `path`. The lock is a symbolic link whose target names its
 * holder, so it is made and filled in one step. A holder that died is cleared away under a lock of its own: only
 * one process can remove it, and never a lock taken since.
 */
export async function withFileLock<T>(path: string, work: () => Promise<T>): Promise<T> {
  await acquire(path);
  try {
    return await work();
  } finally {
    await unlink(path);
  }
}

async function acquire(path: string): Promise<void> {
  const own = `${process.pid}:${(await processStart(process.pid)) ?? ''}:${randomUUID()}`;
  for (;;) {
    try {
      await symlink(own, path);
      return;
    } catch (failure) {
      if ((failure as NodeJS.ErrnoException).code !== 'EEXIST') throw failure;
    }
    const holder = await readHolder(path);
    if (holder !== undefined && !(await isAlive(holder))) {
      await withFileLock(`${path}.${holder.slice(holder.lastIndexOf(':') + 1)}`, async () => {
        if ((await readHolder(path)) === holder) await unlink(path);
      });
    } else {
      await sleep(25);
    }
  }
}

async function readHolder(path: string): Promise<string | undefined> {
  return readlink(path).catch(() => undefined);
}

async function isAlive(holder: string): Promise<boolean> {
  const [pid, start] = holder.split(':');
  const current = await processStart(Number(pid));
  return current !== undefined && current === start;
}
