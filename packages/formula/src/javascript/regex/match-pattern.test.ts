import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { FormulaFault } from '../formula-error.js';
import { createPatternMatcher } from './match-pattern.js';

const matches = createPatternMatcher();

/** Patterns that mean the same in JavaScript. */
const { pattern: anyPattern } = fc.letrec<{ pattern: string }>((tie) => {
  const atom = fc.constantFrom(
    'a',
    'b',
    'c',
    '.',
    '[ab]',
    '[^a]',
    '[a-c]',
    '\\w',
    '\\d',
    '\\s',
    '\\b',
    '^',
    '$',
  );
  const part = tie('pattern');
  const group = part.map((inner) => `(${inner})`);
  const ahead = fc.tuple(fc.constantFrom('=', '!'), part).map(([kind, inner]) => `(?${kind}${inner})`);
  const repeat = fc
    .tuple(part, fc.constantFrom('*', '+', '?', '{2}', '{0,2}', '{1,}', '*?', '+?'))
    .map(([inner, quantifier]) => `(?:${inner})${quantifier}`);
  const sequence = fc.array(part, { maxLength: 3 }).map((parts) => parts.join(''));
  const choice = fc.tuple(part, part).map(([left, right]) => `(?:${left}|${right})`);
  return { pattern: fc.oneof({ maxDepth: 3 }, atom, group, ahead, repeat, sequence, choice) };
});

const anyText = fc
  .array(fc.constantFrom('a', 'b', 'c', '1', ' ', '_', '-'), { maxLength: 6 })
  .map((letters) => letters.join(''));

function faultOf(pattern: string, text = ''): string {
  try {
    return String(matches(pattern, text));
  } catch (fault) {
    if (fault instanceof FormulaFault) return fault.error.code;
    throw fault;
  }
}

describe('matching a regular expression', () => {
  it('agrees with JavaScript where both have the syntax', () => {
    fc.assert(
      fc.property(anyPattern, anyText, (pattern, text) => {
        expect(matches(pattern, text)).toBe(new RegExp(`^(?:${pattern})$`).test(text));
      }),
      { numRuns: 3000 },
    );
  });

  it.each([
    ['[\\w.+-]+@[\\w-]+\\.[\\w.]+', 'ana.lopez@example.org', true],
    ['[\\w.+-]+@[\\w-]+\\.[\\w.]+', 'ana.lopez@', false],
    ['[]a]', ']', true],
    ['[a\\-z]', '-', true],
    ['[a-]', '-', true],
    ['[\\d\\s]+', '1 2', true],
    ['[^\\d\\s]+', 'ab', true],
    ['\\u00f1\\x41\\t', 'ñA\t', true],
    ['\\p{Alpha}\\p{Lu}\\P{L}', 'xÑ5', true],
    ['(?<year>\\d{4})', '2026', true],
    ['😀.', '😀😀', true],
    ['(?i)É', 'é', true],
    ['(?s)a.b', 'a\nb', true],
    ['a.b', 'a\nb', false],
    ['a$', 'a\n', false],
    ['a$\\n', 'a\n', true],
  ])('%s on %j: %s', (pattern, text, result) => {
    expect(matches(pattern, text)).toBe(result);
  });

  it.each([
    '(',
    ')',
    '[a',
    'a**',
    '*a',
    'a++',
    'a{3,2}',
    'a{x}',
    '[z-a]',
    '(a)\\1',
    '(?<=a)b',
    '\\q',
    '\\',
    '[a&&b]',
    '\\p{Nope}',
  ])('says that it cannot read %s', (pattern) => {
    expect(faultOf(pattern)).toBe('InvalidPattern');
  });

  it('never takes long', () => {
    expect(faultOf('(a*)*(a*)*b', 'a'.repeat(30_000))).toBe('PatternTooComplicated');
    expect(faultOf('(a|aa)+$', 'a'.repeat(500).concat('b'))).toBe('false');
    expect(faultOf('((((a{1000}){1000}){1000}){1000})')).toBe('PatternTooComplicated');
    expect(faultOf('((((){1000}){1000}){1000}){1000}')).toBe('PatternTooComplicated');
    expect(faultOf('('.repeat(1000))).toBe('InvalidPattern');
    expect(faultOf('a*', 'a'.repeat(100_000))).toBe('PatternTooComplicated');
  });
});
