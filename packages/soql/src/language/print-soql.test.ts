import { fc, test } from '@fast-check/vitest';
import { describe, expect } from 'vitest';
import type {
  And,
  Argument,
  Condition,
  FieldItem,
  FromItem,
  GroupBy,
  Name,
  Operand,
  Or,
  OrderItem,
  Path,
  SelectItem,
  SelectQuery,
  SoqlNode,
  WithClause,
} from './ast.js';
import {
  fixedDateRanges,
  type Literal,
  type NumberLiteral,
  numberedDateRanges,
  type StringLiteral,
} from './literal.js';
import { parseSoql } from './parse-soql.js';
import { printSoql } from './print-soql.js';
import { isPlainWord } from './tokens.js';

const at = 0;
const list = <T>(item: fc.Arbitrary<T>, minLength = 1) => fc.array(item, { minLength, maxLength: 3 });
const maybe = <T>(item: fc.Arbitrary<T>): fc.Arbitrary<T | null> => fc.option(item, { nil: null });

const word = fc
  .stringMatching(/^[A-Za-z][A-Za-z0-9_]{0,8}$/)
  .filter((text) => isPlainWord({ kind: 'word', text, key: text.toUpperCase(), at, end: 0 }));
const name: fc.Arbitrary<Name> = word.map((text) => ({ kind: 'Name', text, at }));
/** A name with a tail that no keyword and no literal has. */
const alias: fc.Arbitrary<Name> = word.map((text) => ({ kind: 'Name', text: `${text}_x`, at }));
const path: fc.Arbitrary<Path> = list(name).map((names) => ({ kind: 'Path', names, at }));

const number: fc.Arbitrary<NumberLiteral> = fc
  .stringMatching(/^-?(0|[1-9]\d{0,17})(\.\d{1,6})?(E-?\d{1,2})?$/)
  .map((text) => ({ kind: 'NumberLiteral', text, at }));
const count: fc.Arbitrary<NumberLiteral> = fc
  .nat(2_147_483_647)
  .map((value) => ({ kind: 'NumberLiteral', text: String(value), at }));
const string: fc.Arbitrary<StringLiteral> = fc
  .array(fc.tuple(fc.constantFrom(...'a_%\'\\"\n\r\t é'), fc.boolean()), { maxLength: 10 })
  .map((characters) => ({
    kind: 'StringLiteral',
    value: characters.map(([character]) => character).join(''),
    escapedWildcards: characters.flatMap(([character, isEscaped], index) =>
      isEscaped && '_%'.includes(character) ? [index] : [],
    ),
    at,
  }));
const instant = fc.date({ min: new Date('0001-01-01'), max: new Date('9999-12-31'), noInvalidDate: true });

const literal: fc.Arbitrary<Literal> = fc.oneof(
  string,
  number,
  instant.map((date): Literal => ({ kind: 'DateLiteral', value: date.toISOString().slice(0, 10), at })),
  instant.map((date): Literal => ({ kind: 'DateTimeLiteral', value: date.toISOString(), at })),
  instant.map((date): Literal => ({ kind: 'TimeLiteral', value: date.toISOString().slice(11), at })),
  fc.boolean().map((value): Literal => ({ kind: 'BooleanLiteral', value, at })),
  fc.constant<Literal>({ kind: 'NullLiteral', at }),
  fc
    .tuple(fc.constantFrom('USD', 'EUR'), fc.stringMatching(/^-?\d{1,9}(\.\d{1,4})?$/))
    .map(([currency, amount]): Literal => ({ kind: 'CurrencyLiteral', currency, amount, at })),
  fc
    .constantFrom(...fixedDateRanges)
    .map((range): Literal => ({ kind: 'DateRangeLiteral', range, count: null, at })),
  fc
    .tuple(fc.constantFrom(...numberedDateRanges), fc.nat(9_999))
    .map(([range, n]): Literal => ({ kind: 'DateRangeLiteral', range, count: n, at })),
);

const call = (argument: fc.Arbitrary<Argument>): fc.Arbitrary<Operand> =>
  fc.record({
    kind: fc.constant('FunctionCall' as const),
    name: alias,
    arguments: list(argument),
    at: fc.constant(at),
  });
const place: fc.Arbitrary<Argument> = fc.record({
  kind: fc.constant('Geolocation' as const),
  latitude: number,
  longitude: number,
  at: fc.constant(at),
});
const operand: fc.Arbitrary<Operand> = fc.oneof(
  path,
  call(fc.oneof(path, call(path), place, string, number)),
);

const comparison: fc.Arbitrary<Condition> = fc
  .tuple(operand, fc.constantFrom('=', '!=', '<', '<=', '>', '>=', 'LIKE'), literal)
  .filter(([, operator, right]) => operator !== 'LIKE' || right.kind !== 'NullLiteral')
  .map(([left, operator, right]): Condition => ({ kind: 'Comparison', left, operator, right, at }));

const filter = fc
  .tuple(
    name,
    fc.constantFrom('AT' as const, 'ABOVE' as const, 'BELOW' as const, 'ABOVE_OR_BELOW' as const),
    list(name),
  )
  .map(([group, operator, categories]) => ({
    kind: 'CategoryFilter' as const,
    group,
    operator,
    categories,
    at,
  }));
const setting = fc
  .tuple(name, literal)
  .map(([key, value]) => ({ kind: 'WithSetting' as const, name: key, value, at }));
const withClause: fc.Arbitrary<WithClause> = fc.oneof(
  fc
    .constantFrom('SECURITY_ENFORCED' as const, 'USER_MODE' as const, 'SYSTEM_MODE' as const)
    .map((mode): WithClause => ({ kind: 'WithAccess', mode, at })),
  list(filter).map((filters): WithClause => ({ kind: 'WithDataCategory', filters, at })),
  fc
    .tuple(alias, list(setting))
    .map(([context, settings]): WithClause => ({ kind: 'WithContext', name: context, settings, at })),
  fc.tuple(path, literal).map(([field, value]): WithClause => ({ kind: 'WithField', field, value, at })),
);

const query = fc.letrec<{ query: SelectQuery; condition: Condition; semiJoin: SelectQuery }>((tie) => ({
  condition: fc.oneof(
    { maxDepth: 3 },
    comparison,
    fc
      .tuple(operand, fc.boolean(), list(literal))
      .map(([left, negated, values]): Condition => ({ kind: 'InList', left, negated, values, at })),
    fc
      .tuple(operand, fc.boolean(), list(string))
      .map(([left, negated, values]): Condition => ({ kind: 'Includes', left, negated, values, at })),
    tie('condition').map((inner): Condition => ({ kind: 'Not', operand: inner, at })),
    fc
      .tuple(
        fc.constantFrom<(And | Or)['kind']>('And', 'Or'),
        fc.array(tie('condition'), { minLength: 2, maxLength: 3 }),
      )
      .map(([kind, operands]): Condition => ({ kind, operands, at })),
    fc
      .tuple(operand, fc.boolean(), tie('semiJoin'))
      .map(([left, negated, inner]): Condition => ({ kind: 'SemiJoin', left, negated, query: inner, at })),
  ),
  semiJoin: selectQuery(
    path.map((value): SelectItem[] => [{ kind: 'FieldItem', value, alias: null, at }]),
    maybe(tie('condition')),
  ),
  query: selectQuery(selectList(tie('query')), maybe(tie('condition'))),
})).query;

function selectList(subquery: fc.Arbitrary<SelectQuery>): fc.Arbitrary<readonly SelectItem[]> {
  const field = fc
    .tuple(operand, maybe(alias))
    .map(([value, label]): FieldItem => ({ kind: 'FieldItem', value, alias: label, at }));
  const branch = fc
    .tuple(name, list(path))
    .map(([type, fields]) => ({ kind: 'TypeofBranch' as const, type, fields, at }));
  const countOfRows: FieldItem = {
    kind: 'FieldItem',
    value: { kind: 'FunctionCall', name: { kind: 'Name', text: 'COUNT', at }, arguments: [], at },
    alias: null,
    at,
  };
  return fc.oneof(
    fc.constant<readonly SelectItem[]>([countOfRows]),
    list(
      fc.oneof(
        { maxDepth: 3 },
        field,
        fc
          .constantFrom('ALL' as const, 'STANDARD' as const, 'CUSTOM' as const)
          .map((group): SelectItem => ({ kind: 'FieldsItem', group, at })),
        fc
          .tuple(path, list(branch), maybe(list(path)))
          .map(
            ([on, branches, otherwise]): SelectItem => ({ kind: 'TypeofItem', on, branches, otherwise, at }),
          ),
        subquery.map((inner): SelectItem => ({ kind: 'SubqueryItem', query: inner, at })),
      ),
    ),
  );
}

function selectQuery(
  select: fc.Arbitrary<readonly SelectItem[]>,
  where: fc.Arbitrary<Condition | null>,
): fc.Arbitrary<SelectQuery> {
  const from: fc.Arbitrary<FromItem> = fc
    .tuple(path, maybe(alias))
    .map(([object, label]) => ({ kind: 'FromItem', path: object, alias: label, at }));
  const groupBy: fc.Arbitrary<GroupBy> = fc
    .tuple(fc.constantFrom('PLAIN' as const, 'ROLLUP' as const, 'CUBE' as const), list(operand))
    .map(([mode, keys]) => ({ kind: 'GroupBy', mode, keys, at }));
  const order: fc.Arbitrary<OrderItem> = fc
    .tuple(
      operand,
      fc.constantFrom('ASC' as const, 'DESC' as const),
      maybe(fc.constantFrom('FIRST' as const, 'LAST' as const)),
    )
    .map(([value, direction, nulls]) => ({ kind: 'OrderItem', value, direction, nulls, at }));
  return fc
    .record({
      kind: fc.constant('SelectQuery' as const),
      select,
      from: list(from),
      scope: maybe(name),
      where,
      with: maybe(withClause),
      groupBy: maybe(groupBy),
      having: maybe(comparison),
      orderBy: list(order, 0),
      limit: maybe(count),
      offset: maybe(count),
      forClauses: list(fc.constantFrom('VIEW' as const, 'REFERENCE' as const, 'UPDATE' as const), 0),
      updates: list(fc.constantFrom('TRACKING' as const, 'VIEWSTAT' as const), 0),
      allRows: fc.boolean(),
      at: fc.constant(at),
    })
    .map((tree) => (tree.groupBy === null ? ungrouped(tree) : tree));
}

/** Without GROUP BY there is no HAVING, and fields have no alias. */
function ungrouped(tree: SelectQuery): SelectQuery {
  const select = tree.select.map((item) =>
    item.kind === 'FieldItem' && item.value.kind === 'Path' ? { ...item, alias: null } : item,
  );
  return { ...tree, select, having: null };
}

describe('printSoql', () => {
  test.prop([query], { numRuns: 1_000 })('prints what parseSoql reads back as the same tree', (tree) => {
    expect(withoutPlaces(parseSoql(printSoql(tree)))).toEqual(tree);
  });

  test.prop([query], { numRuns: 300 })('prints a query it has printed the same again', (tree) => {
    const printed = printSoql(tree);
    expect(printSoql(parseSoql(printed))).toBe(printed);
  });
});

function withoutPlaces(tree: SoqlNode): unknown {
  return JSON.parse(JSON.stringify(tree), (key, value) => (key === 'at' ? at : value));
}
