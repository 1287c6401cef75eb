import type { Log } from '@muster/kernel';
import { type HeldConnection, holdConnection, untilAborted } from '../hold-connection.js';
import type { PooledDatabase } from '../open-database.js';
import { CHANGE_CHANNEL } from './sequence-statement.js';

/**
 * Calls back with an org's schema and head position soon after its log grew. A call can be missed when the
 * connection is lost, so a reader also looks by itself now and then.
 */
export function watchChanges(
  database: PooledDatabase,
  log: Log,
  onChange: (schema: string, head: number) => void,
): HeldConnection {
  return holdConnection(database, log, async (client, signal) => {
    client.on('notification', ({ payload = '' }) => {
      const [schema = '', head] = payload.split(' ');
      onChange(schema, Number(head));
    });
    await client.query(`listen ${CHANGE_CHANNEL}`);
    await untilAborted(signal);
  });
}
