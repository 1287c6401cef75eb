import { FormulaFault } from '../formula-error.js';
import {
  type CharacterRange,
  type CharacterSet,
  digitRanges,
  lineEndRanges,
  type ParsedPattern,
  type Pattern,
  posixRanges,
  rangeSet,
  spaceRanges,
  wordRanges,
} from './pattern.js';

/** The deepest nesting of groups. */
const maxNesting = 50;

/** The largest count in `{m,n}`. */
const maxCount = 1000;

/**
 * Reads a regular expression of Java's syntax, which is Salesforce's, but for what can take unbounded time or
 * needs to remember: back references, look-behind, possessive quantifiers, set intersection. Throws a fault that
 * says what was found.
 */
export function parsePattern(source: string): ParsedPattern {
  const reader: Reader = { source, at: 0, nesting: 0, dotMatchesAll: false };
  let ignoresCase = false;
  const flags = takeMatch(reader, /\(\?[isu]+\)/y);
  if (flags !== undefined) {
    ignoresCase = flags.includes('i');
    reader.dotMatchesAll = flags.includes('s');
  }
  const pattern = parseChoice(reader);
  if (reader.at < source.length) throw unfit(reader, 'unbalanced');
  return { pattern, ignoresCase };
}

interface Reader {
  readonly source: string;
  at: number;
  nesting: number;
  dotMatchesAll: boolean;
}

function parseChoice(reader: Reader): Pattern {
  reader.nesting += 1;
  if (reader.nesting > maxNesting) throw unfit(reader, 'nested too deeply');
  const branches = [parseSequence(reader)];
  while (take(reader, '|')) branches.push(parseSequence(reader));
  reader.nesting -= 1;
  const [only] = branches;
  return branches.length === 1 && only !== undefined ? only : { kind: 'Choice', branches };
}

function parseSequence(reader: Reader): Pattern {
  const parts: Pattern[] = [];
  while (reader.at < reader.source.length && !looksAt(reader, '|') && !looksAt(reader, ')')) {
    parts.push(parseQuantified(reader));
  }
  return { kind: 'Sequence', parts };
}

function parseQuantified(reader: Reader): Pattern {
  const part = parseAtom(reader);
  const bounds = parseQuantifier(reader);
  if (bounds === undefined) return part;
  if (looksAt(reader, '+')) throw unfit(reader, 'a possessive quantifier is not supported');
  take(reader, '?');
  if (parseQuantifier(reader) !== undefined) throw unfit(reader, 'dangling quantifier');
  return { kind: 'Repeat', part, ...bounds };
}

function parseQuantifier(reader: Reader): { readonly least: number; readonly most: number } | undefined {
  if (take(reader, '*')) return { least: 0, most: Number.POSITIVE_INFINITY };
  if (take(reader, '+')) return { least: 1, most: Number.POSITIVE_INFINITY };
  if (take(reader, '?')) return { least: 0, most: 1 };
  if (!looksAt(reader, '{')) return undefined;
  const match = takeMatch(reader, /\{(\d{1,6})(?:(,)(\d{1,6})?)?\}/y);
  const counts = /\{(\d+)(,?)(\d*)\}/.exec(match ?? '');
  if (counts === null) throw unfit(reader, 'a count is malformed');
  const least = Number(counts[1]);
  const most = counts[2] === '' ? least : counts[3] === '' ? Number.POSITIVE_INFINITY : Number(counts[3]);
  if (most < least || least > maxCount || (most > maxCount && most !== Number.POSITIVE_INFINITY)) {
    throw unfit(reader, 'a count is out of range');
  }
  return { least, most };
}

function parseAtom(reader: Reader): Pattern {
  if (take(reader, '(')) return parseGroup(reader);
  if (take(reader, '[')) return { kind: 'Characters', set: parseSet(reader) };
  if (take(reader, '^')) return { kind: 'Assertion', assertion: 'Start' };
  if (take(reader, '$')) return { kind: 'Assertion', assertion: 'End' };
  if (take(reader, '.'))
    return { kind: 'Characters', set: rangeSet(reader.dotMatchesAll ? [] : lineEndRanges, true) };
  if (take(reader, '\\')) return parseEscape(reader);
  if (/[*+?{]/.test(reader.source[reader.at] ?? '')) throw unfit(reader, 'dangling quantifier');
  return { kind: 'Characters', set: single(takeCharacter(reader)) };
}

function parseGroup(reader: Reader): Pattern {
  const opening = takeMatch(reader, /\?(?::|=|!|<[A-Za-z][A-Za-z0-9]*>)/y);
  if (opening === undefined && looksAt(reader, '?'))
    throw unfit(reader, 'this kind of group is not supported');
  const part = parseChoice(reader);
  if (!take(reader, ')')) throw unfit(reader, 'a group is not closed');
  if (opening === '?=' || opening === '?!') return { kind: 'LookAhead', part, isNegated: opening === '?!' };
  return part;
}

function parseEscape(reader: Reader): Pattern {
  if (take(reader, 'b')) return { kind: 'Assertion', assertion: 'WordBoundary' };
  if (take(reader, 'B')) return { kind: 'Assertion', assertion: 'NotWordBoundary' };
  if (take(reader, 'A')) return { kind: 'Assertion', assertion: 'Start' };
  if (take(reader, 'z') || take(reader, 'Z')) return { kind: 'Assertion', assertion: 'End' };
  const quoted = takeMatch(reader, /Q[\s\S]*?(?:\\E|$)/y);
  if (quoted !== undefined) {
    const letters = [...quoted.slice(1).replace(/\\E$/, '')];
    return {
      kind: 'Sequence',
      parts: letters.map((letter) => ({ kind: 'Characters', set: single(letter.codePointAt(0) ?? 0) })),
    };
  }
  const item = parseSetEscape(reader);
  return { kind: 'Characters', set: typeof item === 'number' ? single(item) : item };
}

const classEscapes: Readonly<Record<string, CharacterSet>> = {
  d: rangeSet(digitRanges),
  D: rangeSet(digitRanges, true),
  w: rangeSet(wordRanges),
  W: rangeSet(wordRanges, true),
  s: rangeSet(spaceRanges),
  S: rangeSet(spaceRanges, true),
};

const controlEscapes: Readonly<Record<string, number>> = { t: 9, n: 10, r: 13, f: 12, a: 7, e: 27 };

/** What follows a backslash, in or outside `[…]`: one character, or a class of them. */
function parseSetEscape(reader: Reader): number | CharacterSet {
  const property = takeMatch(reader, /[pP](?:[A-Z]|\{[A-Za-z]{1,30}\})/y);
  if (property !== undefined) {
    return propertySet(reader, property.slice(1).replace(/[{}]/g, ''), property.startsWith('P'));
  }
  const code = takeMatch(reader, /(?:x[0-9A-Fa-f]{2}|u[0-9A-Fa-f]{4})/y);
  if (code !== undefined) return Number.parseInt(code.slice(1), 16);
  const letter = reader.source[reader.at] ?? '';
  const known = classEscapes[letter] ?? controlEscapes[letter];
  if (known === undefined && (letter === '' || /[A-Za-z0-9]/.test(letter))) {
    throw unfit(reader, 'this escape is not supported');
  }
  const character = takeCharacter(reader);
  return known ?? character;
}

function propertySet(reader: Reader, name: string, isNegated: boolean): CharacterSet {
  const posix = posixRanges[name];
  if (posix !== undefined) return rangeSet(posix, isNegated);
  const property = name.replace(/^Is(?=[A-Z])/, '');
  if (!isUnicodeProperty(property)) throw unfit(reader, 'this property is not supported');
  return { ranges: [], properties: [property], within: [], isNegated };
}

function isUnicodeProperty(name: string): boolean {
  try {
    return new RegExp(`\\p{${name}}`, 'u') instanceof RegExp;
  } catch {
    return false;
  }
}

/** The inside of `[…]`, the bracket that opened it already read. */
function parseSet(reader: Reader): CharacterSet {
  const isNegated = take(reader, '^');
  const ranges: CharacterRange[] = [];
  const within: CharacterSet[] = [];
  let isFirst = true;
  while (isFirst || !take(reader, ']')) {
    isFirst = false;
    if (reader.at >= reader.source.length) throw unfit(reader, 'a set is not closed');
    if (looksAt(reader, '&&') || looksAt(reader, '['))
      throw unfit(reader, 'a set within a set is not supported');
    const first = takeSetItem(reader);
    if (typeof first !== 'number') {
      within.push(first);
      continue;
    }
    const last = looksAt(reader, '-') && !looksAt(reader, '-]') ? takeRangeEnd(reader) : first;
    if (last < first) throw unfit(reader, 'a range is out of order');
    ranges.push({ first, last });
  }
  return { ranges, properties: [], within, isNegated };
}

function takeRangeEnd(reader: Reader): number {
  take(reader, '-');
  const last = takeSetItem(reader);
  if (typeof last !== 'number') throw unfit(reader, 'a range ends in a class');
  return last;
}

function takeSetItem(reader: Reader): number | CharacterSet {
  return take(reader, '\\') ? parseSetEscape(reader) : takeCharacter(reader);
}

function single(character: number): CharacterSet {
  return rangeSet([{ first: character, last: character }]);
}

function looksAt(reader: Reader, text: string): boolean {
  return reader.source.startsWith(text, reader.at);
}

function take(reader: Reader, text: string): boolean {
  if (!looksAt(reader, text)) return false;
  reader.at += text.length;
  return true;
}

function takeMatch(reader: Reader, pattern: RegExp): string | undefined {
  pattern.lastIndex = reader.at;
  const match = pattern.exec(reader.source)?.[0];
  reader.at += match?.length ?? 0;
  return match;
}

function takeCharacter(reader: Reader): number {
  const character = reader.source.codePointAt(reader.at);
  if (character === undefined) throw unfit(reader, 'it ends too early');
  reader.at += character > 0xffff ? 2 : 1;
  return character;
}

function unfit(reader: Reader, reason: string): FormulaFault {
  return new FormulaFault('InvalidPattern', `Regular expression, character ${reader.at + 1}: ${reason}.`);
}
