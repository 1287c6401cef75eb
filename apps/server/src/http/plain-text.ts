import type { ApiResponse } from '@muster/api';

/** An answer of plain text. */
export function plainText(status: number, body: string, headers: ApiResponse['headers'] = {}): ApiResponse {
  return { status, headers: { 'content-type': 'text/plain;charset=UTF-8', ...headers }, body };
}
