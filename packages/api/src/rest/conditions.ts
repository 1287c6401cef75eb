import { MusterError } from '@muster/kernel';
import type { StoredVersion } from '@muster/records';
import type { ApiRequest, ApiResponse } from '../api-request.js';

type Headers = ApiRequest['headers'];

/** The record of a conditional request as it is stored; undefined when there is none. */
type Stored = StoredVersion | undefined;

/** Entity tags of a header: any at all, or these, weak ones apart. */
type Tags = 'any' | readonly { readonly tag: string; readonly isWeak: boolean }[];

const TAG_LIST = /^\s*(?:W\/)?"[^"]*"(?:\s*,\s*(?:W\/)?"[^"]*")*\s*$/;

/** `ETag` and `Last-Modified` of a record, to be given back in conditions. */
export function validatorHeaders({ version, modifiedAt }: StoredVersion): ApiResponse['headers'] {
  return { etag: etagOf(version), 'last-modified': new Date(modifiedAt).toUTCString() };
}

/** Whether a reader already has the record as it is (RFC 9110, section 13.2.2): If-None-Match, else If-Modified-Since. */
export function isNotModified(headers: Headers, stored: StoredVersion): boolean {
  const known = readTags(headers['if-none-match']);
  if (known !== undefined) return matches(known, stored, 'weak');
  return stored.modifiedAt <= readDate(headers['if-modified-since']);
}

/** Whether If-Match, else If-Unmodified-Since, lets a read go on. */
export function meetsConditions(headers: Headers, stored: StoredVersion): boolean {
  const wanted = readTags(headers['if-match']);
  if (wanted !== undefined) return matches(wanted, stored, 'strong');
  const since = readDate(headers['if-unmodified-since']);
  return Number.isNaN(since) || stored.modifiedAt <= since;
}

/**
 * What a change asks of the record it is made to, as Salesforce documents it for PATCH: If-Match, If-Unmodified-Since
 * and If-None-Match. Undefined when it asks nothing.
 * @throws MusterError INVALID_INPUT for a header that cannot be read
 */
export function changeCondition(headers: Headers): ((stored: Stored) => boolean) | undefined {
  const wanted = requireTags(headers, 'if-match');
  const unwanted = requireTags(headers, 'if-none-match');
  const since = readDate(headers['if-unmodified-since']);
  if (headers['if-unmodified-since'] !== undefined && Number.isNaN(since)) {
    throw unreadable('If-Unmodified-Since', 'a date such as Wed, 25 Nov 2026 07:42:28 GMT');
  }
  if (wanted === undefined && unwanted === undefined && Number.isNaN(since)) return undefined;
  return (stored) => {
    if (wanted !== undefined && !matches(wanted, stored, 'strong')) return false;
    if (wanted === undefined && !Number.isNaN(since) && !(stored && stored.modifiedAt <= since)) return false;
    return unwanted === undefined || !matches(unwanted, stored, 'weak');
  };
}

/** @throws MusterError PRECONDITION_FAILED */
export function conditionFailed(): MusterError {
  return new MusterError('PRECONDITION_FAILED', 'The record is not as the conditions of the request say');
}

/** The entity tag of a version of a record. */
export function etagOf(version: number): string {
  return `"${version}"`;
}

function matches(tags: Tags, stored: Stored, comparison: 'strong' | 'weak'): boolean {
  if (stored === undefined) return false;
  if (tags === 'any') return true;
  const own = etagOf(stored.version);
  return tags.some(({ tag, isWeak }) => tag === own && !(isWeak && comparison === 'strong'));
}

/** Undefined when there is no header, or one that cannot be read. A version without its quotes is taken for the tag. */
function readTags(header: string | undefined): Tags | undefined {
  const text = header?.trim() ?? '';
  if (text === '*') return 'any';
  if (/^\d{1,15}$/.test(text)) return [{ tag: `"${text}"`, isWeak: false }];
  if (!TAG_LIST.test(text)) return undefined;
  return [...text.matchAll(/(W\/)?("[^"]*")/g)].map(([, weak, tag = '']) => ({
    tag,
    isWeak: weak !== undefined,
  }));
}

function requireTags(headers: Headers, name: 'if-match' | 'if-none-match'): Tags | undefined {
  const tags = readTags(headers[name]);
  if (headers[name] === undefined || tags !== undefined) return tags;
  throw unreadable(name === 'if-match' ? 'If-Match' : 'If-None-Match', 'entity tags in quotes, or *');
}

/** NaN when there is none. */
function readDate(header: string | undefined): number {
  return header === undefined ? Number.NaN : Date.parse(header);
}

function unreadable(name: string, expected: string): MusterError {
  return new MusterError('INVALID_INPUT', `${name} cannot be read: expected ${expected}`);
}
