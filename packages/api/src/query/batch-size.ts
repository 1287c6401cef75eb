import type { ApiRequest } from '../api-request.js';

const SMALLEST = 200;
const LARGEST = 2000;

/** Records per page: `Sforce-Query-Options: batchSize=500`, between 200 and 2,000, else 2,000. */
export function readBatchSize(headers: ApiRequest['headers']): number {
  const asked = /batchsize\s*=\s*(\d+)/i.exec(headers['sforce-query-options'] ?? '')?.[1];
  return asked === undefined ? LARGEST : Math.min(LARGEST, Math.max(SMALLEST, Number(asked)));
}
