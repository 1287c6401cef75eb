/** The calendar day in a zone, `2026-11-03`. @param at ms since 1970 */
export function dayInZone(at: number, timeZone: string): string {
  return new Intl.DateTimeFormat('en-CA', {
    timeZone,
    year: 'numeric',
    month: '2-digit',
    day: '2-digit',
  }).format(at);
}

/** The calendar day that many days later, or earlier. */
export function daysAfter(day: string, count: number): string {
  return new Date(Date.parse(day) + count * 86_400_000).toISOString().slice(0, 10);
}

const WALL_CLOCK = /^(\d{4})-(\d\d)-(\d\d)T(\d\d):(\d\d)$/;

/**
 * The instant, in ms since 1970, at which clocks in a zone show this time, `2027-02-14T23:59`. A time that daylight saving skips is the
 * one an hour later; of one that comes twice it is the first. Undefined for what is no time or no zone.
 */
export function wallClockInstant(local: string, timeZone: string): number | undefined {
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
export function offsetText(at: number, timeZone: string): string {
  const minutes = offsetAt(at, timeZone) / 60_000;
  const two = (n: number) => String(n).padStart(2, '0');
  const size = Math.abs(minutes);
  return `${minutes < 0 ? '-' : '+'}${two(Math.floor(size / 60))}:${two(size % 60)}`;
}

/** Whether it names a zone of the IANA database. */
export function isTimeZone(name: string): boolean {
  try {
    new Intl.DateTimeFormat('en', { timeZone: name });
    return true;
  } catch {
    return false;
  }
}

/** Milliseconds the clocks of a zone are ahead of UTC at an instant, in ms since 1970. */
export function offsetAt(at: number, timeZone: string): number {
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
