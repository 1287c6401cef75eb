import { fold } from '@muster/kernel';
import { changes, liveRows, refuse, type SaveBatch, type SaveRow } from './batch.js';

const TAKEN =
  'Duplicate Username. The username already exists in this or another organization. Usernames must be unique across all organizations. To resolve, use a different username (it does not need to match the user’s email address).';

/** Usernames are kept for all orgs of the database: one that another org has is refused, one of a deleted user is free. */
export async function keepUsernames(batch: SaveBatch): Promise<void> {
  if (batch.object.name !== 'User') return;
  const isDelete = batch.kind === 'delete';
  const rows = liveRows(batch).filter((row) => isDelete || changes(row, 'username'));
  if (rows.length === 0) return;
  const names = rows.map((row) => fold(row.values.get('username') ?? ''));
  const { org } = batch.state.engine;
  await batch.transaction.rows({
    text: 'delete from directory.username where org_id = $1 and user_id = any ($2::text[])',
    values: [org.id, rows.map(({ id }) => id ?? '')],
  });
  if (isDelete) return;
  const kept = await batch.transaction.rows({
    text: `insert into directory.username (username, org_id, user_id)
      select name, $1, id from unnest($2::text[], $3::text[]) as taken (name, id)
      on conflict (username) do nothing returning user_id`,
    values: [org.id, names, rows.map(({ id }) => id ?? '')],
  });
  refuseOthers(
    rows,
    kept.map(([id]) => id),
  );
}

function refuseOthers(rows: readonly SaveRow[], kept: readonly (string | null | undefined)[]): void {
  const ids = new Set(kept);
  for (const row of rows) if (!ids.has(row.id)) refuse(row, 'DUPLICATE_USERNAME', TAKEN, ['Username']);
}
