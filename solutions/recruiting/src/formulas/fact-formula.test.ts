import { describe, expect, it } from 'vitest';
import { checkFactFormula, factEvaluator } from './fact-formula.js';

describe('conditions over facts', () => {
  const evaluate = factEvaluator();

  it('take each fact for what the formula makes of it', () => {
    expect(evaluate('polygraph_not_lawful', { polygraph_not_lawful: true })).toBe(true);
    expect(evaluate('driving_licence = "suspended"', { driving_licence: 'suspended' })).toBe(true);
    expect(evaluate('AND(age >= 18, NOT(barred))', { age: 20, barred: false })).toBe(true);
  });

  it('are false while a fact is not known or is of another type', () => {
    expect(evaluate('driving_licence = "suspended"', {})).toBe(false);
    expect(evaluate('driving_licence = "suspended"', { driving_licence: true })).toBe(false);
    expect(evaluate('age >= 18', { age: 'old' })).toBe(false);
    expect(evaluate('NOT(polygraph_not_lawful)', {})).toBe(true);
  });

  it('compare names without case', () => {
    expect(evaluate('Driving_Licence = "suspended"', { driving_licence: 'suspended' })).toBe(true);
  });

  it('are refused with a reason when they make no sense', () => {
    expect(checkFactFormula('age >= 18')).toBeUndefined();
    expect(checkFactFormula('age >=')).toBeTruthy();
    expect(checkFactFormula('1 + 1')).toBeTruthy();
    expect(checkFactFormula('AND(a, b, c, d, e)')).toContain('4 facts');
  });
});
