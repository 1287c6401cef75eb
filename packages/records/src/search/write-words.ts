import { ACCENTED_FROM, ACCENTED_TO } from '@muster/kernel';
import { type ObjectDef, tableName } from '@muster/metadata';
import { INDEXED_LENGTH, LETTER } from '@muster/soql';
import { quoteIdent } from '@muster/sql';
import type { Org, Transaction } from '@muster/store';
import { searchedColumns } from './searched-columns.js';

/** Bytes of distinct words one `tsvector` holds (PostgreSQL's manual, "Text Search Types", Limitations), with room to spare. */
const MOST_BYTES = 1_000_000;

/** Takes records of an object into the index as they are now; those that are deleted leave it. */
export async function writeWords(
  transaction: Transaction,
  org: Org,
  object: ObjectDef,
  ids: readonly string[],
): Promise<void> {
  const schema = quoteIdent(org.schema);
  await transaction.rows({
    text: `delete from ${schema}._search where record_id = any($1::text[])`,
    values: [ids],
  });
  await transaction.rows({
    text: `with written as (
        insert into ${schema}._search (record_id, object, words)
        select r.id, $2, ${wordsOf(object)} from ${schema}.${quoteIdent(tableName(object))} as r
        where r.id = any($1::text[]) and not r.isdeleted
        returning words
      )
      insert into ${schema}._search_word
      select distinct word from written cross join unnest(tsvector_to_array(words)) as word
      on conflict do nothing`,
    values: [ids, object.name, ACCENTED_FROM, ACCENTED_TO],
  });
}

/**
 * The words of a row `r` as a `tsvector`, null when there are too many. A word is a run of letters, kept without case
 * and accents as `plainText` of the kernel takes them off. $3 and $4 are letters with and without accents.
 */
function wordsOf(object: ObjectDef): string {
  const columns = searchedColumns(object).map((name) => `r.${quoteIdent(name)}`);
  const bare = `case when octet_length(found[1]) = length(found[1]) then found[1]
    else translate(regexp_replace(found[1], '[\\u0300-\\u036f]+', '', 'g'), $3, $4) end`;
  return `(
      select case when coalesce(sum(octet_length(word)), 0) < ${MOST_BYTES}
        then array_to_tsvector(coalesce(array_agg(word), '{}')) end
      from (
        select distinct left(muster.fold(${bare}), ${INDEXED_LENGTH}) as word
        from regexp_matches(concat_ws(' ', ${columns.join(', ')}), '${LETTER}+', 'g') as found
      ) as words where word <> ''
    )`;
}
