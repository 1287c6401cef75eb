import type { Readable } from 'node:stream';

/** What a content is known by: its SHA-256 in hexadecimal, and its size in bytes. */
export interface StoredFile {
  readonly hash: string;
  readonly size: number;
}

/** Contents by their hash. The same content is kept once; nothing is ever changed in place. */
export interface FileStore {
  /**
   * Keeps a content; it is on disk when this resolves.
   * @throws MusterError REQUEST_TOO_LARGE when it is longer than `maxSize` bytes; nothing is kept then
   */
  put(
    content: AsyncIterable<Uint8Array> | Uint8Array,
    options?: { readonly maxSize?: number },
  ): Promise<StoredFile>;
  /** @throws MusterError NOT_FOUND when there is no such content */
  open(hash: string): Promise<Readable>;
  has(hash: string): Promise<boolean>;
  /** Every content there is, in no order. */
  list(): AsyncIterable<StoredFile>;
}
