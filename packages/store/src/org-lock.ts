import { MusterError } from '@muster/kernel';
import { quoteIdent } from '@muster/sql';
import { LOCK_SPACE } from './advisory-lock.js';
import type { Database, Queryable, TextRow, Transaction } from './database.js';
import type { Org } from './org.js';

/** What caches of an org are checked against. */
export interface OrgVersions {
  readonly metadata: number;
  readonly rights: number;
}

/** The versions as they are now. */
export async function readOrgVersions(queryable: Queryable, org: Org): Promise<OrgVersions> {
  const [row] = await queryable.rows({
    name: 'store.readOrgVersions',
    text: `select metadata_version, rights_version from ${quoteIdent(org.schema)}._org_version`,
    values: [],
  });
  return toVersions(row);
}

/**
 * Begins a write: no deploy changes the org's tables until the transaction ends, and the versions are the ones that
 * hold for it. Waits while a deploy is under way.
 */
export async function beginOrgWrite(transaction: Transaction, org: Org): Promise<OrgVersions> {
  const [row] = await transaction.rows({
    name: 'store.beginOrgWrite',
    text: `select metadata_version, rights_version from ${quoteIdent(org.schema)}._begin_write()`,
    values: [],
  });
  return toVersions(row);
}

function toVersions(row: TextRow | undefined): OrgVersions {
  return { metadata: Number(row?.[0]), rights: Number(row?.[1]) };
}

/** Milliseconds a deploy waits for writers in one go. Writers that come later wait behind it, so this stays short. */
const LOCK_TIMEOUT = 2_000;
const ATTEMPTS = 15;

/**
 * Runs a transaction while nobody writes to the org. When writers do not finish in time it lets others pass and
 * tries again, so `work` may run more than once.
 * @throws MusterError UNABLE_TO_LOCK_ROW when writers do not finish in about a minute
 */
export async function withOrgLock<T>(
  database: Database,
  org: Org,
  work: (transaction: Transaction) => Promise<T>,
): Promise<T> {
  for (let attempt = 1; ; attempt += 1) {
    try {
      return await database.transaction(async (transaction) => {
        await transaction.script(`set local lock_timeout = ${LOCK_TIMEOUT}; set local statement_timeout = 0`);
        // The key is the one `_begin_write` of the org's schema uses.
        await transaction.rows({
          text: `select pg_advisory_xact_lock(hashtextextended($1, ${LOCK_SPACE.deploy}))`,
          values: [quoteIdent(org.schema)],
        });
        return work(transaction);
      });
    } catch (failure) {
      const busy = failure instanceof MusterError && failure.code === 'UNABLE_TO_LOCK_ROW';
      if (!busy || attempt === ATTEMPTS) throw failure;
    }
    await new Promise((resolve) => setTimeout(resolve, 200 * attempt));
  }
}
