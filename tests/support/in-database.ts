import type { ConnectionTarget } from '@muster/store';

/** The same server, another database of it. */
export function inDatabase(target: ConnectionTarget, database: string): ConnectionTarget {
  if (!('connectionString' in target)) return { ...target, database };
  const url = new URL(target.connectionString);
  url.pathname = `/${database}`;
  return { connectionString: url.href };
}
