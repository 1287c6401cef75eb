import { setTimeout as sleep } from 'node:timers/promises';
import type { Log } from '@muster/kernel';
import type pg from 'pg';
import { LOCK_SPACE } from '../advisory-lock.js';
import { type HeldConnection, holdConnection } from '../hold-connection.js';
import type { PooledDatabase } from '../open-database.js';

const SWEEP_INTERVAL = 15_000;

/**
 * Holds an advisory lock named by the runner for as long as this process lives, and gives back the jobs of runners
 * whose lock nobody holds: graphile-worker itself would wait four hours for them.
 */
export function showRunnerAlive(database: PooledDatabase, runnerId: string, log: Log): HeldConnection {
  return holdConnection(database, log, async (client, signal) => {
    await client.query(`select pg_advisory_lock(hashtextextended($1, ${LOCK_SPACE.jobRunner}))`, [runnerId]);
    while (!signal.aborted) {
      const released = await releaseDeadRunners(client, runnerId);
      if (released > 0) log.info({ released }, 'Jobs of a process that is gone were given back.');
      await sleep(SWEEP_INTERVAL, undefined, { signal }).catch(() => undefined);
    }
  });
}

async function releaseDeadRunners(client: pg.Client, runnerId: string): Promise<number> {
  const found = await client.query<{ locked_by: string }>(
    `select locked_by from graphile_worker._private_jobs where locked_by is not null and locked_by <> $1
     union
     select locked_by from graphile_worker._private_job_queues where locked_by is not null and locked_by <> $1`,
    [runnerId],
  );
  let released = 0;
  for (const { locked_by } of found.rows) {
    const key = `hashtextextended($1, ${LOCK_SPACE.jobRunner})`;
    const free = await client.query<{ free: boolean }>(`select pg_try_advisory_lock(${key}) as free`, [
      locked_by,
    ]);
    if (!free.rows[0]?.free) continue;
    await client.query('select graphile_worker.force_unlock_workers(array[$1])', [locked_by]);
    await client.query(`select pg_advisory_unlock(${key})`, [locked_by]);
    released += 1;
  }
  return released;
}
