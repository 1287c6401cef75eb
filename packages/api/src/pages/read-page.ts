import { MusterError } from '@muster/kernel';

/** `?limit=25&offset=50`. @throws MusterError INVALID_INPUT for what is no whole number in reach */
export function readPage(
  query: URLSearchParams,
  { byDefault, most }: { readonly byDefault: number; readonly most: number },
): { readonly limit: number; readonly offset: number } {
  return {
    limit: readWhole(query, 'limit', byDefault, 1, most),
    offset: readWhole(query, 'offset', 0, 0, most),
  };
}

function readWhole(
  query: URLSearchParams,
  name: string,
  byDefault: number,
  least: number,
  most: number,
): number {
  const text = query.get(name);
  if (text === null) return byDefault;
  const value = Number(text);
  if (/^\d{1,9}$/.test(text) && value >= least && value <= most) return value;
  throw new MusterError(
    'INVALID_INPUT',
    `${name} is ${text}, expected a whole number from ${least} to ${most}`,
  );
}
