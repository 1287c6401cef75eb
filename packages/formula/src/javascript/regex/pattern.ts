/** Characters (code points) from `first` to `last`. */
export interface CharacterRange {
  readonly first: number;
  readonly last: number;
}

export interface CharacterSet {
  readonly ranges: readonly CharacterRange[];
  /** Unicode properties such as `L` or `Lu`, as JavaScript names them. */
  readonly properties: readonly string[];
  readonly within: readonly CharacterSet[];
  readonly isNegated: boolean;
}

export type Assertion = 'Start' | 'End' | 'WordBoundary' | 'NotWordBoundary';

/** A regular expression as written. Groups leave no trace: nothing asks what they matched. */
export type Pattern =
  | { readonly kind: 'Characters'; readonly set: CharacterSet }
  | { readonly kind: 'Sequence'; readonly parts: readonly Pattern[] }
  | { readonly kind: 'Choice'; readonly branches: readonly Pattern[] }
  | { readonly kind: 'Repeat'; readonly part: Pattern; readonly least: number; readonly most: number }
  | { readonly kind: 'Assertion'; readonly assertion: Assertion }
  | { readonly kind: 'LookAhead'; readonly part: Pattern; readonly isNegated: boolean };

export interface ParsedPattern {
  readonly pattern: Pattern;
  readonly ignoresCase: boolean;
}

const ascii = (text: string): readonly CharacterRange[] =>
  text.split(' ').map((range) => ({
    first: range.codePointAt(0) ?? 0,
    last: range.codePointAt(range.length - 1) ?? 0,
  }));

/** A set of plain ranges. */
export function rangeSet(ranges: readonly CharacterRange[], isNegated = false): CharacterSet {
  return { ranges, properties: [], within: [], isNegated };
}

export const digitRanges = ascii('09');
export const wordRanges = ascii('az AZ 09 _');
export const spaceRanges: readonly CharacterRange[] = [
  { first: 0x09, last: 0x0d },
  { first: 0x20, last: 0x20 },
];

/** What `.` does not match. */
export const lineEndRanges: readonly CharacterRange[] = [
  { first: 0x0a, last: 0x0a },
  { first: 0x0d, last: 0x0d },
  { first: 0x85, last: 0x85 },
  { first: 0x2028, last: 0x2029 },
];

/** The POSIX classes `\p{…}` names in Java; they are ASCII only. */
export const posixRanges: Readonly<Record<string, readonly CharacterRange[]>> = {
  Lower: ascii('az'),
  Upper: ascii('AZ'),
  Alpha: ascii('az AZ'),
  Digit: digitRanges,
  Alnum: ascii('az AZ 09'),
  Punct: ascii('!/ :@ [` {~'),
  Space: spaceRanges,
};
