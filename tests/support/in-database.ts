import type { ConnectionTarget } from '@muster/store';

/** The same server, another database of it. */
export function inDatabase(target: ConnectionTarget, database: string): ConnectionTarget {
  if (!('connectionString' in target)) return { ...target, database };
  const url = new URL(target.connectionString);
  url.pathname = `/${database}`;
  return { connectionString: url.href };
}

/** The address of a database as `DATABASE_URL` has it, over a socket in a folder too. */
export function databaseUrl(target: ConnectionTarget): string {
  if ('connectionString' in target) return target.connectionString;
  const { host, port, user, database } = target;
  return `postgres://${user}@localhost:${port}/${database}?host=${encodeURIComponent(host)}`;
}
