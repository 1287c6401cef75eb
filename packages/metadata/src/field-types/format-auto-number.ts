const PART = /\{(0+|(?:YYYY|YY|MM|DD)+)\}/g;
const DATE_PART = /YYYY|YY|MM|DD/g;

/**
 * The text of an auto number: `APP-{000000}` with 42 gives `APP-000042`. `{YYYY}`, `{YY}`, `{MM}`, `{DD}` and
 * combinations such as `{YYMMDD}` stand for the day given as `2026-11-25`. A number longer than its zeros is written
 * whole.
 */
export function formatAutoNumber(displayFormat: string, number: number, day: string): string {
  const dateParts: Readonly<Record<string, string>> = {
    YYYY: day.slice(0, 4),
    YY: day.slice(2, 4),
    MM: day.slice(5, 7),
    DD: day.slice(8, 10),
  };
  return displayFormat.replace(PART, (_whole, part: string) =>
    part.startsWith('0')
      ? String(number).padStart(part.length, '0')
      : part.replace(DATE_PART, (name) => dateParts[name] ?? name),
  );
}

/** Whether a display format is usable: exactly one `{0…}` part and no other braces than the date parts. */
export function isAutoNumberFormat(displayFormat: string): boolean {
  const parts = displayFormat.match(PART) ?? [];
  const counters = parts.filter((part) => part.startsWith('{0'));
  return counters.length === 1 && !/[{}]/.test(displayFormat.replace(PART, ''));
}
