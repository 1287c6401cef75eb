import type { ApiResponse } from './api-request.js';

const JSON_TYPE = 'application/json;charset=UTF-8';

/** An answer whose body is this value as JSON. */
export function json(value: unknown, status = 200, headers: ApiResponse['headers'] = {}): ApiResponse {
  return jsonText(JSON.stringify(value), status, headers);
}

/** An answer whose body is JSON text already. */
export function jsonText(text: string, status = 200, headers: ApiResponse['headers'] = {}): ApiResponse {
  return { status, headers: { 'content-type': JSON_TYPE, ...headers }, body: text };
}

/** An answer without a body. */
export function noContent(status = 204): ApiResponse {
  return { status, headers: {}, body: '' };
}

/** An answer in XML. */
export function xml(text: string, status = 200): ApiResponse {
  return { status, headers: { 'content-type': 'text/xml;charset=UTF-8' }, body: text };
}
