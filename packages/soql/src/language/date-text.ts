const DATE_TIME = /^(\d{4}-\d{2}-\d{2})[Tt](\d{2}:\d{2}:\d{2})(?:\.(\d+))?(?:[Zz]|([+-])(\d{2}):?(\d{2}))$/;
const TIME = /^(\d{2}:\d{2}:\d{2})(?:\.(\d+))?[Zz]$/;
const LAST_OFFSET_MINUTES = 18 * 60;
const MINUTE = 60_000;

/** The day if it exists, as `2026-11-30`. */
export function readDate(text: string): string | undefined {
  return instantOf(`${text}T00:00:00.000Z`) === undefined ? undefined : text;
}

/**
 * The instant in UTC to the millisecond, as `2026-11-30T08:00:00.000Z`, from text with the offset `Z`, `+01:00` or
 * `+0100`; undefined when it does not exist or leaves the years 1 to 9999.
 */
export function readDateTime(text: string): string | undefined {
  const match = DATE_TIME.exec(text);
  if (match === null) return undefined;
  const [, date, time, fraction, sign, hours, minutes] = match;
  const local = instantOf(`${date}T${time}.${milliseconds(fraction)}Z`);
  const ahead = offsetMinutes(sign, hours, minutes);
  if (local === undefined || ahead === undefined) return undefined;
  const instant = new Date(local - ahead * MINUTE).toISOString();
  return instant.startsWith('0000') || instant.length !== 24 ? undefined : instant;
}

/** The time of day, as `08:30:00.000Z`. */
export function readTime(text: string): string | undefined {
  const match = TIME.exec(text);
  if (match === null) return undefined;
  const time = `${match[1]}.${milliseconds(match[2])}Z`;
  return instantOf(`2000-01-01T${time}`) === undefined ? undefined : time;
}

function milliseconds(fraction: string | undefined): string {
  return (fraction ?? '').padEnd(3, '0').slice(0, 3);
}

function offsetMinutes(sign = '+', hours = '00', minutes = '00'): number | undefined {
  const size = Number(hours) * 60 + Number(minutes);
  if (Number(minutes) > 59 || size > LAST_OFFSET_MINUTES) return undefined;
  return sign === '-' ? -size : size;
}

/** Milliseconds of a full ISO text, unless Date would read it as another moment, as it does February 30. */
function instantOf(iso: string): number | undefined {
  const instant = Date.parse(iso);
  if (Number.isNaN(instant) || iso.startsWith('0000')) return undefined;
  return new Date(instant).toISOString() === iso ? instant : undefined;
}
