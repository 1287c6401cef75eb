import type { Principal } from '@muster/access';
import { type Id, type Log, MusterError, tryParseId } from '@muster/kernel';
import type { FileStore, JobContext, Transaction } from '@muster/store';
import type { Purpose } from '../purpose.js';
import type { RecordInput, SaveResult, Session } from '../session/session.js';
import type { BulkJob } from './bulk-job.js';
import type { BulkJobs } from './bulk-jobs.js';
import { type CsvRow, readCsv } from './read-csv.js';
import { rowValues } from './row-values.js';
import { chunkResults } from './write-results.js';

/** Rows saved in one transaction: enough for the save steps to be set-based, few enough to show progress. */
const CHUNK_ROWS = 2_000;

/** Attempts after which a job that fails for a reason of ours is given up. */
const MOST_ATTEMPTS = 5;

const OPTIONS = { allOrNone: false } as const;

export interface IngestParts {
  readonly jobs: BulkJobs;
  readonly files: FileStore;
  /** Who a user is now; undefined when the user may no longer sign in. */
  readonly findPrincipal: (userId: Id) => Promise<Principal | undefined>;
  /** Runs work in a transaction that holds a session of this principal. */
  readonly transact: <T>(
    principal: Principal,
    purpose: Purpose,
    work: (session: Session, transaction: Transaction) => Promise<T>,
  ) => Promise<T>;
  readonly log: Log;
}

/**
 * Works on a job, chunk after chunk, with the rights its user has now. Called again after a crash it goes on behind the
 * last chunk that was saved; a job that has ended is left alone.
 */
export async function runIngest(
  parts: IngestParts,
  jobId: Id,
  { attempt, signal }: JobContext,
): Promise<void> {
  const { jobs, log } = parts;
  const job = await jobs.find(jobId);
  if (job === undefined || (job.state !== 'UploadComplete' && job.state !== 'InProgress')) return;
  await jobs.begin(jobId);
  try {
    await ingest(parts, job, signal);
    await jobs.end(jobId, 'JobComplete');
  } catch (failure) {
    const isOfCaller = failure instanceof MusterError && failure.code !== 'SERVER_UNAVAILABLE';
    if (signal.aborted || (!isOfCaller && attempt < MOST_ATTEMPTS)) throw failure;
    log.warn({ jobId, err: failure }, 'A bulk job failed');
    const reason = isOfCaller ? `${failure.code} : ${failure.message}` : 'UNKNOWN_EXCEPTION';
    await jobs.end(jobId, 'Failed', reason);
  }
}

async function ingest(parts: IngestParts, job: BulkJob, signal: AbortSignal): Promise<void> {
  const { jobs, files, findPrincipal, transact } = parts;
  if (job.content === undefined) return;
  const principal = await findPrincipal(job.userId);
  if (principal === undefined) {
    throw new MusterError('INVALID_OPERATION', 'The user of the job may no longer sign in');
  }
  const done = await jobs.chunksDone(job.id);
  let number = 0;
  for await (const rows of chunksOf(readCsv(await files.open(job.content), job))) {
    number += 1;
    if (number <= done) continue;
    signal.throwIfAborted();
    const isKept = await transact(principal, { key: job.purpose }, async (session, transaction) => {
      const results = chunkResults(rows, await saveRows(session, job, rows), job);
      if (!(await jobs.addChunk(transaction, job.id, number, results))) throw ABORTED;
      return true;
    }).catch((failure: unknown) => {
      if (failure === ABORTED) return false;
      throw failure;
    });
    if (!isKept) return;
  }
}

/** Undoes a chunk whose job was aborted while it was saved. */
const ABORTED = new Error('The job was aborted.');

async function* chunksOf(rows: AsyncIterable<CsvRow>): AsyncGenerator<readonly CsvRow[]> {
  let chunk: CsvRow[] = [];
  for await (const row of rows) {
    chunk.push(row);
    if (chunk.length < CHUNK_ROWS) continue;
    yield chunk;
    chunk = [];
  }
  if (chunk.length > 0) yield chunk;
}

/** Saves what can be saved; the results are in the order of the rows. */
async function saveRows(session: Session, job: BulkJob, rows: readonly CsvRow[]): Promise<SaveResult[]> {
  const results: (SaveResult | undefined)[] = rows.map(refuseShape);
  const open = rows.flatMap((_, i) => (results[i] === undefined ? [i] : []));
  const inputs = open.map((i) => inputOf(job, rows[i] as CsvRow));
  const saved = await save(session, job, inputs);
  for (const [n, i] of open.entries()) results[i] = saved[n];
  return results.map((result) => result ?? { success: false, errors: [] });
}

/** A row with more values than there are columns was not meant as it stands. */
function refuseShape({ header, values }: CsvRow): SaveResult | undefined {
  if (values.length <= header.length) return undefined;
  const message = `The row has ${values.length} values; the header names ${header.length} columns`;
  return { success: false, errors: [new MusterError('INVALIDBATCH', message)] };
}

function inputOf({ operation }: BulkJob, { header, values }: CsvRow): RecordInput {
  const record = rowValues(header, values);
  const named = Object.entries(record).find(([name]) => name.toLowerCase() === 'id')?.[1];
  const id = typeof named === 'string' ? (tryParseId(named) ?? named) : undefined;
  return operation === 'insert' || operation === 'upsert' || id === undefined
    ? { values: record }
    : { id, values: record };
}

function save(session: Session, job: BulkJob, inputs: readonly RecordInput[]): Promise<SaveResult[]> {
  switch (job.operation) {
    case 'insert':
      return session.insert(job.object, inputs, OPTIONS);
    case 'update':
      return session.update(job.object, inputs, OPTIONS);
    case 'upsert':
      return session.upsert(job.object, job.externalIdField ?? 'Id', inputs, OPTIONS);
    case 'delete':
      return session.delete(
        job.object,
        inputs.map(({ id }) => id ?? ''),
        OPTIONS,
      );
    case 'hardDelete':
      return deleteForGood(
        session,
        job.object,
        inputs.map(({ id }) => id ?? ''),
      );
  }
}

async function deleteForGood(session: Session, object: string, ids: readonly Id[]): Promise<SaveResult[]> {
  const results = await session.delete(object, ids, OPTIONS);
  const deleted = results.flatMap(({ success, id }) => (success && id !== undefined ? [id] : []));
  await session.purge(object, deleted);
  return results;
}
