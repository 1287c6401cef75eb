import { quoteIdent } from '@muster/sql';
import { liveRows, type SaveBatch } from './batch.js';
import { becomes } from './becomes.js';

/** Who a changed row shuts out: users who are no longer active, and users whose sign-in is frozen. */
function shutOut(batch: SaveBatch): readonly string[] {
  switch (batch.object.name) {
    case 'User':
      return liveRows(batch)
        .filter((row) => becomes(row, 'isactive', false))
        .flatMap(({ id }) => id ?? []);
    case 'UserLogin':
      return liveRows(batch)
        .filter((row) => becomes(row, 'isfrozen', true))
        .flatMap(({ previous }) => previous?.get('userid') ?? []);
    default:
      return [];
  }
}

/** Ends the sessions, tokens and password links of users who may no longer sign in, with the save that says so. */
export async function endSessions(batch: SaveBatch): Promise<void> {
  if (batch.kind !== 'update') return;
  const users = shutOut(batch);
  if (users.length === 0) return;
  const schema = quoteIdent(batch.state.engine.org.schema);
  const ended = (table: string, column: string) => ({
    text: `update ${schema}.${table} set ${column} = $2 where user_id = any ($1::text[]) and ${column} is null`,
    values: [users, batch.savedAt],
  });
  await batch.transaction.rows(ended('_session', 'revoked_at'));
  await batch.transaction.rows(ended('_oauth_grant', 'revoked_at'));
  await batch.transaction.rows(ended('_verification', 'used_at'));
}
