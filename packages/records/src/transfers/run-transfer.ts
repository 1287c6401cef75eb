import type { Principal } from '@muster/access';
import { type Id, type Log, MusterError } from '@muster/kernel';
import { soql, soqlNames } from '@muster/soql';
import type { JobContext, Transaction } from '@muster/store';
import type { Purpose } from '../purpose.js';
import type { SaveResult, Session } from '../session/session.js';
import type { ObjectProgress, Transfer, Transfers } from './transfers.js';

/** Records saved in one transaction. */
const CHUNK = 200;
/** Records whose refusal is kept in words, of each object. */
const MOST_ERRORS = 20;
/** Attempts after which a transfer that fails for a reason of ours is given up. */
const MOST_ATTEMPTS = 5;
const PURPOSE: Purpose = { key: 'administration' };

export interface TransferParts {
  readonly transfers: Transfers;
  /** Who a user is now; undefined when the user may no longer sign in. */
  readonly findPrincipal: (userId: Id) => Promise<Principal | undefined>;
  readonly transact: <T>(
    principal: Principal,
    purpose: Purpose,
    work: (session: Session, transaction: Transaction) => Promise<T>,
  ) => Promise<T>;
  readonly log: Log;
}

/**
 * Works on a transfer, chunk after chunk, with the rights its asker has now. Called again after a crash it goes on behind
 * the last chunk that was saved; one that has ended is left alone.
 */
export async function runTransfer(
  parts: TransferParts,
  id: string,
  { attempt, signal }: JobContext,
): Promise<void> {
  const { transfers, log } = parts;
  const transfer = await transfers.find(id);
  if (transfer === undefined || (transfer.state !== 'Queued' && transfer.state !== 'InProgress')) return;
  await transfers.begin(id);
  try {
    await handOver(parts, transfer, signal);
    await transfers.end(id, 'Completed');
  } catch (failure) {
    const isOfCaller = failure instanceof MusterError && failure.code !== 'SERVER_UNAVAILABLE';
    if (signal.aborted || (!isOfCaller && attempt < MOST_ATTEMPTS)) throw failure;
    log.warn({ transfer: id, err: failure }, 'A transfer of records failed');
    await transfers.end(id, 'Failed', isOfCaller ? failure.message : 'Something failed on the server.');
  }
}

async function handOver(parts: TransferParts, transfer: Transfer, signal: AbortSignal): Promise<void> {
  const principal = await parts.findPrincipal(transfer.requestedBy);
  if (principal === undefined) {
    throw new MusterError('INVALID_OPERATION', 'Whoever asked for the transfer may no longer sign in');
  }
  const progress = [...transfer.progress];
  for (const [i] of progress.entries()) {
    for (let isMore = true; isMore; ) {
      signal.throwIfAborted();
      const before = progress[i] as ObjectProgress;
      const after = await parts.transact(principal, PURPOSE, async (session, transaction) => {
        const chunk = await handOverChunk(session, transfer, before);
        await parts.transfers.keep(transaction, transfer.id, progress.with(i, chunk));
        return chunk;
      });
      isMore = after.cursor !== before.cursor;
      progress[i] = after;
    }
  }
}

/** Gives the next records of one object to their new owner; the cursor stays when there are none. */
async function handOverChunk(
  session: Session,
  { fromUserId, toUserId }: Transfer,
  progress: ObjectProgress,
): Promise<ObjectProgress> {
  const rows = await session.rows<{ Id: Id }>(
    soql`SELECT Id FROM ${soqlNames(progress.object)} WHERE OwnerId = ${fromUserId} AND Id > ${progress.cursor}
      ORDER BY Id LIMIT ${CHUNK}`,
  );
  if (rows.length === 0) return progress;
  const results = await session.update(
    progress.object,
    rows.map(({ Id }) => ({ id: Id, values: { OwnerId: toUserId } })),
    { allOrNone: false },
  );
  const failed = rows.flatMap(({ Id }, i) => {
    const { success, errors } = results[i] as SaveResult;
    return success ? [] : [{ id: Id, message: errors[0]?.message ?? '' }];
  });
  return {
    ...progress,
    done: progress.done + rows.length - failed.length,
    failed: progress.failed + failed.length,
    cursor: rows.at(-1)?.Id ?? progress.cursor,
    errors: [...progress.errors, ...failed].slice(0, MOST_ERRORS),
  };
}
