import { createHash, randomBytes } from 'node:crypto';
import { mkdtemp, readdir, rm, stat } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { buffer } from 'node:stream/consumers';
import { type FileStore, openLocalFileStore } from '@muster/store';
import { afterAll, beforeAll, expect, test } from 'vitest';

let folder: string;
let files: FileStore;
beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), 'muster-files-'));
  files = await openLocalFileStore(folder);
});
afterAll(() => rm(folder, { recursive: true }));

const sha256 = (bytes: Uint8Array) => createHash('sha256').update(bytes).digest('hex');

async function* inChunks(bytes: Uint8Array, size: number): AsyncGenerator<Uint8Array> {
  for (let start = 0; start < bytes.length; start += size) yield bytes.subarray(start, start + size);
}

test('gives a content back by its hash, whether it came whole or as a stream', async () => {
  const bytes = randomBytes(300_000);
  const expected = { hash: sha256(bytes), size: 300_000 };
  expect(await files.put(inChunks(bytes, 7_919))).toEqual(expected);
  expect(await files.put(bytes)).toEqual(expected);
  expect(bytes.equals(await buffer(await files.open(expected.hash)))).toBe(true);
  expect(await files.put(new Uint8Array())).toEqual({ hash: sha256(new Uint8Array()), size: 0 });
});

test('the same content put many times at once is one file', async () => {
  const bytes = randomBytes(10_000);
  await Promise.all(Array.from({ length: 8 }, () => files.put(inChunks(bytes, 1_000))));
  expect(await readdir(join(folder, sha256(bytes).slice(0, 2)))).toContain(sha256(bytes));
  expect(await readdir(join(folder, 'arriving'))).toEqual([]);
});

test('keeps nothing of a stream that breaks off or is too long', async () => {
  const bytes = randomBytes(5_000);
  async function* breaking() {
    yield bytes;
    throw new Error('connection lost');
  }
  await expect(files.put(breaking())).rejects.toThrow('connection lost');
  await expect(files.put(inChunks(bytes, 100), { maxSize: 4_999 })).rejects.toMatchObject({
    code: 'REQUEST_TOO_LARGE',
  });
  expect(await files.has(sha256(bytes))).toBe(false);
  expect(await readdir(join(folder, 'arriving'))).toEqual([]);
});

test('what is not a hash is not a path', async () => {
  for (const hash of ['../../etc/passwd', '', 'A'.repeat(64), sha256(Buffer.from('never put'))]) {
    await expect(files.open(hash)).rejects.toMatchObject({ code: 'NOT_FOUND' });
  }
});

test('is open to this account alone', async () => {
  const { hash } = await files.put(randomBytes(10));
  expect((await stat(join(folder, hash.slice(0, 2), hash))).mode & 0o077).toBe(0);
});
