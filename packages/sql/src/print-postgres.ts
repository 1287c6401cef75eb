import { assertNever } from '@muster/kernel';
import { quoteIdent } from './quote-ident.js';
import type { Call, Expr, FromItem, OrderItem, Param, Select, SqlFunction } from './tree.js';

export interface Statement {
  readonly text: string;
  readonly values: readonly Param['value'][];
}

/** A tree as text, and its parameters in the order of `$1…`: to be sent many times with values of their own. */
export interface PrintedSelect {
  readonly text: string;
  readonly params: readonly Param[];
}

/** Values for parameters of a tree that has been printed before. */
export type Bindings = ReadonlyMap<Param, Param['value']>;

/** One template per function: `$args` are printed arguments. */
const functions: Record<SqlFunction, (args: readonly string[]) => string> = {
  fold: ([text]) => `muster.fold(${text})`,
  count: ([value]) => `count(${value})`,
  count_distinct: ([value]) => `count(distinct ${value})`,
  sum: ([value]) => `sum(${value})`,
  avg: ([value]) => `avg(${value})`,
  min: ([value]) => `min(${value})`,
  max: ([value]) => `max(${value})`,
  coalesce: (args) => `coalesce(${args.join(', ')})`,
  now: () => 'now()',
  date_part: ([part, value]) => `date_part(${part}, ${value})`,
  grouping: ([value]) => `grouping(${value})`,
  at_zone: ([instant, zone]) => `(${instant} at time zone ${zone})`,
  day_of: ([moment]) => `(${moment})::date`,
  floor: ([value]) => `floor(${value})`,
  position_in: ([value, list]) =>
    `(case when ${value} is not null then coalesce(array_position(${list}, ${value}), 2147483647) end)`,
  distance: printDistance,
};

/** Along the surface of a sphere, by the haversine formula, which is exact for near places too; angles in degrees. */
function printDistance([latitude, longitude, toLatitude, toLongitude, radius]: readonly string[]): string {
  const half = (a: string | undefined, b: string | undefined) => `power(sind((${a} - ${b})::float8 / 2), 2)`;
  const across = `cosd(${latitude}::float8) * cosd(${toLatitude}::float8) * ${half(longitude, toLongitude)}`;
  const angle = `2 * asin(least(1, sqrt(${half(latitude, toLatitude)} + ${across})))`;
  return `(case when (${latitude} + ${longitude}) is not null then ${radius}::float8 * ${angle} end)`;
}

/** Prints a tree for PostgreSQL 15 or newer. */
export function printPostgres(select: Select): PrintedSelect {
  const values: Values = { list: [], numbers: new Map() };
  const text = printSelect(select, values);
  return { text, params: values.list };
}

/** The statement of a printed tree: each parameter with the value it is bound to, else its own. */
export function bindParams(
  { text, params }: PrintedSelect,
  ...bindings: readonly (Bindings | undefined)[]
): Statement {
  const values = params.map((node) => {
    for (const bound of bindings) {
      const value = bound?.get(node);
      if (value !== undefined) return value;
    }
    return node.value;
  });
  return { text, values };
}

interface Values {
  readonly list: Param[];
  readonly numbers: Map<Param, number>;
}

function printSelect(select: Select, values: Values): string {
  const parts = [
    `select ${select.columns.map((c) => `${printExpr(c.expr, values)} as ${quoteIdent(c.alias)}`).join(', ')}`,
    `from ${printFrom(select.from, values)}`,
    ...select.joins.map(
      (join) => `${join.kind} join ${printFrom(join.item, values)} on ${printExpr(join.on, values)}`,
    ),
  ];
  if (select.where) parts.push(`where ${printExpr(select.where, values)}`);
  if (select.groupBy?.length) parts.push(`group by ${printGroupBy(select, select.groupBy, values)}`);
  if (select.having) parts.push(`having ${printExpr(select.having, values)}`);
  if (select.orderBy?.length)
    parts.push(`order by ${select.orderBy.map((o) => printOrder(o, values)).join(', ')}`);
  if (select.limit) parts.push(`limit ${printExpr(select.limit, values)}`);
  if (select.offset) parts.push(`offset ${printExpr(select.offset, values)}`);
  if (select.lock) parts.push(`for ${select.lock} of ${quoteIdent(select.from.alias)}`);
  return parts.join(' ');
}

function printGroupBy({ subtotals }: Select, keys: readonly Expr[], values: Values): string {
  const list = keys.map((key) => printExpr(key, values)).join(', ');
  return subtotals ? `${subtotals} (${list})` : list;
}

function printFrom(item: FromItem, values: Values): string {
  return item.kind === 'Table'
    ? `${quoteIdent(item.schema)}.${quoteIdent(item.name)} as ${quoteIdent(item.alias)}`
    : `(${printSelect(item.select, values)}) as ${quoteIdent(item.alias)}`;
}

function printOrder(item: OrderItem, values: Values): string {
  return `${printExpr(item.expr, values)} ${item.direction} nulls ${item.nulls}`;
}

function printCall(node: Call, values: Values): string {
  const text = functions[node.name](node.args.map((arg) => printExpr(arg, values)));
  return node.filter ? `${text} filter (where ${printExpr(node.filter, values)})` : text;
}

/** One node is one parameter wherever it stands, so that an expression equals itself in SELECT and GROUP BY. */
function printParam(node: Param, values: Values): string {
  let number = values.numbers.get(node);
  if (number === undefined) {
    number = values.list.push(node);
    values.numbers.set(node, number);
  }
  return `$${number}::${node.type}`;
}

function printExpr(node: Expr, values: Values): string {
  switch (node.kind) {
    case 'Column':
      return `${quoteIdent(node.table)}.${quoteIdent(node.name)}`;
    case 'Param':
      return printParam(node, values);
    case 'Null':
      return `null::${node.type}`;
    case 'Star':
      return '*';
    case 'Call':
      return printCall(node, values);
    case 'Binary':
      return `(${printExpr(node.left, values)} ${node.operator} ${printExpr(node.right, values)})`;
    case 'Logical':
      return `(${node.operands.map((operand) => printExpr(operand, values)).join(` ${node.operator} `)})`;
    case 'Not':
      return `(not ${printExpr(node.operand, values)})`;
    case 'IsNull':
      return `(${printExpr(node.operand, values)} is null)`;
    case 'InList':
      return `(${printExpr(node.operand, values)} in (${node.items.map((item) => printExpr(item, values)).join(', ')}))`;
    case 'InSelect':
      return `(${printExpr(node.operand, values)} in (${printSelect(node.select, values)}))`;
    case 'AnyOf':
      return `(${printExpr(node.operand, values)} = any(${printParam(node.array, values)}))`;
    case 'Exists':
      return `exists (${printSelect(node.select, values)})`;
    case 'Scalar':
      return `(${printSelect(node.select, values)})`;
    case 'CaseWhen':
      return printCase(node, values);
    case 'Window': {
      const partition = node.partitionBy.map((expr) => printExpr(expr, values)).join(', ');
      const order = node.orderBy.map((item) => printOrder(item, values)).join(', ');
      return `${node.function}() over (partition by ${partition} order by ${order})`;
    }
    case 'Cast':
      return `(${printExpr(node.operand, values)})::${node.type}`;
    default:
      return assertNever(node);
  }
}

function printCase(node: Extract<Expr, { kind: 'CaseWhen' }>, values: Values): string {
  const branches = node.branches.map(
    (b) => `when ${printExpr(b.when, values)} then ${printExpr(b.value, values)}`,
  );
  const otherwise = node.otherwise ? ` else ${printExpr(node.otherwise, values)}` : '';
  return `(case ${branches.join(' ')}${otherwise} end)`;
}
