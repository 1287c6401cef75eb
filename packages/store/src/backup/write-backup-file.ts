import { randomBytes } from 'node:crypto';
import { createWriteStream } from 'node:fs';
import { open, rename, rm, stat } from 'node:fs/promises';
import { dirname } from 'node:path';
import { MusterError } from '@muster/kernel';
import { type BackupParts, type BackupSummary, writeBackup } from './write-backup.js';

/**
 * Writes a backup to a file that only this account may read. Until it is whole and on disk, the file has a name that
 * ends in `.partial`; nothing is left of it when this fails or is aborted.
 * @throws MusterError DUPLICATE_VALUE when there is such a file; what the abort was for
 */
export async function writeBackupFile(
  parts: BackupParts,
  path: string,
  signal: AbortSignal,
): Promise<BackupSummary> {
  if (await stat(path).catch(() => undefined)) throw taken(path);
  const partial = `${path}.${randomBytes(4).toString('hex')}.partial`;
  const output = createWriteStream(partial, { flags: 'wx', mode: 0o600, flush: true });
  const stop = () => output.destroy(signal.reason as Error);
  signal.addEventListener('abort', stop, { once: true });
  try {
    const summary = await writeBackup(parts, output);
    signal.throwIfAborted();
    await rename(partial, path);
    return summary;
  } finally {
    signal.removeEventListener('abort', stop);
    await rm(partial, { force: true });
    await syncFolder(dirname(path));
  }
}

const taken = (path: string) =>
  new MusterError('DUPLICATE_VALUE', `${path} is there already; nothing was written.`);

async function syncFolder(folder: string): Promise<void> {
  const handle = await open(folder);
  try {
    await handle.sync();
  } finally {
    await handle.close();
  }
}
