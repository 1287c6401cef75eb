import type { ApiUsage, UsageOfDay } from '@muster/api';
import type { Clock, Log } from '@muster/kernel';
import { quoteIdent } from '@muster/sql';
import type { Database, Org } from '@muster/store';

/** Requests to the data API an org may send in a day (UTC), all its users and processes together. */
const PER_DAY = 5_000_000;
const FLUSH_INTERVAL = 5_000;

export interface CountedUsage extends ApiUsage {
  /** Writes what has been counted since. */
  close(): Promise<void>;
}

/**
 * Counts requests in memory and adds them to the org's total every few seconds, so that a request costs no write. The
 * numbers lag behind by what other processes have not written yet.
 */
export async function countApiUsage(
  database: Database,
  org: Org,
  clock: Clock,
  log: Log,
): Promise<CountedUsage> {
  const table = `${quoteIdent(org.schema)}._api_usage`;
  let day = '';
  let total = 0;
  let unwritten = 0;

  const flush = async () => {
    const counted = unwritten;
    unwritten = 0;
    const today = new Date(clock.now()).toISOString().slice(0, 10);
    try {
      const [row] = await database.rows({
        name: 'server.countUsage',
        text: `insert into ${table} as u (day, requests) values ($1, $2)
          on conflict (day) do update set requests = u.requests + excluded.requests returning requests`,
        values: [day === today || day === '' ? today : day, counted],
      });
      total = day === today || day === '' ? Number(row?.[0] ?? 0) : 0;
      day = today;
    } catch (err) {
      unwritten += counted;
      log.warn({ err }, 'Requests could not be counted; they will be later.');
    }
  };

  const used = (): UsageOfDay => ({ used: total + unwritten, max: PER_DAY });
  await flush();
  const timer = setInterval(() => void flush(), FLUSH_INTERVAL);
  timer.unref();
  return {
    count() {
      unwritten += 1;
      return used();
    },
    peek: used,
    async close() {
      clearInterval(timer);
      await flush();
    },
  };
}
