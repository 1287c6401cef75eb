import { MusterError } from '@muster/kernel';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { checkFormula } from './check/check-formula.js';
import type { FormulaType } from './check/formula-type.js';
import { allOperations } from './functions/all-operations.js';
import { compileFormula } from './javascript/compile-formula.js';
import type { FieldValue } from './javascript/field-value.js';
import { type BinaryOperator, bindingPower, type Expression } from './syntax/expression.js';
import { fieldsUsed } from './syntax/fields-used.js';
import { parseFormula } from './syntax/parse-formula.js';
import { printFormula } from './syntax/print-formula.js';

const fieldTypes: Readonly<Record<string, FormulaType>> = {
  Name: 'Text',
  Amount: 'Number',
  Licensed: 'Boolean',
  Born: 'Date',
  'Account.Hired': 'DateTime',
  $Shift: 'Time',
  Station: 'Picklist',
  Languages: 'Multipicklist',
  OwnerId: 'Id',
};

const functionNames = [...new Set(allOperations.map(({ name }) => name))].filter((name) =>
  /^[A-Z]/.test(name),
);
const operators = Object.keys(bindingPower) as BinaryOperator[];
const at = 0;

/** Trees of the whole grammar, well typed or not. */
const { expression: anyExpression } = fc.letrec<{ expression: Expression }>((tie) => {
  const leaf: fc.Arbitrary<Expression> = fc.oneof(
    fc.nat(10_000).map((value): Expression => ({ kind: 'NumberLiteral', text: String(value), at })),
    fc.string({ maxLength: 8 }).map((value): Expression => ({ kind: 'TextLiteral', value, at })),
    fc.boolean().map((value): Expression => ({ kind: 'BooleanLiteral', value, at })),
    fc.constant<Expression>({ kind: 'NullLiteral', at }),
    fc
      .constantFrom(...Object.keys(fieldTypes))
      .map((path): Expression => ({ kind: 'FieldReference', path, at })),
  );
  const part = tie('expression');
  const call = fc
    .tuple(fc.constantFrom(...functionNames), fc.array(part, { maxLength: 4 }))
    .map(
      ([name, args]): Expression => ({
        kind: 'Call',
        name,
        args: name === 'NOT' ? args.slice(0, 1) : args,
        at,
      }),
    )
    .filter((node) => node.kind === 'Call' && (node.name !== 'NOT' || node.args.length === 1));
  const unary = fc
    .tuple(fc.constantFrom('-', '+', '!'), part)
    .map(([operator, operand]): Expression => ({ kind: 'Unary', operator, operand, at }));
  const binary = fc
    .tuple(fc.constantFrom(...operators), part, part)
    .map(([operator, left, right]): Expression => ({ kind: 'Binary', operator, left, right, at }));
  return { expression: fc.oneof({ maxDepth: 5 }, leaf, call, unary, binary) };
});

/** Texts made of the language's own pieces: they get further than random characters. */
const tokenSoup = fc
  .array(
    fc.oneof(
      fc.constantFrom('(', ')', ',', '"', "'", '/*', '*/', '\\', '\n', ' ', 'NOT', 'NULL', '.', '1', '5e9'),
      fc.constantFrom(...operators, '==', '!=', '!'),
      fc.constantFrom(...functionNames, ...Object.keys(fieldTypes)),
      fc.string({ maxLength: 3, unit: 'binary' }),
    ),
    { maxLength: 30 },
  )
  .map((pieces) => pieces.join(''));

const anyValue: fc.Arbitrary<FieldValue> = fc.oneof(
  fc.constantFrom<FieldValue>(
    null,
    undefined,
    '',
    true,
    false,
    'El Paso',
    'a;b',
    ['a', 'b'],
    [],
    '22:00:00.000Z',
  ),
  fc.constantFrom<FieldValue>(
    '1998-02-28',
    '2026-02-30',
    '2026-03-01T10:00:00.000+0000',
    '1e60',
    '-0',
    0,
    -1.5,
  ),
  fc.double(),
  fc.string({ unit: 'binary', maxLength: 12 }),
);

const context = { now: Date.UTC(2026, 2, 1), timeZone: 'America/Denver', blanks: 'BlankAsZero' } as const;

describe('every formula', () => {
  it('is read back from its own text as it was', () => {
    fc.assert(
      fc.property(anyExpression, (expression) => {
        expect(withoutPositions(parseFormula(printFormula(expression)))).toEqual(expression);
      }),
      { numRuns: 2000 },
    );
  });

  it('names every field it asks for', () => {
    fc.assert(
      fc.property(anyExpression, (expression) => {
        const used = fieldsUsed(expression);
        const text = printFormula(expression);
        expect(used.every((path) => text.includes(path))).toBe(true);
        expect(new Set(used).size).toBe(used.length);
      }),
    );
  });

  it('that passes the check evaluates to a value or an error value, whatever the fields hold', () => {
    let evaluated = 0;
    fc.assert(
      fc.property(anyExpression, fc.array(anyValue, { minLength: 9, maxLength: 9 }), (expression, values) => {
        const text = printFormula(expression);
        if (checkFormula(expression, scope).checked === undefined) return;
        evaluated += 1;
        const { evaluate } = compileFormula(text, scope);
        evaluate((path) => values[Object.keys(fieldTypes).indexOf(path)], context);
      }),
      { numRuns: 5000 },
    );
    expect(evaluated).toBeGreaterThan(100);
  });
});

describe('any text', () => {
  it.each([
    ['of random characters', fc.string({ unit: 'binary', maxLength: 60 })],
    ['of the language’s pieces', tokenSoup],
  ])('%s is a formula or is refused with a MusterError', (_, texts) => {
    fc.assert(
      fc.property(texts, (text) => {
        try {
          compileFormula(text, scope).evaluate(() => null, context);
        } catch (error) {
          expect(error).toBeInstanceOf(MusterError);
        }
      }),
      { numRuns: 3000 },
    );
  });
});

function scope(path: string) {
  const type = fieldTypes[path];
  return type === undefined ? undefined : { type };
}

function withoutPositions(node: Expression): Expression {
  switch (node.kind) {
    case 'Call':
      return { ...node, args: node.args.map(withoutPositions), at };
    case 'Unary':
      return { ...node, operand: withoutPositions(node.operand), at };
    case 'Binary':
      return { ...node, left: withoutPositions(node.left), right: withoutPositions(node.right), at };
    default:
      return { ...node, at };
  }
}
