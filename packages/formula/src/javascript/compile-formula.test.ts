import { MusterError } from '@muster/kernel';
import { describe, expect, it } from 'vitest';
import type { FieldInfo, Scope } from '../check/formula-type.js';
import { compileFormula, type EvaluationContext } from './compile-formula.js';
import type { FieldValue } from './field-value.js';

const context: EvaluationContext = {
  now: Date.UTC(2026, 2, 1, 6, 30),
  timeZone: 'America/New_York',
  blanks: 'BlankAsBlank',
};

function scopeOf(fields: Readonly<Record<string, FieldInfo['type']>>): Scope {
  return (path) => {
    const type = fields[path];
    return type === undefined ? undefined : { type };
  };
}

function evaluate(text: string, fields: Readonly<Record<string, [FieldInfo['type'], FieldValue]>>) {
  const scope: Scope = (path) => (fields[path] === undefined ? undefined : { type: fields[path][0] });
  return compileFormula(text, scope).evaluate((path) => fields[path]?.[1], context);
}

describe('compileFormula', () => {
  it('answers an eligibility rule over answers', () => {
    const scope = scopeOf({ BORN: 'Date', CITIZEN: 'Boolean', DEGREE: 'Picklist' });
    const rule = compileFormula(
      'ADDMONTHS(BORN, 21 * 12) <= TODAY() && CITIZEN && NOT(ISPICKVAL(DEGREE, "None"))',
      scope,
      { expected: 'Boolean' },
    );
    const answers = (born: string, degree: string) => (path: string) =>
      ({ BORN: born, CITIZEN: true, DEGREE: degree })[path];
    expect(rule.fields).toEqual(['BORN', 'CITIZEN', 'DEGREE']);
    expect(rule.evaluate(answers('2005-03-01', 'BA'), context)).toBe(true);
    expect(rule.evaluate(answers('2005-03-02', 'BA'), context)).toBe(false);
    expect(rule.evaluate(answers('1990-01-01', 'None'), context)).toBe(false);
    expect(rule.evaluate(() => null, context)).toBe(false);
  });

  it('has TODAY where the user is, and asks for no field a branch does not need', () => {
    const { evaluate: run } = compileFormula(
      'IF(TODAY() = DATE(2026, 3, 1), A, B)',
      scopeOf({ A: 'Text', B: 'Text' }),
    );
    const asked: string[] = [];
    const read = (path: string): FieldValue => {
      asked.push(path);
      return path;
    };
    expect(run(read, context)).toBe('A');
    expect(run(read, { ...context, timeZone: 'America/Los_Angeles' })).toBe('B');
    expect(run(read, { ...context, timeZone: 'Asia/Tokyo' })).toBe('A');
    expect(asked).toEqual(['A', 'B', 'A']);
  });

  it('throws what is wrong, where, and all of it', () => {
    const compile = () => compileFormula('Amount +\n  Missing + NOPE()', scopeOf({ Amount: 'Number' }));
    expect(compile).toThrowError(MusterError);
    expect(compile).toThrowError(
      expect.objectContaining({
        message: 'Field Missing does not exist. Check spelling.',
        code: 'FIELD_INTEGRITY_EXCEPTION',
        at: { offset: 11, row: 2, column: 3 },
        data: {
          problems: [
            { message: 'Field Missing does not exist. Check spelling.', at: 11 },
            { message: 'Unknown function NOPE. Check spelling.', at: 21 },
          ],
        },
      }),
    );
    expect(() => compileFormula('1', scopeOf({}), { expected: 'Boolean' })).toThrowError(
      'Formula result is data type (Number), incompatible with expected data type (Boolean).',
    );
  });

  it('takes values as the API spells them', () => {
    expect(evaluate('A', { A: ['Number', 12.5] })).toBe('12.5');
    expect(evaluate('A', { A: ['Number', '12.50'] })).toBe('12.5');
    expect(evaluate('A', { A: ['Date', '2026-03-01'] })).toBe('2026-03-01');
    expect(evaluate('A', { A: ['DateTime', '2026-03-01T09:30:00.000+0000'] })).toBe(
      '2026-03-01T09:30:00.000Z',
    );
    expect(evaluate('A', { A: ['DateTime', '2026-03-01T09:30:00-05:00'] })).toBe('2026-03-01T14:30:00.000Z');
    expect(evaluate('A', { A: ['DateTime', '2026-03-01 09:30:00.123456+00:00'] })).toBe(
      '2026-03-01T09:30:00.123Z',
    );
    expect(evaluate('A', { A: ['DateTime', Date.UTC(2026, 2, 1)] })).toBe('2026-03-01T00:00:00.000Z');
    expect(evaluate('A', { A: ['Time', '09:30:00.000Z'] })).toBe('09:30:00.000');
    expect(evaluate('INCLUDES(A, "b")', { A: ['Multipicklist', ['a', 'b']] })).toBe(true);
    expect(evaluate('A', { A: ['Boolean', null] })).toBe(false);
    expect(evaluate('A', { A: ['Text', ''] })).toBeNull();
  });

  it('answers a value that does not fit its field with an error value', () => {
    const unfit = expect.objectContaining({ kind: 'FormulaError', code: 'UnfitValue' });
    expect(evaluate('A', { A: ['Number', 'twelve'] })).toEqual(unfit);
    expect(evaluate('A', { A: ['Number', Number.NaN] })).toEqual(unfit);
    expect(evaluate('A', { A: ['Date', '2026-02-30'] })).toEqual(unfit);
    expect(evaluate('A', { A: ['Boolean', 'true'] })).toEqual(unfit);
    expect(evaluate('A', { A: ['Text', 5] })).toEqual(unfit);
  });

  it('hands on the error of a formula field it reads', () => {
    const failed = evaluate('1 / 0', {});
    expect(failed).toEqual({
      kind: 'FormulaError',
      code: 'DivisionByZero',
      message: 'A number is divided by zero.',
    });
    expect(evaluate('A + 1', { A: ['Number', failed] })).toEqual(failed);
    expect(evaluate('IFERROR(A, 0)', { A: ['Number', failed] })).toBe('0');
  });

  it('stops a text that would grow without bound', () => {
    const grow = `${'SUBSTITUTE('.repeat(20)}A${', "a", "aaaaaaaaaa")'.repeat(20)}`;
    expect(evaluate(grow, { A: ['Text', 'a'] })).toMatchObject({ code: 'TooBig' });
  });
});
