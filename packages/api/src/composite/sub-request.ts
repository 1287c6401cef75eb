import { MusterError } from '@muster/kernel';
import type { ApiRequest, ApiResponse } from '../api-request.js';

/** A request inside another one. */
export interface SubRequest {
  readonly method: string;
  /** `/services/data/v60.0/sobjects/Account`, or from the version on. */
  readonly url: string;
  readonly body?: unknown;
  readonly headers?: Readonly<Record<string, string>>;
}

/** A sub-request as a request of its own, by the same caller. @throws MusterError INVALID_OPERATION */
export function toApiRequest(outer: ApiRequest, inner: SubRequest): ApiRequest {
  const [path = '', search = ''] = splitOnce(inner.url, '?');
  if (/\/composite\/?(batch|tree|graph)?\/?$/i.test(path)) {
    throw new MusterError('INVALID_OPERATION', `A composite request cannot hold another one: ${inner.url}`);
  }
  const headers = Object.entries(inner.headers ?? {}).map(([name, value]) => [name.toLowerCase(), value]);
  return {
    ...outer,
    method: inner.method.toUpperCase(),
    path,
    query: new URLSearchParams(search),
    headers: { ...Object.fromEntries(headers), 'content-type': 'application/json' },
    body: new TextEncoder().encode(inner.body === undefined ? '' : JSON.stringify(inner.body)),
  };
}

/** The body of an answer as a value: null where there is none. */
export function bodyValue(response: ApiResponse): unknown {
  const text = typeof response.body === 'string' ? response.body : new TextDecoder().decode(response.body);
  return text === '' ? null : JSON.parse(text);
}

function splitOnce(text: string, separator: string): readonly string[] {
  const at = text.indexOf(separator);
  return at === -1 ? [text] : [text.slice(0, at), text.slice(at + 1)];
}
