import type { ObjectDef } from '@muster/metadata';
import { quoteIdent } from '@muster/sql';
import type { Org, Queryable } from '@muster/store';

/**
 * Has the index of words take in an object anew: for records that were written without an entry of the change log.
 * Until that is done, searches read all of its records.
 */
export async function forgetWords(queryable: Queryable, org: Org, object: ObjectDef): Promise<void> {
  await queryable.rows({
    text: `update ${quoteIdent(org.schema)}._search_object set is_built = false, built_through = '' where object = $1`,
    values: [object.name],
  });
}
