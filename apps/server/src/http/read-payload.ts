import type { Readable } from 'node:stream';
import { createGunzip, createInflate } from 'node:zlib';
import { MusterError } from '@muster/kernel';

/** Bytes of a request body, after it is unpacked. */
export const MAX_BODY_BYTES = 16 * 1024 * 1024;

/**
 * Reads a body, chunked or not, unpacking gzip and deflate.
 * @throws MusterError REQUEST_TOO_LARGE, UNSUPPORTED_MEDIA_TYPE, JSON_PARSER_ERROR for packed data that is damaged
 */
export async function readPayload(payload: Readable, encoding: string | undefined): Promise<Uint8Array> {
  const source = unpack(payload, encoding?.toLowerCase() ?? 'identity');
  const chunks: Uint8Array[] = [];
  let size = 0;
  try {
    for await (const chunk of source as AsyncIterable<Uint8Array>) {
      size += chunk.length;
      if (size > MAX_BODY_BYTES) throw tooLarge();
      chunks.push(chunk);
    }
  } catch (failure) {
    if (isZlibFailure(failure))
      throw new MusterError('JSON_PARSER_ERROR', 'The packed request body is damaged');
    throw failure;
  }
  return chunks.length === 1 && chunks[0] !== undefined ? chunks[0] : Buffer.concat(chunks);
}

/**
 * A body as it arrives, unpacked, for what keeps it without holding all of it. A reader that stops early leaves the
 * connection open, so that the answer reaches the client: the rest is read and thrown away.
 * @throws MusterError UNSUPPORTED_MEDIA_TYPE, JSON_PARSER_ERROR for packed data that is damaged
 */
export async function* openPayload(
  payload: Readable,
  encoding: string | undefined,
): AsyncGenerator<Uint8Array> {
  const source = unpack(payload, encoding?.toLowerCase() ?? 'identity');
  try {
    yield* source.iterator({ destroyOnReturn: false }) as AsyncIterable<Uint8Array>;
  } catch (failure) {
    if (isZlibFailure(failure))
      throw new MusterError('JSON_PARSER_ERROR', 'The packed request body is damaged');
    throw failure;
  } finally {
    if (source !== payload) payload.unpipe();
    payload.resume();
  }
}

function unpack(payload: Readable, encoding: string): Readable {
  switch (encoding) {
    case 'identity':
      return payload;
    case 'gzip':
    case 'x-gzip':
      return pipe(payload, createGunzip());
    case 'deflate':
      return pipe(payload, createInflate());
    default:
      throw new MusterError(
        'UNSUPPORTED_MEDIA_TYPE',
        `Content-Encoding ${encoding} is not supported; use gzip`,
      );
  }
}

function pipe<Target extends Readable & NodeJS.WritableStream>(payload: Readable, target: Target): Target {
  payload.once('error', (failure) => target.destroy(failure));
  return payload.pipe(target);
}

function tooLarge(): MusterError {
  return new MusterError('REQUEST_TOO_LARGE', `The request body is larger than ${MAX_BODY_BYTES} bytes`);
}

function isZlibFailure(failure: unknown): boolean {
  return failure instanceof Error && String((failure as NodeJS.ErrnoException).code).startsWith('Z_');
}
