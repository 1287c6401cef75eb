import { describe, expect, it } from 'vitest';
import { parseFilterLogic } from './filter-logic.js';

const condition = (number: number) => ({ kind: 'Condition', number });

describe('filter logic', () => {
  it('joins conditions as it is written', () => {
    expect(parseFilterLogic('1 AND (2 OR 3)', 3)).toEqual({
      kind: 'And',
      operands: [condition(1), { kind: 'Or', operands: [condition(2), condition(3)] }],
    });
    expect(parseFilterLogic('not 1 or (2 and 3)', 3)).toMatchObject({
      kind: 'Or',
      operands: [{ kind: 'Not', operand: condition(1) }, { kind: 'And' }],
    });
    expect(parseFilterLogic('((1))', 1)).toEqual(condition(1));
  });

  it.each([
    ['1 AND 2 OR 3', 3, 'AND and OR are mixed without parentheses'],
    ['1 AND', 1, 'it ends too early'],
    ['1 AND 3', 2, 'there is no condition 3'],
    ['1', 2, 'condition 2 is left out'],
    ['(1 AND 2', 2, 'a parenthesis is not closed'],
    ['1 2', 2, '2 is not expected there'],
    ['1 AND; 2', 2, '; is not expected there'],
    ['', 1, 'it ends too early'],
    [`${'('.repeat(60)}1`, 1, 'it is nested more than 50 levels deep'],
  ])('%s over %i conditions is refused', (text, count, message) => {
    expect(parseFilterLogic(text, count)).toBe(message);
  });
});
