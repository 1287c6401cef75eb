import { Readable } from 'node:stream';
import { deflateSync, gzipSync } from 'node:zlib';
import { describe, expect, it } from 'vitest';
import { MAX_BODY_BYTES, readPayload } from './read-payload.js';

const read = async (chunks: readonly Uint8Array[], encoding?: string) =>
  Buffer.from(await readPayload(Readable.from(chunks), encoding)).toString();

describe('readPayload', () => {
  it('joins chunks and unpacks', async () => {
    expect(await read([Buffer.from('{"a"'), Buffer.from(':1}')])).toBe('{"a":1}');
    expect(await read([gzipSync('packed')], 'gzip')).toBe('packed');
    expect(await read([deflateSync('packed')], 'deflate')).toBe('packed');
    expect(await read([])).toBe('');
  });

  it('refuses packed data that is damaged, and packings it does not know', async () => {
    await expect(read([Buffer.from('no gzip')], 'gzip')).rejects.toMatchObject({ code: 'JSON_PARSER_ERROR' });
    await expect(read([Buffer.from('')], 'br')).rejects.toMatchObject({ code: 'UNSUPPORTED_MEDIA_TYPE' });
  });

  it('stops at the limit, before all of a packed body is unpacked', async () => {
    const bomb = gzipSync(Buffer.alloc(MAX_BODY_BYTES * 8));
    expect(bomb.length).toBeLessThan(MAX_BODY_BYTES / 50);
    await expect(read([bomb], 'gzip')).rejects.toMatchObject({ code: 'REQUEST_TOO_LARGE' });
  });
});
