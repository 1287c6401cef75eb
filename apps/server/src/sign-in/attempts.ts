import { fold, MusterError } from '@muster/kernel';
import { quoteIdent } from '@muster/sql';
import { hashSecret } from './secrets.js';
import { instant, type SignInParts } from './sign-in-parts.js';

const FREE_FAILURES = 5;
const FIRST_WAIT = 15_000;
const LONGEST_WAIT = 15 * 60_000;
const FORGOTTEN_AFTER = 60 * 60_000;

/**
 * Slows down guessing. Failures are counted for a username from one address, so that nobody can lock somebody else
 * out, and unknown usernames count like known ones.
 */
export interface Attempts {
  /** @throws MusterError LOGIN_RATE_EXCEEDED while this address must wait with this username */
  check(username: string, address: string): Promise<void>;
  fail(username: string, address: string): Promise<void>;
  succeed(username: string, address: string): Promise<void>;
}

export function createAttempts({ database, records, clock }: SignInParts): Attempts {
  const table = `${quoteIdent(records.org.schema)}._sign_in_attempt`;
  const keyOf = (username: string, address: string) => hashSecret(`${address}|${fold(username)}`);

  return {
    async check(username, address) {
      const [row] = await database.rows({
        name: 'sign-in.checkAttempts',
        text: `select ceil(extract(epoch from blocked_until - $2::timestamptz)) from ${table}
          where key = $1 and blocked_until > $2::timestamptz`,
        values: [keyOf(username, address), instant(clock.now())],
      });
      if (row === undefined) return;
      const seconds = Number(row[0]);
      const message = `Too many failed attempts. Try again in ${seconds} seconds.`;
      throw new MusterError('LOGIN_RATE_EXCEEDED', message, { data: { retryAfterSeconds: seconds } });
    },

    async fail(username, address) {
      const now = clock.now();
      await database.rows({
        name: 'sign-in.failAttempt',
        text: `insert into ${table} as t (key, failed_count, failed_at) values ($1, 1, $2)
          on conflict (key) do update set
            failed_count = case when t.failed_at < $3 then 1 else t.failed_count + 1 end,
            failed_at = $2,
            blocked_until = case when t.failed_at >= $3 and t.failed_count + 1 >= $4
              then $2::timestamptz + interval '1 millisecond' * least($6, $5 * power(2, t.failed_count + 1 - $4)) end`,
        values: [
          keyOf(username, address),
          instant(now),
          instant(now - FORGOTTEN_AFTER),
          FREE_FAILURES,
          FIRST_WAIT,
          LONGEST_WAIT,
        ],
      });
    },

    async succeed(username, address) {
      await database.rows({
        name: 'sign-in.clearAttempts',
        text: `delete from ${table} where key = $1`,
        values: [keyOf(username, address)],
      });
    },
  };
}
