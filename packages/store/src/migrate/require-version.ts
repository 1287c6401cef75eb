import type { Queryable } from '../database.js';

const OLDEST = 15;

/** @throws Error when the server is older than Muster supports, is not UTF-8, or only answers reads. */
export async function requireVersion(queryable: Queryable): Promise<void> {
  const [row] = await queryable.rows({
    text: `select current_setting('server_version_num')::int / 10000, current_setting('server_version'),
             current_setting('server_encoding'), pg_is_in_recovery()`,
    values: [],
  });
  const [major, version, encoding, standby] = row ?? [];
  if (Number(major) < OLDEST)
    throw new Error(`Muster needs PostgreSQL ${OLDEST} or newer; this server is ${version}.`);
  if (encoding !== 'UTF8') throw new Error(`Muster needs a database in UTF8; this one is in ${encoding}.`);
  if (standby === 't') throw new Error('This PostgreSQL server is a standby that only answers reads.');
}
