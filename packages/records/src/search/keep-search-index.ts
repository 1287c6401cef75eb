import { setTimeout as sleep } from 'node:timers/promises';
import type { Log } from '@muster/kernel';
import { quoteIdent } from '@muster/sql';
import type { Database, Org } from '@muster/store';
import type { Records } from '../create-records.js';
import { updateSearchIndex } from './update-search-index.js';

export interface KeptSearchIndex {
  /** Ends after the step at hand. */
  stop(): Promise<void>;
}

/** Milliseconds between looks for changes, and after a failure. */
const INTERVAL = 500;
const AFTER_FAILURE = 5_000;

/** Keeps the index of words close behind the records for as long as the process runs. */
export function keepSearchIndex(
  { database, org, records }: { readonly database: Database; readonly org: Org; readonly records: Records },
  log: Log,
): KeptSearchIndex {
  const stopping = new AbortController();
  const { signal } = stopping;
  const pause = (length: number) => sleep(length, undefined, { signal }).catch(() => undefined);
  const keep = async (): Promise<void> => {
    let seen: string | undefined;
    while (!signal.aborted) {
      try {
        const { version, isBehind } = await readState(database, org);
        const isDue = isBehind || version !== seen;
        const parts = isDue && { database, org, snapshot: await records.refreshSnapshot() };
        const hasMore = parts && (await updateSearchIndex(parts));
        seen = version;
        if (!hasMore) await pause(INTERVAL);
      } catch (failure) {
        if (!signal.aborted) log.warn({ err: failure }, 'The index of words was not brought up to date.');
        await pause(AFTER_FAILURE);
      }
    }
  };
  const kept = keep();
  return {
    stop: () => {
      stopping.abort();
      return kept;
    },
  };
}

async function readState(database: Database, org: Org) {
  const schema = quoteIdent(org.schema);
  const [row] = await database.rows({
    name: 'records.searchIndexState',
    text: `select v.metadata_version,
        s.position <> c.position or exists (select from ${schema}._search_object where not is_built)
      from ${schema}._org_version v cross join ${schema}._change_head c cross join ${schema}._search_head s`,
    values: [],
  });
  return { version: row?.[0] ?? undefined, isBehind: row?.[1] === 't' };
}
