import { type Id, makeId, tryParseCounter } from '@muster/kernel';
import type { Org } from '@muster/store';

/** Key prefixes of what runs as `AsyncResult` in Salesforce: deploys and retrieves. */
const PREFIXES = { deploy: '0Af', retrieve: '09S' } as const;

export type RequestKind = keyof typeof PREFIXES;

/** The id by which clients know an entry of the history of deploys and retrieves. */
export function deployId(org: Org, number: number, kind: RequestKind = 'deploy'): Id {
  return makeId(PREFIXES[kind], org.pod, number);
}

/** The number of the entry an id names; undefined for an id of something else. */
export function deployNumber(org: Org, id: Id, kind: RequestKind = 'deploy'): number | undefined {
  const number = tryParseCounter(id);
  return number !== undefined && deployId(org, number, kind) === id ? number : undefined;
}
