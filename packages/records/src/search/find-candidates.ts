import type { ObjectDef } from '@muster/metadata';
import type { IndexQuery } from '@muster/soql';
import { quoteIdent } from '@muster/sql';
import type { Org, Queryable } from '@muster/store';
import { searchedColumns } from './searched-columns.js';

/** Records beyond which reading through the object is no slower than fetching them by their ids. */
const MOST = 20_000;
/** Words one pattern may stand for. */
const MOST_WORDS = 1_000;

/** The ids of the records of an object that are worth reading, or undefined when any of them might be. */
export type Candidates = (object: ObjectDef) => readonly string[] | undefined;

const anyRecord: Candidates = () => undefined;

/**
 * Asks the index which records might be found. Those that changed since it was written are among them, so that what is
 * saved is found at once. Without names of objects all are asked for.
 */
export async function findCandidates(
  queryable: Queryable,
  org: Org,
  query: IndexQuery | undefined,
  objects: readonly string[],
): Promise<Candidates> {
  const words = query && (await printQuery(queryable, org, query));
  if (words === undefined) return anyRecord;
  const schema = quoteIdent(org.schema);
  const only = objects.length === 0 ? 'true' : 'object = any($2::text[])';
  const [row] = await queryable.rows({
    text: `with built as (
        select object, columns from ${schema}._search_object where is_built and ${only}
      ), found as (
        select object, record_id as id from ${schema}._search where words @@ $1::tsquery and ${only}
        union all select object, record_id from ${schema}._search where words is null and ${only}
        union all select object, unnest(ids) from ${schema}._change_pending where ${only}
        union all select object, unnest(ids) from ${schema}._change_log
          where position > (select position from ${schema}._search_head) and ${only}
        limit ${MOST + 1}
      )
      select (select json_object_agg(object, columns) from built),
        (select json_object_agg(object, ids)
         from (select object, json_agg(distinct id) as ids from found group by object) as each),
        (select count(*) from found)`,
    values: objects.length === 0 ? [words] : [words, objects],
  });
  const [built, found, count] = row ?? [];
  if (Number(count) > MOST) return anyRecord;
  const columnsOf = JSON.parse(built ?? '{}') as Record<string, readonly string[]>;
  const idsOf = JSON.parse(found ?? '{}') as Record<string, readonly string[]>;
  return (object) => {
    const isCurrent = String(columnsOf[object.name]) === String(searchedColumns(object));
    return isCurrent ? (idsOf[object.name] ?? []) : undefined;
  };
}

/** The query in the words of a `tsquery`; undefined when it would have too many. */
async function printQuery(queryable: Queryable, org: Org, query: IndexQuery): Promise<string | undefined> {
  switch (query.kind) {
    case 'Word':
      return `${quoteLexeme(query.text)}${query.isPrefix ? ':*' : ''}`;
    case 'Pattern': {
      const words = await matchingWords(queryable, org, query.pattern);
      if (words.length > MOST_WORDS) return undefined;
      return words.length === 0 ? quoteLexeme(NO_WORD) : `(${words.map(quoteLexeme).join(' | ')})`;
    }
    case 'All':
    case 'Any': {
      const all: (string | undefined)[] = [];
      for (const operand of query.operands) all.push(await printQuery(queryable, org, operand));
      const known = all.filter((text) => text !== undefined);
      if (known.length === 0 || (query.kind === 'Any' && known.length < all.length)) return undefined;
      return `(${known.join(query.kind === 'All' ? ' & ' : ' | ')})`;
    }
  }
}

/** What is no word, so that nothing has it. */
const NO_WORD = '-';

async function matchingWords(queryable: Queryable, org: Org, pattern: string): Promise<readonly string[]> {
  const rows = await queryable.rows({
    text: `select word from ${quoteIdent(org.schema)}._search_word where word ~ $1 limit ${MOST_WORDS + 1}`,
    values: [pattern],
  });
  return rows.map(([word]) => word ?? '');
}

function quoteLexeme(text: string): string {
  return `'${text.replaceAll('\\', '\\\\').replaceAll("'", "''")}'`;
}
