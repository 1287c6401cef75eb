import { fold, type Id, randomToken } from '@muster/kernel';
import { quoteIdent } from '@muster/sql';
import type { Queryable } from '@muster/store';
import { hashSecret, newDigits } from './secrets.js';
import { instant, type SignInParts } from './sign-in-parts.js';

const LIFETIME = 30 * 60_000;
const ALLOWED_ATTEMPTS = 5;
const RESEND_WINDOW = 60 * 60_000;
const ALLOWED_SENDS = 5;

/** The three ways one proof of an address can come back: typed, followed, or known to the browser that asked. */
export interface Proof {
  /** Six digits to type. */
  readonly code: string;
  /** Secret of the link. */
  readonly link: string;
  /** Secret of a cookie in the browser that registered. */
  readonly browser: string;
}

export interface Verifications {
  /** Makes a new proof for an address; those made before stop working. Undefined when too many were asked for. */
  issue(address: string, userId: Id): Promise<Proof | undefined>;
  /** The user whose link this is. */
  findByLink(link: string): Promise<Id | undefined>;
  /** The user whose code this is; a wrong code counts against the address. */
  findByCode(address: string, code: string): Promise<Id | undefined>;
  /** Whether this browser asked for the proof that stands for a user. */
  isBrowserOf(userId: Id, browser: string | undefined): Promise<boolean>;
  /** Uses up all proofs of a user. */
  finish(userId: Id): Promise<void>;
}

type Way = 'confirm-code' | 'confirm-link' | 'confirm-browser';

export function createVerifications({ database, records, clock, random }: SignInParts): Verifications {
  const table = `${quoteIdent(records.org.schema)}._verification`;

  const findUser = async (way: Way, hash: string): Promise<Id | undefined> => {
    const [row] = await database.rows({
      name: 'sign-in.findVerification',
      text: `select user_id from ${table}
        where code_hash = $1 and purpose = $2 and used_at is null and expires_at > $3 and attempts < $4`,
      values: [hash, way, instant(clock.now()), ALLOWED_ATTEMPTS],
    });
    return row?.[0] ?? undefined;
  };

  const countSends = async (address: string): Promise<number> => {
    const [row] = await database.rows({
      name: 'sign-in.countVerifications',
      text: `select count(*) from ${table} where address = $1 and purpose = 'confirm-link' and created_at > $2`,
      values: [fold(address), instant(clock.now() - RESEND_WINDOW)],
    });
    return Number(row?.[0] ?? 0);
  };

  return {
    async issue(address, userId) {
      if ((await countSends(address)) >= ALLOWED_SENDS) return undefined;
      const proof = { code: newDigits(random), link: randomToken(random), browser: randomToken(random) };
      const now = clock.now();
      const hashes: Readonly<Record<Way, string>> = {
        'confirm-code': codeHash(address, proof.code),
        'confirm-link': hashSecret(proof.link),
        'confirm-browser': hashSecret(proof.browser),
      };
      const keep = (transaction: Queryable) =>
        transaction.rows({
          name: 'sign-in.issueVerification',
          text: `insert into ${table} (code_hash, purpose, address, user_id, created_at, expires_at)
            select hash, way, $1, $2, $3, $4 from unnest($5::text[], $6::text[]) as proof (hash, way)
            on conflict (code_hash) do update
              set used_at = null, attempts = 0, user_id = $2, created_at = $3, expires_at = $4`,
          values: [
            fold(address),
            userId,
            instant(now),
            instant(now + LIFETIME),
            Object.values(hashes),
            Object.keys(hashes),
          ],
        });
      await database.transaction(async (transaction) => {
        await transaction.rows({
          name: 'sign-in.outdateVerifications',
          text: `update ${table} set used_at = $2 where address = $1 and used_at is null`,
          values: [fold(address), instant(now)],
        });
        await keep(transaction);
      });
      return proof;
    },

    findByLink: (link) => findUser('confirm-link', hashSecret(link)),

    async findByCode(address, code) {
      const userId = await findUser('confirm-code', codeHash(address, code.replace(/\D/g, '')));
      if (userId === undefined) {
        await database.rows({
          name: 'sign-in.failVerification',
          text: `update ${table} set attempts = attempts + 1
            where address = $1 and purpose = 'confirm-code' and used_at is null`,
          values: [fold(address)],
        });
      }
      return userId;
    },

    async isBrowserOf(userId, browser) {
      return browser !== undefined && (await findUser('confirm-browser', hashSecret(browser))) === userId;
    },

    async finish(userId) {
      await database.rows({
        name: 'sign-in.finishVerification',
        text: `update ${table} set used_at = $2 where user_id = $1 and used_at is null`,
        values: [userId, instant(clock.now())],
      });
    },
  };
}

/** A code is too short to be a secret alone: it counts only together with its address. */
function codeHash(address: string, code: string): string {
  return hashSecret(`${fold(address)}|${code}`);
}
