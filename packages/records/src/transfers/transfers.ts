import type { Clock, Id } from '@muster/kernel';
import { quoteIdent } from '@muster/sql';
import type { Database, Org, Queryable, TextRow } from '@muster/store';

/** The task that works on a transfer. */
export const TRANSFER_TASK = 'platform.transfer-records';

export type TransferState = 'Queued' | 'InProgress' | 'Completed' | 'Failed';

/** How far a transfer is with one object. */
export interface ObjectProgress {
  readonly object: string;
  /** Records owned when it was asked for. */
  readonly total: number;
  readonly done: number;
  readonly failed: number;
  /** The last id that was worked on; an id before all others at first. */
  readonly cursor: string;
  /** What refused the first of those that failed. */
  readonly errors: readonly { readonly id: Id; readonly message: string }[];
}

/** Records on their way from one owner to another. */
export interface Transfer {
  readonly id: string;
  readonly fromUserId: Id;
  readonly toUserId: Id;
  readonly requestedBy: Id;
  readonly state: TransferState;
  readonly progress: readonly ObjectProgress[];
  readonly errorMessage: string | undefined;
  /** Milliseconds. */
  readonly createdAt: number;
  readonly modifiedAt: number;
}

export type NewTransfer = Pick<Transfer, 'fromUserId' | 'toUserId' | 'requestedBy'> & {
  readonly objects: readonly { readonly object: string; readonly total: number }[];
};

/** The transfers of one org. */
export interface Transfers {
  create(transfer: NewTransfer): Promise<Transfer>;
  find(id: string): Promise<Transfer | undefined>;
  /** Those away from a user, newest first. */
  list(fromUserId: Id): Promise<readonly Transfer[]>;
  /** Takes up a failed transfer where it stopped; false when it has not failed. */
  resume(id: string): Promise<boolean>;
  begin(id: string): Promise<void>;
  end(id: string, state: 'Completed' | 'Failed', errorMessage?: string): Promise<void>;
  /** Keeps how far it is, with what a chunk saved. */
  keep(queryable: Queryable, id: string, progress: readonly ObjectProgress[]): Promise<void>;
}

const MOST_LISTED = 20;
const BEFORE_ALL = '000000000000000AAA';
const COLUMNS = `number, from_user, to_user, requested_by, state, progress, error_message,
  extract(epoch from created_at) * 1000, extract(epoch from modified_at) * 1000`;

/** Keeps transfers in the org's own tables. */
export function createTransfers({
  database,
  org,
  clock,
}: {
  readonly database: Database;
  readonly org: Org;
  readonly clock: Clock;
}): Transfers {
  const table = `${quoteIdent(org.schema)}._transfer`;
  const now = () => new Date(clock.now()).toISOString();
  const jobOf = (id: string) => ({ task: TRANSFER_TASK, payload: { transferId: id }, key: `transfer ${id}` });

  return {
    create: ({ fromUserId, toUserId, requestedBy, objects }) =>
      database.transaction(async (transaction) => {
        const progress = objects.map(({ object, total }) => ({
          object,
          total,
          done: 0,
          failed: 0,
          cursor: BEFORE_ALL,
          errors: [],
        }));
        const [row] = await transaction.rows({
          text: `insert into ${table}
              (from_user, to_user, requested_by, state, progress, created_at, modified_at)
            values ($1, $2, $3, 'Queued', $4::jsonb, $5, $5) returning ${COLUMNS}`,
          values: [fromUserId, toUserId, requestedBy, JSON.stringify(progress), now()],
        });
        const transfer = readTransfer(row as TextRow);
        await transaction.addJob(jobOf(transfer.id));
        return transfer;
      }),

    async find(id) {
      const [row] = await database.rows({
        text: `select ${COLUMNS} from ${table} where number::text = $1`,
        values: [id],
      });
      return row && readTransfer(row);
    },

    async list(fromUserId) {
      const rows = await database.rows({
        text: `select ${COLUMNS} from ${table} where from_user = $1 order by number desc limit ${MOST_LISTED}`,
        values: [fromUserId],
      });
      return rows.map(readTransfer);
    },

    resume: (id) =>
      database.transaction(async (transaction) => {
        const rows = await transaction.rows({
          text: `update ${table} set state = 'Queued', error_message = null, modified_at = $2
            where number::text = $1 and state = 'Failed' returning number`,
          values: [id, now()],
        });
        if (rows.length > 0) await transaction.addJob(jobOf(id));
        return rows.length > 0;
      }),

    async begin(id) {
      await database.rows({
        text: `update ${table} set state = 'InProgress', modified_at = $2 where number::text = $1`,
        values: [id, now()],
      });
    },

    async end(id, state, errorMessage) {
      await database.rows({
        text: `update ${table} set state = $3, error_message = $4, modified_at = $2 where number::text = $1`,
        values: [id, now(), state, errorMessage ?? null],
      });
    },

    async keep(queryable, id, progress) {
      await queryable.rows({
        text: `update ${table} set progress = $3::jsonb, modified_at = $2 where number::text = $1`,
        values: [id, now(), JSON.stringify(progress)],
      });
    },
  };
}

function readTransfer(row: TextRow): Transfer {
  const [number, from, to, by, state, progress, errorMessage, createdAt, modifiedAt] = row;
  return {
    id: number ?? '',
    fromUserId: from ?? '',
    toUserId: to ?? '',
    requestedBy: by ?? '',
    state: state as TransferState,
    progress: JSON.parse(progress ?? '[]') as ObjectProgress[],
    errorMessage: errorMessage ?? undefined,
    createdAt: Math.round(Number(createdAt)),
    modifiedAt: Math.round(Number(modifiedAt)),
  };
}
