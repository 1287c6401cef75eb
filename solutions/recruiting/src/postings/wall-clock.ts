import type { Instant } from '../engine/index.js';

const WALL_CLOCK = /^(\d{4})-(\d\d)-(\d\d)T(\d\d):(\d\d)$/;

/**
 * The instant at which clocks in a zone show this time, `2027-02-14T23:59`. A time that daylight saving skips is the
 * one an hour later; of one that comes twice it is the first. Undefined for what is no time or no zone.
 */
export function wallClockInstant(local: string, timeZone: string): Instant | undefined {
  const match = WALL_CLOCK.exec(local);
  if (match === null || !isTimeZone(timeZone)) return undefined;
  const asUtc = Date.parse(`${local}:00Z`);
  if (Number.isNaN(asUtc) || !new Date(asUtc).toISOString().startsWith(local)) return undefined;
  const before = asUtc - offsetAt(asUtc - 86_400_000, timeZone);
  const after = asUtc - offsetAt(asUtc + 86_400_000, timeZone);
  const candidates = [...new Set([before, after])].sort((a, b) => a - b);
  return candidates.find((at) => at + offsetAt(at, timeZone) === asUtc) ?? before;
}

/** The offset of a zone as ISO 8601 writes it, `-05:00`. */
export function offsetText(at: Instant, timeZone: string): string {
  const minutes = offsetAt(at, timeZone) / 60_000;
  const two = (n: number) => String(n).padStart(2, '0');
  const size = Math.abs(minutes);
  return `${minutes < 0 ? '-' : '+'}${two(Math.floor(size / 60))}:${two(size % 60)}`;
}

export function isTimeZone(name: string): boolean {
  try {
    new Intl.DateTimeFormat('en', { timeZone: name });
    return true;
  } catch {
    return false;
  }
}

/** Milliseconds a zone is ahead of UTC at an instant. */
function offsetAt(at: Instant, timeZone: string): number {
  const parts = new Intl.DateTimeFormat('en-US', {
    timeZone,
    hourCycle: 'h23',
    year: 'numeric',
    month: 'numeric',
    day: 'numeric',
    hour: 'numeric',
    minute: 'numeric',
    second: 'numeric',
  }).formatToParts(at);
  const part = (type: string) => Number(parts.find((each) => each.type === type)?.value);
  const local = Date.UTC(
    part('year'),
    part('month') - 1,
    part('day'),
    part('hour'),
    part('minute'),
    part('second'),
  );
  return local - Math.floor(at / 1000) * 1000;
}
