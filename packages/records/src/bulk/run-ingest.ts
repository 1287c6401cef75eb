import type { Principal } from '@muster/access';
import { type Id, type Log, MusterError } from '@muster/kernel';
import type { FileStore, JobContext, Org, Transaction } from '@muster/store';
import type { Purpose } from '../purpose.js';
import type { SaveResult, Session } from '../session/session.js';
import type { BulkJob } from './bulk-job.js';
import type { BulkJobs } from './bulk-jobs.js';
import { type PastWatch, readVersions, watchPast } from './keep-past.js';
import { type CsvRow, readCsv } from './read-csv.js';
import { saveRows } from './save-rows.js';
import { undoRows } from './undo-rows.js';
import { chunkResults } from './write-results.js';

/** Rows saved in one transaction: enough for the save steps to be set-based, few enough to show progress. */
const CHUNK_ROWS = 2_000;

/** Attempts after which a job that fails for a reason of ours is given up. */
const MOST_ATTEMPTS = 5;

export interface IngestParts {
  readonly jobs: BulkJobs;
  readonly files: FileStore;
  readonly org: Org;
  /** Who a user is now; undefined when the user may no longer sign in. */
  readonly findPrincipal: (userId: Id) => Promise<Principal | undefined>;
  /** Runs work in a transaction that holds a session of this principal; `watch` is told of what is saved through it. */
  readonly transact: <T>(
    principal: Principal,
    purpose: Purpose,
    work: (session: Session, transaction: Transaction) => Promise<T>,
    watch?: PastWatch['watch'],
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
  const { jobs, log, findPrincipal } = parts;
  const job = await jobs.find(jobId);
  if (job === undefined || (job.state !== 'UploadComplete' && job.state !== 'InProgress')) return;
  await jobs.begin(jobId);
  try {
    const principal = await findPrincipal(job.userId);
    if (principal === undefined) {
      throw new MusterError('INVALID_OPERATION', 'The user of the job may no longer sign in');
    }
    await (job.undoes === undefined ? ingest : undo)(parts, { job, principal, signal });
    await jobs.end(jobId, 'JobComplete');
  } catch (failure) {
    if (failure === ABORTED) return;
    const isOfCaller = failure instanceof MusterError && failure.code !== 'SERVER_UNAVAILABLE';
    if (signal.aborted || (!isOfCaller && attempt < MOST_ATTEMPTS)) throw failure;
    log.warn({ jobId, err: failure }, 'A bulk job failed');
    const reason = isOfCaller ? `${failure.code} : ${failure.message}` : 'UNKNOWN_EXCEPTION';
    await jobs.end(jobId, 'Failed', reason);
  }
}

/** A job at work: who it is for, and when to stop. */
interface Run {
  readonly job: BulkJob;
  readonly principal: Principal;
  readonly signal: AbortSignal;
}

async function ingest(parts: IngestParts, run: Run): Promise<void> {
  const { jobs, files } = parts;
  const { job, signal } = run;
  if (job.content === undefined) return;
  const done = await jobs.chunksDone(job.id);
  let number = 0;
  for await (const rows of chunksOf(readCsv(await files.open(job.content), job))) {
    number += 1;
    if (number <= done) continue;
    signal.throwIfAborted();
    if (job.options.checkOnly === true) await checkChunk(parts, run, number, rows);
    else await saveChunk(parts, run, number, rows);
  }
}

const firstRowOf = (number: number) => (number - 1) * CHUNK_ROWS + 1;

/** Saves a chunk and keeps its results in one transaction. @throws ABORTED when the job was, and nothing is kept */
async function saveChunk(
  { jobs, org, transact }: IngestParts,
  { job, principal }: Run,
  number: number,
  rows: readonly CsvRow[],
): Promise<void> {
  const firstRow = firstRowOf(number);
  const past = canBeUndone(job) ? watchPast(job.object) : undefined;
  const work = async (session: Session, transaction: Transaction) => {
    const saved = await saveRows(session, job, rows);
    const changed = saved.flatMap(({ success, created, id }) =>
      success && created !== true && id !== undefined ? [id] : [],
    );
    const versions =
      past === undefined || isDeletion(job)
        ? new Map<Id, number>()
        : await readVersions(session, transaction, org, job.object, changed);
    const results = {
      ...chunkResults(rows, saved, job, firstRow),
      past: past?.of(saved, firstRow, versions) ?? [],
    };
    if (!(await jobs.addChunk(transaction, job.id, number, results))) throw ABORTED;
  };
  await transact(principal, { key: job.purpose }, work, past?.watch);
}

/** Saves a chunk, undoes all of it, and keeps what would have become of it. */
async function checkChunk(
  { jobs, transact }: IngestParts,
  { job, principal }: Run,
  number: number,
  rows: readonly CsvRow[],
): Promise<void> {
  const purpose = { key: job.purpose };
  let saved: readonly SaveResult[] = [];
  await transact(principal, purpose, async (session) => {
    saved = await saveRows(session, job, rows);
    throw CHECKED;
  }).catch((failure: unknown) => {
    if (failure !== CHECKED) throw failure;
  });
  const results = chunkResults(rows, saved, job, firstRowOf(number));
  await transact(principal, purpose, async (_session, transaction) => {
    if (!(await jobs.addChunk(transaction, job.id, number, results))) throw ABORTED;
  });
}

/** Takes back what another job did, its last chunk first, a transaction for each. */
async function undo({ jobs, transact }: IngestParts, { job, principal, signal }: Run): Promise<void> {
  const undoes = job.undoes ?? '';
  const chunks = await jobs.chunksDone(undoes);
  for (let number = (await jobs.chunksDone(job.id)) + 1; number <= chunks; number += 1) {
    signal.throwIfAborted();
    const past = await jobs.past(undoes, chunks - number + 1);
    await transact(principal, { key: job.purpose }, async (session, transaction) => {
      const results = await undoRows(session, job, past);
      if (!(await jobs.addChunk(transaction, job.id, number, results))) throw ABORTED;
    });
  }
}

/** Undoes a chunk whose job was aborted while it was saved. */
const ABORTED = new Error('The job was aborted.');

/** Undoes a chunk that was only to be checked. */
const CHECKED = new Error('The rows were checked.');

/** Whether it is known what a load did: what is deleted past the recycle bin is gone, and batches keep no past. */
export function canBeUndone({ operation, options, isBatch }: BulkJob): boolean {
  return options.checkOnly !== true && isBatch !== true && operation !== 'hardDelete' && operation !== 'undo';
}

const isDeletion = ({ operation }: BulkJob) => operation === 'delete' || operation === 'hardDelete';

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
