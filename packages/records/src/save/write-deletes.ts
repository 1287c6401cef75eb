import { tableName } from '@muster/metadata';
import { quoteIdent } from '@muster/sql';
import { liveRows, type SaveBatch } from './batch.js';

/** Moves records to the recycle bin. */
export async function writeDeletes(batch: SaveBatch): Promise<void> {
  const rows = liveRows(batch);
  if (rows.length === 0) return;
  const table = `${quoteIdent(batch.state.engine.org.schema)}.${quoteIdent(tableName(batch.object))}`;
  await batch.transaction.rows({
    text: `update ${table} set isdeleted = true, systemmodstamp = $2::timestamptz, lastmodifieddate = $2::timestamptz,
      lastmodifiedbyid = $3, _version = _version + 1 where id = any($1::text[])`,
    values: [rows.map((row) => row.id as string), batch.savedAt, batch.state.principal.userId],
  });
}
