import type { GroupBy, SelectItem, SelectQuery } from './ast.js';
import { type Cursor, createCursor } from './cursor.js';
import { tokenize } from './lexer.js';
import { parseAllRows, parseGroupBy, parseOrderBy, parseRowCount, parseUses } from './parse-clauses.js';
import { parseCondition } from './parse-condition.js';
import { parseFrom, parseScope } from './parse-from.js';
import { parseSelectList } from './parse-select.js';
import { parseWith } from './parse-with.js';

/**
 * Reads the text of one SOQL query (SOQL and SOSL Reference).
 * @throws MusterError MALFORMED_QUERY or QUERY_TOO_COMPLICATED, framed by `queryError`.
 */
export function parseSoql(text: string): SelectQuery {
  const cursor = createCursor(text, tokenize(text));
  const query = parseQuery(cursor);
  if (cursor.peek().kind !== 'end') throw cursor.unexpected();
  return query;
}

function parseQuery(cursor: Cursor): SelectQuery {
  const { at } = cursor.expect('SELECT');
  const select = parseSelectList(cursor, at, parseChildQuery);
  cursor.expect('FROM');
  const from = parseFrom(cursor);
  const scope = parseScope(cursor);
  const where = cursor.take('WHERE') ? parseCondition(cursor, parseSemiJoinQuery) : null;
  const withClause = parseWith(cursor);
  const groupBy = parseGroupBy(cursor);
  const having = groupBy && cursor.take('HAVING') ? parseCondition(cursor, parseSemiJoinQuery) : null;
  const orderBy = parseOrderBy(cursor);
  const limit = parseRowCount(cursor, 'LIMIT');
  const offset = parseRowCount(cursor, 'OFFSET');
  const uses = parseUses(cursor);
  const allRows = parseAllRows(cursor);
  refuseFieldAlias(cursor, select, groupBy);
  return {
    kind: 'SelectQuery',
    select,
    from,
    scope,
    where,
    with: withClause,
    groupBy,
    having,
    orderBy,
    limit,
    offset,
    ...uses,
    allRows,
    at,
  };
}

function parseChildQuery(cursor: Cursor): SelectQuery {
  return cursor.nest(() => parseQuery(cursor));
}

function parseSemiJoinQuery(cursor: Cursor): SelectQuery {
  const query = parseChildQuery(cursor);
  const [item, second] = query.select;
  if (second !== undefined || item?.kind !== 'FieldItem' || item.value.kind !== 'Path') {
    throw cursor.malformed((second ?? item ?? query).at, 'a semi join sub-select selects exactly one field');
  }
  return query;
}

/** A missing comma reads as an alias: `SELECT Id Name FROM Account`. */
function refuseFieldAlias(cursor: Cursor, select: readonly SelectItem[], groupBy: GroupBy | null): void {
  if (groupBy !== null) return;
  const item = select.find(
    (one) => one.kind === 'FieldItem' && one.value.kind === 'Path' && one.alias !== null,
  );
  if (item !== undefined) throw cursor.malformed(item.at, 'only aggregate expressions use field aliasing');
}
