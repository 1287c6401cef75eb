import { MusterError } from '@muster/kernel';
import { describe, expect, it } from 'vitest';
import { maxFormulaLength, parseFormula } from './parse-formula.js';
import { printFormula } from './print-formula.js';

function refusal(text: string): { readonly message: string; readonly offset: number | undefined } {
  try {
    parseFormula(text);
  } catch (error) {
    if (error instanceof MusterError) return { message: error.message, offset: error.at?.offset };
    throw error;
  }
  throw new Error(`${text} was not refused`);
}

describe('parseFormula', () => {
  it.each([
    ['IF(a,"x",\'y\')', 'IF(a, "x", "y")'],
    ['a == b != c', 'a = b <> c'],
    ['((a))', 'a'],
    ['(a + b) * c', '(a + b) * c'],
    ['a - (b - c)', 'a - (b - c)'],
    ['(a - b) - c', 'a - b - c'],
    ['not a', 'not(a)'],
    ['NOT(a) && true', 'NOT(a) && TRUE'],
    ['!(a || b)', '!(a || b)'],
    ['-(-a)', '--a'],
    ['Account.Owner.Name & $User.Alias', 'Account.Owner.Name & $User.Alias'],
    ['/* who */ a /* and */ & /**/ b', 'a & b'],
    ['a\u200b&\u00a0b', 'a & b'],
    ['"say \\"hi\\"\\n" & \'it\\\'s\'', '"say \\"hi\\"\\n" & "it\'s"'],
    ['null', 'NULL'],
    ['TODAY()', 'TODAY()'],
    ['1.50', '1.50'],
  ])('reads %s', (text, printed) => {
    expect(printFormula(parseFormula(text))).toBe(printed);
  });

  it.each([
    ['', "Syntax error. Found 'end of formula'", 0],
    ['1 +', "Syntax error. Found 'end of formula'", 3],
    ['IF(a, b', "Syntax error. Missing ')'", 7],
    ['(a + b', "Syntax error. Missing ')'", 6],
    ['IF(a b)', "Syntax error. Missing ')'", 5],
    ['a b', 'Syntax error. Extra b', 2],
    ['a)', "Syntax error. Extra ')'", 1],
    ['AND(a,)', "Syntax error. Found ')'", 6],
    ['* a', "Syntax error. Found '*'", 0],
    ['a # b', "Syntax error. Found '#'", 2],
    ['.5', "Syntax error. Found '.'", 0],
    ['a & "open', `Syntax error. Missing '"'`, 4],
    ['"two\nlines"', `Syntax error. Missing '"'`, 0],
    ['"\\d"', "Syntax error. Found '\\d'", 1],
    ['a /* open', "Syntax error. Missing '*/'", 2],
  ])('refuses %j where the mistake is', (text, message, offset) => {
    expect(refusal(text)).toEqual({ message, offset });
  });

  it('says row and column', () => {
    expect(() => parseFormula('IF(a,\n  b c)')).toThrowError(
      expect.objectContaining({ at: { offset: 10, row: 2, column: 5 }, code: 'FIELD_INTEGRITY_EXCEPTION' }),
    );
  });

  it('refuses what is too long or too deep, and takes long chains', () => {
    const long = `"${'x'.repeat(maxFormulaLength)}"`;
    expect(refusal(long).message).toBe(
      'Formula is too long (5,002 characters). Maximum length is 5,000 characters',
    );
    expect(refusal('('.repeat(4000)).message).toBe('Formula is too complex. Maximum depth is 100 levels');
    expect(refusal('-'.repeat(4000)).message).toBe('Formula is too complex. Maximum depth is 100 levels');
    expect(refusal('1+'.repeat(2400).concat('1')).message).toContain('too complex');
    expect(printFormula(parseFormula('a & '.repeat(499).concat('a')))).toHaveLength(1997);
    expect(() => parseFormula('IF(a, b, '.repeat(98).concat('c', ')'.repeat(98)))).not.toThrow();
  });
});
