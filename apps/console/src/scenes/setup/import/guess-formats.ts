import type { DateOrder, DecimalSeparator } from '@muster/client';

/** How days and numbers are written in a file. */
export interface ValueFormats {
  readonly dateOrder: DateOrder;
  readonly decimalSeparator: DecimalSeparator;
}

const DAY = /^(\d{1,2})[./-](\d{1,2})[./-]\d{4}/;

/** Guesses from values how a file writes days and numbers; where they do not tell, as the reader's language does. */
export function guessFormats(
  days: readonly string[],
  numbers: readonly string[],
  language: string,
): ValueFormats {
  return { dateOrder: orderOf(days, language), decimalSeparator: separatorOf(numbers, language) };
}

function orderOf(days: readonly string[], language: string): DateOrder {
  const parts = days.flatMap((text) => {
    const match = DAY.exec(text.trim());
    return match === null ? [] : [[Number(match[1]), Number(match[2])] as const];
  });
  if (parts.length === 0) return 'YMD';
  if (parts.some(([first]) => first > 12)) return 'DMY';
  if (parts.some(([, second]) => second > 12)) return 'MDY';
  return language.startsWith('en') ? 'MDY' : 'DMY';
}

function separatorOf(numbers: readonly string[], language: string): DecimalSeparator {
  const texts = numbers.map((text) => text.trim());
  if (texts.some((text) => /,\d{1,2}$/.test(text) || /\.\d{3}[.,]/.test(text))) return 'COMMA';
  if (texts.some((text) => /\.\d/.test(text) || /,\d{3}\b/.test(text))) return 'POINT';
  return language.startsWith('en') ? 'POINT' : 'COMMA';
}
