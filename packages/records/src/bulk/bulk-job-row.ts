import type { TextRow } from '@muster/store';
import type { BulkJob, BulkState, LoadOptions } from './bulk-job.js';

/** What `readJob` reads, of a table of jobs with the alias `j`. */
export function jobColumns(jobs: string): string {
  return `j.id, j.user_id, j.purpose, j.object, j.operation, j.external_id_field, j.column_delimiter, j.line_ending,
    j.api_version, j.state, j.content, j.error_message, j.processed, j.failed, extract(epoch from j.created_at) * 1000,
    extract(epoch from j.modified_at) * 1000, extract(epoch from j.started_at) * 1000, j.is_batch, j.options, j.undoes,
    j.created, (select u.id from ${jobs} u where u.undoes = j.id and u.state not in ('Aborted', 'Failed'))`;
}

/** A job from a row of `jobColumns`. */
export function readJob(row: TextRow): BulkJob {
  const [id, userId, purpose, object, operation, externalIdField, columnDelimiter, lineEnding, ...rest] = row;
  const [apiVersion, state, content, errorMessage, processed, failed, createdAt, modifiedAt, ...more] = rest;
  const [startedAt, isBatch, options, undoes, created, undoneBy] = more;
  return {
    id: id ?? '',
    userId: userId ?? '',
    purpose: purpose ?? '',
    object: object ?? '',
    operation: operation as BulkJob['operation'],
    externalIdField: externalIdField ?? undefined,
    columnDelimiter: columnDelimiter as BulkJob['columnDelimiter'],
    lineEnding: lineEnding as BulkJob['lineEnding'],
    apiVersion: Number(apiVersion),
    state: state as BulkState,
    content: content ?? undefined,
    errorMessage: errorMessage ?? undefined,
    processed: Number(processed),
    failed: Number(failed),
    created: Number(created),
    createdAt: Math.round(Number(createdAt)),
    modifiedAt: Math.round(Number(modifiedAt)),
    startedAt: startedAt === null || startedAt === undefined ? undefined : Math.round(Number(startedAt)),
    isBatch: isBatch === 't',
    options: JSON.parse(options ?? '{}') as LoadOptions,
    undoes: undoes ?? undefined,
    undoneBy: undoneBy ?? undefined,
  };
}
