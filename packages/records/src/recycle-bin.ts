import type { Id } from '@muster/kernel';
import { columnName, type ObjectDef, tableName } from '@muster/metadata';
import { quoteIdent } from '@muster/sql';
import type { Engine } from './engine.js';
import type { Session } from './session/session.js';

/** How long a deleted record can come back, as with Salesforce. */
const KEPT_FOR = 15 * 86_400_000;
/** Records removed in one transaction, so that none holds its locks for long. */
const BATCH = 2_000;

/** Removes what has lain in the recycle bin for 15 days, with all rights; gives the number of records. */
export async function emptyOldBin(engine: Engine, system: Session): Promise<number> {
  const before = new Date(engine.clock.now() - KEPT_FOR).toISOString();
  let removed = 0;
  for (const object of engine.snapshot().objects.values()) {
    if (!object.fields.some((field) => columnName(field) === 'isdeleted')) continue;
    for (;;) {
      const ids = await oldIds(engine, object, before);
      const results = await system.purge(object.name, ids, { allOrNone: false });
      removed += results.filter(({ success }) => success).length;
      if (ids.length < BATCH || results.some(({ success }) => !success)) break;
    }
  }
  return removed;
}

async function oldIds({ database, org }: Engine, object: ObjectDef, before: string): Promise<readonly Id[]> {
  const rows = await database.rows({
    text: `select id from ${quoteIdent(org.schema)}.${quoteIdent(tableName(object))}
      where isdeleted and systemmodstamp < $1::timestamptz order by id limit ${BATCH}`,
    values: [before],
  });
  return rows.map(([id]) => id as string);
}
