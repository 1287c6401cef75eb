const PART = /\{(0+|YYYY|YY|MM|DD)\}/g;

/**
 * The text of an auto number: `APP-{000000}` with 42 gives `APP-000042`. `{YYYY}`, `{YY}`, `{MM}` and `{DD}` stand
 * for the day given as `2026-11-25`. A number longer than its zeros is written whole.
 */
export function formatAutoNumber(displayFormat: string, number: number, day: string): string {
  return displayFormat.replace(PART, (_whole, part: string) => {
    switch (part) {
      case 'YYYY':
        return day.slice(0, 4);
      case 'YY':
        return day.slice(2, 4);
      case 'MM':
        return day.slice(5, 7);
      case 'DD':
        return day.slice(8, 10);
      default:
        return String(number).padStart(part.length, '0');
    }
  });
}

/** Whether a display format is usable: exactly one `{0…}` part and no other braces than the date parts. */
export function isAutoNumberFormat(displayFormat: string): boolean {
  const parts = displayFormat.match(PART) ?? [];
  const counters = parts.filter((part) => part.startsWith('{0'));
  return counters.length === 1 && !/[{}]/.test(displayFormat.replace(PART, ''));
}
