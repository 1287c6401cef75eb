import type { Instant } from '../engine/index.js';

/** An instant as records keep it: whole seconds, in UTC. */
export function instantText(at: Instant): string {
  return new Date(wholeSecond(at)).toISOString();
}

export const optionalInstantText = (at: Instant | undefined): string | null =>
  at === undefined ? null : instantText(at);

/** Milliseconds of a date-time as the Session gives it: `2026-11-25T07:42:28.000+0000`. */
export function readInstant(text: string): Instant {
  const at = Date.parse(text.replace(/([+-]\d\d)(\d\d)$/, '$1:$2'));
  if (Number.isNaN(at)) throw new Error(`Not a date-time: ${text}`);
  return at;
}

export const readOptionalInstant = (text: string | null | undefined): Instant | undefined =>
  text === null || text === undefined ? undefined : readInstant(text);

/** As the web apps get it: ISO 8601 in UTC. */
export const isoInstant = (text: string | null | undefined): string | null =>
  text === null || text === undefined ? null : new Date(readInstant(text)).toISOString();

/** Records keep whole seconds, so events happen at whole seconds. */
export const wholeSecond = (at: Instant): Instant => Math.floor(at / 1000) * 1000;
