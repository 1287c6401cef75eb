import { createHash } from 'node:crypto';
import { quoteIdent } from '@muster/sql';
import { liveRows, refuse, type SaveBatch, type SaveRow } from './batch.js';

/**
 * Client keys: whoever inserts the key first saves the record; a repeat waits for that to commit and answers with
 * the same id. The same key with other contents is a mistake of the client and is refused.
 */
export async function claimClientKeys(batch: SaveBatch): Promise<void> {
  const rows = liveRows(batch).filter((row) => row.input.clientKey !== undefined);
  if (rows.length === 0) return;
  const table = `${quoteIdent(batch.state.engine.org.schema)}._client_key`;
  const userId = batch.state.principal.userId;
  for (const row of rows) {
    const key = row.input.clientKey as string;
    const hash = contentHash(batch, row);
    const [claimed] = await batch.transaction.rows({
      name: 'records.claimClientKey',
      text: `insert into ${table} (user_id, key, request_hash) values ($1, $2, $3) on conflict do nothing returning key`,
      values: [userId, key, hash],
    });
    if (claimed !== undefined) continue;
    const [first] = await batch.transaction.rows({
      name: 'records.readClientKey',
      text: `select request_hash, answer ->> 'id' from ${table} where user_id = $1 and key = $2`,
      values: [userId, key],
    });
    if (first?.[0] === hash && first[1]) {
      row.id = first[1];
      row.isRepeat = true;
    } else {
      refuse(row, 'INVALID_OPERATION', `The client key ${key} was used for another request`);
    }
  }
}

/** Writes the answers that repeats will get; keys of records that were refused become free again. */
export async function answerClientKeys(batch: SaveBatch): Promise<void> {
  const table = `${quoteIdent(batch.state.engine.org.schema)}._client_key`;
  for (const row of batch.rows) {
    if (row.input.clientKey === undefined || row.isRepeat) continue;
    const saved = row.errors.length === 0 && row.id !== undefined;
    await batch.transaction.rows({
      name: saved ? 'records.answerClientKey' : 'records.freeClientKey',
      text: saved
        ? `update ${table} set answer = jsonb_build_object('id', $3::text) where user_id = $1 and key = $2`
        : `delete from ${table} where user_id = $1 and key = $2 and answer is null and $3::text is null`,
      values: [batch.state.principal.userId, row.input.clientKey, saved ? (row.id as string) : null],
    });
  }
}

function contentHash(batch: SaveBatch, row: SaveRow): string {
  const content = JSON.stringify([batch.object.name, batch.kind, row.input.id ?? null, row.input.values]);
  return createHash('sha256').update(content).digest('hex');
}
