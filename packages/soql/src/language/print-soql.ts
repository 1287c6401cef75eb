import { assertNever } from '@muster/kernel';
import type {
  Argument,
  Condition,
  FromItem,
  OrderItem,
  Path,
  SelectItem,
  SelectQuery,
  WithClause,
} from './ast.js';
import type { Literal } from './literal.js';
import { printLiteral } from './print-literal.js';

/** How a printer writes values: one that stands alone, and the values of one list. */
export interface LiteralWriter {
  one(literal: Literal): string;
  list(literals: readonly Literal[]): string;
}

const asWritten: LiteralWriter = {
  one: printLiteral,
  list: (literals) => literals.map(printLiteral).join(', '),
};

/** The query in canonical form: one line, keywords in upper case, names as given, no needless parentheses. */
export function printSoql(query: SelectQuery): string {
  return printQuery(query, asWritten);
}

/** As `printSoql`, with values written by `writer` in the order they stand in the query. */
export function printQuery(query: SelectQuery, writer: LiteralWriter): string {
  return [
    `SELECT ${query.select.map((item) => printItem(item, writer)).join(', ')}`,
    `FROM ${query.from.map(printFrom).join(', ')}`,
    query.scope && `USING SCOPE ${query.scope.text}`,
    query.where && `WHERE ${printCondition(query.where, writer)}`,
    query.with && `WITH ${printWith(query.with, writer)}`,
    ...printGrouping(query, writer),
    query.orderBy.length > 0 &&
      `ORDER BY ${query.orderBy.map((item) => printOrder(item, writer)).join(', ')}`,
    query.limit && `LIMIT ${writer.one(query.limit)}`,
    query.offset && `OFFSET ${writer.one(query.offset)}`,
    ...query.forClauses.map((clause) => `FOR ${clause}`),
    query.updates.length > 0 && `UPDATE ${query.updates.join(', ')}`,
    query.allRows && 'ALL ROWS',
  ]
    .filter((part) => typeof part === 'string')
    .join(' ');
}

function printItem(item: SelectItem, writer: LiteralWriter): string {
  switch (item.kind) {
    case 'FieldItem':
      return printArgument(item.value, writer) + (item.alias ? ` ${item.alias.text}` : '');
    case 'FieldsItem':
      return `FIELDS(${item.group})`;
    case 'SubqueryItem':
      return `(${printQuery(item.query, writer)})`;
    case 'TypeofItem': {
      const branches = item.branches.map(
        ({ type, fields }) => `WHEN ${type.text} THEN ${printPaths(fields)}`,
      );
      const otherwise = item.otherwise ? ` ELSE ${printPaths(item.otherwise)}` : '';
      return `TYPEOF ${printPath(item.on)} ${branches.join(' ')}${otherwise} END`;
    }
    default:
      return assertNever(item);
  }
}

function printFrom(item: FromItem): string {
  return printPath(item.path) + (item.alias ? ` ${item.alias.text}` : '');
}

function printGrouping(query: SelectQuery, writer: LiteralWriter): readonly string[] {
  if (query.groupBy === null) return [];
  const keys = query.groupBy.keys.map((key) => printArgument(key, writer)).join(', ');
  const { mode } = query.groupBy;
  const groupBy = `GROUP BY ${mode === 'PLAIN' ? keys : `${mode}(${keys})`}`;
  return query.having === null ? [groupBy] : [groupBy, `HAVING ${printCondition(query.having, writer)}`];
}

function printOrder(item: OrderItem, writer: LiteralWriter): string {
  const direction = item.direction === 'DESC' ? ' DESC' : '';
  const nulls = item.nulls === null ? '' : ` NULLS ${item.nulls}`;
  return printArgument(item.value, writer) + direction + nulls;
}

function printCondition(condition: Condition, writer: LiteralWriter): string {
  switch (condition.kind) {
    case 'And':
    case 'Or':
      return condition.operands
        .map((operand) => printOperand(operand, writer))
        .join(condition.kind === 'And' ? ' AND ' : ' OR ');
    case 'Not':
      return `NOT ${printOperand(condition.operand, writer)}`;
    case 'Comparison':
      return `${printArgument(condition.left, writer)} ${condition.operator} ${writer.one(condition.right)}`;
    case 'InList':
      return `${printArgument(condition.left, writer)} ${inWord(condition.negated)} (${writer.list(condition.values)})`;
    case 'SemiJoin':
      return `${printArgument(condition.left, writer)} ${inWord(condition.negated)} (${printQuery(condition.query, writer)})`;
    case 'Includes': {
      const word = condition.negated ? 'EXCLUDES' : 'INCLUDES';
      return `${printArgument(condition.left, writer)} ${word} (${writer.list(condition.values)})`;
    }
    default:
      return assertNever(condition);
  }
}

function printOperand(condition: Condition, writer: LiteralWriter): string {
  const text = printCondition(condition, writer);
  const isJoined = condition.kind === 'And' || condition.kind === 'Or' || condition.kind === 'Not';
  return isJoined ? `(${text})` : text;
}

function inWord(negated: boolean): string {
  return negated ? 'NOT IN' : 'IN';
}

function printWith(clause: WithClause, writer: LiteralWriter): string {
  switch (clause.kind) {
    case 'WithAccess':
      return clause.mode;
    case 'WithDataCategory':
      return `DATA CATEGORY ${clause.filters
        .map(({ group, operator, categories }) => {
          const names = categories.map((category) => category.text).join(', ');
          return `${group.text} ${operator} ${categories.length === 1 ? names : `(${names})`}`;
        })
        .join(' AND ')}`;
    case 'WithContext': {
      const settings = clause.settings.map(({ name, value }) => `${name.text} = ${writer.one(value)}`);
      return `${clause.name.text} (${settings.join(', ')})`;
    }
    case 'WithField':
      return `${printPath(clause.field)} = ${writer.one(clause.value)}`;
    default:
      return assertNever(clause);
  }
}

function printArgument(argument: Argument, writer: LiteralWriter): string {
  switch (argument.kind) {
    case 'Path':
      return printPath(argument);
    case 'FunctionCall': {
      const inside = argument.arguments.map((one) => printArgument(one, writer));
      return `${argument.name.text}(${inside.join(', ')})`;
    }
    case 'Geolocation':
      return `GEOLOCATION(${writer.one(argument.latitude)}, ${writer.one(argument.longitude)})`;
    default:
      return writer.one(argument);
  }
}

function printPaths(paths: readonly Path[]): string {
  return paths.map(printPath).join(', ');
}

function printPath(path: Path): string {
  return path.names.map((name) => name.text).join('.');
}
