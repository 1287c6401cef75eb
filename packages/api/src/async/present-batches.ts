import type { Batch, BatchJob } from '@muster/records';
import type { XmlFields } from '../soap/print-xml.js';

const STATES = {
  Open: 'Queued',
  UploadComplete: 'Queued',
  InProgress: 'InProgress',
  JobComplete: 'Completed',
  Aborted: 'NotProcessed',
  Failed: 'Failed',
  NotProcessed: 'NotProcessed',
} as const;

/** `jobInfo`, counted from the job's batches. */
export function presentJobInfo(job: BatchJob, batches: readonly Batch[]): XmlFields {
  const count = (state: string) => batches.filter((batch) => stateOf(batch) === state).length;
  const sum = (of: (batch: Batch) => number) => batches.reduce((total, batch) => total + of(batch), 0);
  const time = sum(timeOf);
  return {
    id: job.id,
    operation: job.operation,
    object: job.object,
    createdById: job.userId,
    createdDate: dateTime(job.createdAt, job),
    systemModstamp: dateTime(job.modifiedAt, job),
    state: job.state,
    externalIdFieldName: job.externalIdField,
    concurrencyMode: job.concurrencyMode,
    contentType: job.contentType,
    numberBatchesQueued: count('Queued'),
    numberBatchesInProgress: count('InProgress'),
    numberBatchesCompleted: count('Completed'),
    numberBatchesFailed: count('Failed'),
    numberBatchesTotal: batches.length,
    numberRecordsProcessed: sum(({ processed }) => processed),
    numberRetries: 0,
    apiVersion: job.contentType === 'JSON' ? job.apiVersion : job.apiVersion.toFixed(1),
    numberRecordsFailed: sum(({ failed }) => failed),
    totalProcessingTime: time,
    apiActiveProcessingTime: time,
    apexProcessingTime: 0,
  };
}

/** `batchInfo`. */
export function presentBatchInfo(batch: Batch, job: BatchJob): XmlFields {
  const time = timeOf(batch);
  return {
    id: batch.id,
    jobId: batch.jobId,
    state: stateOf(batch),
    stateMessage: batch.errorMessage,
    createdDate: dateTime(batch.createdAt, job),
    systemModstamp: dateTime(batch.modifiedAt, job),
    numberRecordsProcessed: batch.processed,
    numberRecordsFailed: batch.failed,
    totalProcessingTime: time,
    apiActiveProcessingTime: time,
    apexProcessingTime: 0,
  };
}

export function stateOf({ state }: Batch): string {
  return STATES[state];
}

const timeOf = ({ createdAt, modifiedAt }: Batch) => Math.max(0, modifiedAt - createdAt);

function dateTime(instant: number, { contentType }: BatchJob): string {
  const zone = contentType === 'JSON' ? '+0000' : 'Z';
  return `${new Date(instant).toISOString().slice(0, 19)}.000${zone}`;
}
