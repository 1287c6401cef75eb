import { promisify } from 'node:util';
import { gzip } from 'node:zlib';
import type { ApiResponse } from '@muster/api';

const gzipAsync = promisify(gzip);

/** Below this size packing saves nothing: it fits in one network packet. */
const SMALLEST = 1400;
const TEXT_TYPES = /^(text\/|application\/(json|xml|javascript|manifest\+json|ld\+json)|image\/svg)/;

/** The answer packed with gzip, when the client takes that and it is text long enough to gain from it. */
export async function packBody(
  response: ApiResponse,
  acceptEncoding: string | undefined,
): Promise<ApiResponse> {
  const { headers, body } = response;
  const type = headers['content-type'];
  const isPackable =
    body.length >= SMALLEST &&
    typeof type === 'string' &&
    TEXT_TYPES.test(type) &&
    headers['content-encoding'] === undefined &&
    /\bgzip\b/.test(acceptEncoding ?? '');
  if (!isPackable) return response;
  const packed = await gzipAsync(body, { level: 5 });
  return {
    ...response,
    body: packed,
    headers: { ...headers, 'content-encoding': 'gzip', vary: 'accept-encoding' },
  };
}
