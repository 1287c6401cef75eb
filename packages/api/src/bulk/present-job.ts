import { type BulkJob, type BulkQuery, canBeUndone } from '@muster/records';

/** Days jobs are kept, with what they did: as long as the recycle bin keeps records. */
const DAYS_KEPT = 15;

/** A job as the list and as creating and changing it show it. */
export function presentJob(job: BulkJob) {
  return {
    id: job.id,
    operation: job.operation,
    object: job.object,
    createdById: job.userId,
    createdDate: dateTime(job.createdAt),
    systemModstamp: dateTime(job.modifiedAt),
    state: job.state,
    ...(job.externalIdField === undefined ? {} : { externalIdFieldName: job.externalIdField }),
    concurrencyMode: 'Parallel',
    contentType: 'CSV',
    apiVersion: job.apiVersion,
    ...(job.state === 'Open'
      ? { contentUrl: `services/data/v${job.apiVersion}.0/jobs/ingest/${job.id}/batches` }
      : {}),
    lineEnding: job.lineEnding,
    columnDelimiter: job.columnDelimiter,
    ...job.options,
    ...(job.undoes === undefined ? {} : { undoOf: job.undoes }),
  };
}

/** A job with how far it is. Time of processing is not told apart by kind. */
export function presentProgress(job: BulkJob) {
  const time = job.startedAt === undefined ? 0 : Math.max(0, job.modifiedAt - job.startedAt);
  return {
    ...presentJob(job),
    jobType: 'V2Ingest',
    numberRecordsProcessed: job.processed,
    numberRecordsFailed: job.failed,
    numberRecordsCreated: job.created,
    retries: 0,
    totalProcessingTime: time,
    apiActiveProcessingTime: time,
    apexProcessingTime: 0,
    ...(job.errorMessage === undefined ? {} : { errorMessage: job.errorMessage }),
    ...(job.undoneBy === undefined ? {} : { undoneBy: job.undoneBy }),
    ...(isUndoable(job) ? { undoableUntil: dateTime(job.createdAt + DAYS_KEPT * 86_400_000) } : {}),
  };
}

function isUndoable(job: BulkJob): boolean {
  const isOver = ['JobComplete', 'Failed', 'Aborted'].includes(job.state);
  return isOver && canBeUndone(job) && job.undoneBy === undefined && job.processed > job.failed;
}

/** A query as the list and as creating it show it. It is answered as soon as it is made. */
export function presentQuery(query: BulkQuery) {
  return {
    id: query.id,
    operation: query.operation,
    object: query.object,
    query: query.soql,
    createdById: query.userId,
    createdDate: dateTime(query.createdAt),
    systemModstamp: dateTime(query.createdAt),
    state: query.isAborted ? 'Aborted' : 'JobComplete',
    concurrencyMode: 'Parallel',
    contentType: 'CSV',
    apiVersion: query.apiVersion,
    lineEnding: query.lineEnding,
    columnDelimiter: query.columnDelimiter,
  };
}

export function presentQueryProgress(query: BulkQuery) {
  return {
    ...presentQuery(query),
    jobType: 'V2Query',
    numberRecordsProcessed: query.totalSize,
    retries: 0,
    totalProcessingTime: 0,
    isPkChunkingSupported: false,
  };
}

function dateTime(instant: number): string {
  return `${new Date(instant).toISOString().slice(0, 19)}.000+0000`;
}
