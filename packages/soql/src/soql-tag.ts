type SoqlValue = string | number | boolean | null | readonly string[] | SoqlDateTime;

/** An instant to put into a query: milliseconds or an ISO text. */
export interface SoqlDateTime {
  readonly dateTime: number | string;
}

/**
 * Builds SOQL from a template: values become literals, quoted and escaped, lists become `('a', 'b')`. An empty list
 * becomes a list of the empty text, which nothing stored equals. Days, names and patterns come from the functions
 * below.
 */
export function soql(parts: TemplateStringsArray, ...values: readonly (SoqlValue | SoqlFragment)[]): string {
  return parts.map((part, i) => (i === 0 ? part : literal(values[i - 1] ?? null) + part)).join('');
}

/** A piece of SOQL made by this module only: a day, or names joined by commas. */
export interface SoqlFragment {
  readonly fragment: string;
}

/** A calendar day, `YYYY-MM-DD`. @throws Error for any other text. */
export function soqlDate(day: string): SoqlFragment {
  if (!/^\d{4}-\d{2}-\d{2}$/.test(day)) throw new Error(`Not a day: ${day}`);
  return { fragment: day };
}

/** Field or object names, joined by commas. @throws Error for what is no API name or path. */
export function soqlNames(...names: readonly string[]): SoqlFragment {
  for (const name of names) {
    if (!/^[A-Za-z]\w*(\.[A-Za-z]\w*)*$/.test(name)) throw new Error(`Not a name: ${name}`);
  }
  return { fragment: names.join(', ') };
}

function literal(value: SoqlValue | SoqlFragment): string {
  if (value === null || typeof value === 'boolean' || typeof value === 'number') return String(value);
  if (typeof value === 'string') return quoted(value);
  if ('fragment' in value) return value.fragment;
  if ('dateTime' in value) return new Date(value.dateTime).toISOString();
  return `(${(value.length > 0 ? value : ['']).map(quoted).join(', ')})`;
}

function quoted(text: string): string {
  const escaped = text
    .replaceAll('\\', '\\\\')
    .replaceAll("'", "\\'")
    .replaceAll('\n', '\\n')
    .replaceAll('\r', '\\r')
    .replaceAll('\t', '\\t');
  return `'${escaped}'`;
}

/** A text as a LIKE pattern that finds it anywhere, wildcards in it standing for themselves. */
export function soqlContains(text: string): SoqlFragment {
  return {
    fragment: quoted(text).replace(
      /^'(.*)'$/s,
      (_, inner: string) => `'%${inner.replace(/[%_]/g, '\\$&')}%'`,
    ),
  };
}
