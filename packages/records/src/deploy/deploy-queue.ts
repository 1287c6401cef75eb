import type { Id } from '@muster/kernel';
import { quoteIdent } from '@muster/sql';
import type { Database, Org } from '@muster/store';
import { deployId, type RequestKind } from './deploy-id.js';
import type { RetrieveOutcome } from './retrieve-outcome.js';

/** The task that works on a deploy or retrieve. */
export const METADATA_TASK = 'platform.metadata';

/** A deploy or retrieve that is asked for, to be worked on as a job. */
export interface MetadataRequest {
  readonly kind: RequestKind;
  readonly author: Id;
  readonly options: Readonly<Record<string, unknown>>;
  /** The package to deploy, by its hash in the file store. */
  readonly package?: string;
}

/** Deploys and retrieves that wait, are worked on, or are withdrawn. */
export interface DeployQueue {
  /** Puts it into the queue and gives its id. */
  add(request: MetadataRequest): Promise<Id>;
  /** Takes up what waits, or goes on after a crash; false when it has ended. */
  begin(number: number): Promise<boolean>;
  /** Says how many components there are to work on. */
  count(number: number, components: number): Promise<void>;
  /** Withdraws what has not ended; false when it has. */
  cancel(number: number): Promise<boolean>;
  /** Ends a request that could not be worked on. */
  fail(number: number, failure: string): Promise<void>;
  endRetrieve(number: number, packageHash: string, outcome: RetrieveOutcome): Promise<void>;
}

export function createDeployQueue(database: Database, org: Org): DeployQueue {
  const table = `${quoteIdent(org.schema)}._deploy`;
  /** Changes an entry that has not ended. */
  const change = async (number: number, sets: string, values: readonly string[] = []): Promise<boolean> => {
    const rows = await database.rows({
      text: `update ${table} set ${sets} where number = $1 and status in ('Pending', 'InProgress') returning number`,
      values: [number, ...values],
    });
    return rows.length > 0;
  };
  return {
    add: ({ kind, author, options, package: hash }) =>
      database.transaction(async (transaction) => {
        const [row] = await transaction.rows({
          text: `insert into ${table} (kind, status, origin, options, package, requested_by)
            values ($1, 'Pending', 'api', $2::jsonb, $3, $4) returning number`,
          values: [kind, JSON.stringify(options), hash ?? null, author],
        });
        const number = Number(row?.[0]);
        await transaction.addJob({
          task: METADATA_TASK,
          payload: { number },
          key: `metadata ${org.id} ${number}`,
        });
        return deployId(org, number, kind);
      }),
    begin: (number) => change(number, `status = 'InProgress', started_at = coalesce(started_at, now())`),
    async count(number, components) {
      await change(number, 'component_count = $2::integer', [String(components)]);
    },
    cancel: (number) => change(number, `status = 'Canceled', completed_at = now()`),
    async fail(number, failure) {
      await change(number, `status = 'Failed', completed_at = now(), result = $2::jsonb`, [
        JSON.stringify({ failure }),
      ]);
    },
    async endRetrieve(number, packageHash, outcome) {
      const values = [packageHash, JSON.stringify(outcome)];
      await change(
        number,
        `status = 'Succeeded', completed_at = now(), package = $2, result = $3::jsonb`,
        values,
      );
    },
  };
}
