/** What is typed into the three boxes, as text. */
export interface DateParts {
  readonly day: string;
  readonly month: string;
  readonly year: string;
}

/** What three boxes amount to: nothing yet, a part missing, no such day, or a calendar day (ISO 8601). */
export type DateReading =
  | { readonly kind: 'Empty' }
  | { readonly kind: 'Incomplete'; readonly missing: readonly (keyof DateParts)[] }
  | { readonly kind: 'NotADate'; readonly wrong: readonly (keyof DateParts)[] }
  | { readonly kind: 'Day'; readonly iso: string };

export const emptyDateParts: DateParts = { day: '', month: '', year: '' };

const names = ['day', 'month', 'year'] as const;

/** Reads the boxes. Years need four digits, so that nobody is born in the year 85. */
export function readDateParts(parts: DateParts): DateReading {
  const missing = names.filter((name) => parts[name].trim() === '');
  if (missing.length === names.length) return { kind: 'Empty' };
  if (missing.length > 0) return { kind: 'Incomplete', missing };
  const [day, month, year] = names.map((name) => wholeNumber(parts[name])) as [number, number, number];
  const wrong = [
    ...(day >= 1 && day <= 31 ? [] : (['day'] as const)),
    ...(month >= 1 && month <= 12 ? [] : (['month'] as const)),
    ...(year >= 1000 && year <= 9999 ? [] : (['year'] as const)),
  ];
  if (wrong.length > 0) return { kind: 'NotADate', wrong };
  const date = new Date(Date.UTC(year, month - 1, day));
  if (date.getUTCDate() !== day) return { kind: 'NotADate', wrong: ['day'] };
  return { kind: 'Day', iso: date.toISOString().slice(0, 10) };
}

/** The boxes' text for a stored calendar day; empty boxes for null. */
export function datePartsOf(iso: string | null): DateParts {
  const match = iso === null ? null : /^(\d{4})-(\d{2})-(\d{2})$/.exec(iso);
  if (!match) return emptyDateParts;
  return { day: String(Number(match[3])), month: String(Number(match[2])), year: String(match[1]) };
}

function wholeNumber(text: string): number {
  return /^\d+$/.test(text.trim()) ? Number(text) : Number.NaN;
}
