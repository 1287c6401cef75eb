import { createHash, randomUUID } from 'node:crypto';
import { type FileHandle, mkdir, open, readdir, rename, rm, stat } from 'node:fs/promises';
import { dirname, join } from 'node:path';
import { MusterError } from '@muster/kernel';
import type { FileStore, StoredFile } from './file-store.js';

const ABANDONED_AFTER = 24 * 60 * 60 * 1000;
const HASH = /^[0-9a-f]{64}$/;

/**
 * A file store in a folder, open to this account alone: `ab/abcdef…` by hash. A content is written under a passing
 * name, forced to disk and then renamed, so that a file under its hash is always whole.
 */
export async function openLocalFileStore(folder: string): Promise<FileStore> {
  const arriving = join(folder, 'arriving');
  await mkdir(arriving, { recursive: true, mode: 0o700 });
  await removeAbandoned(arriving);
  const pathOf = (hash: string) => join(folder, hash.slice(0, 2), hash);
  const has = (hash: string) =>
    HASH.test(hash)
      ? stat(pathOf(hash)).then(
          () => true,
          () => false,
        )
      : Promise.resolve(false);

  return {
    has,
    async put(content, { maxSize = Number.POSITIVE_INFINITY } = {}) {
      const passing = join(arriving, randomUUID());
      try {
        const stored = await writeFile(passing, content instanceof Uint8Array ? [content] : content, maxSize);
        if (await has(stored.hash)) return stored;
        await mkdir(dirname(pathOf(stored.hash)), { recursive: true, mode: 0o700 });
        await rename(passing, pathOf(stored.hash));
        await syncFolder(dirname(pathOf(stored.hash)));
        await syncFolder(folder);
        return stored;
      } finally {
        await rm(passing, { force: true });
      }
    },
    async open(hash) {
      if (!(await has(hash))) throw new MusterError('NOT_FOUND', 'The requested file does not exist');
      return (await open(pathOf(hash))).createReadStream();
    },
    async *list() {
      for (const prefix of await readdir(folder)) {
        if (!/^[0-9a-f]{2}$/.test(prefix)) continue;
        for (const hash of await readdir(join(folder, prefix))) {
          if (HASH.test(hash)) yield { hash, size: (await stat(pathOf(hash))).size };
        }
      }
    },
  };
}

/** What a process that was killed left behind. Other processes may be writing theirs at this moment. */
async function removeAbandoned(arriving: string): Promise<void> {
  for (const name of await readdir(arriving)) {
    const path = join(arriving, name);
    const changed = await stat(path).then(
      (file) => file.mtimeMs,
      () => Date.now(),
    );
    if (Date.now() - changed > ABANDONED_AFTER) await rm(path, { force: true });
  }
}

async function writeFile(
  path: string,
  content: AsyncIterable<Uint8Array> | Iterable<Uint8Array>,
  maxSize: number,
): Promise<StoredFile> {
  const file = await open(path, 'wx', 0o600);
  try {
    const hash = createHash('sha256');
    let size = 0;
    for await (const chunk of content) {
      size += chunk.byteLength;
      if (size > maxSize) {
        throw new MusterError('REQUEST_TOO_LARGE', `The file is larger than the limit of ${maxSize} bytes`);
      }
      hash.update(chunk);
      await writeAll(file, chunk);
    }
    await file.sync();
    return { hash: hash.digest('hex'), size };
  } finally {
    await file.close();
  }
}

/** One call of write may take only part of a chunk. */
async function writeAll(file: FileHandle, chunk: Uint8Array): Promise<void> {
  let written = 0;
  while (written < chunk.byteLength) written += (await file.write(chunk, written)).bytesWritten;
}

/** A rename is on disk only when its folder is. */
async function syncFolder(folder: string): Promise<void> {
  const handle = await open(folder);
  try {
    await handle.sync();
  } finally {
    await handle.close();
  }
}
