import { type Id, MusterError, tryParseId } from '@muster/kernel';
import { findObject } from '@muster/metadata';
import type { RecordInput, SaveResult, Session } from '../session/session.js';
import type { BulkJob } from './bulk-job.js';
import type { CsvRow } from './read-csv.js';
import { type ColumnReader, columnReaders, rowValues } from './row-values.js';

const OPTIONS = { allOrNone: false } as const;

/** Saves what can be saved of the rows of a load; the results are in their order. */
export async function saveRows(
  session: Session,
  job: BulkJob,
  rows: readonly CsvRow[],
): Promise<SaveResult[]> {
  const results: (SaveResult | undefined)[] = rows.map(refuseShape);
  const open = rows.flatMap((_, i) => (results[i] === undefined ? [i] : []));
  const object = findObject(session.snapshot, job.object);
  const readers = columnReaders(rows[0]?.header ?? [], object, job.options);
  const inputs = open.map((i) => inputOf(job, readers, rows[i] as CsvRow));
  const saved = await save(session, job, inputs);
  for (const [n, i] of open.entries()) results[i] = saved[n];
  return results.map((result) => result ?? { success: false, errors: [] });
}

/** A row with more values than there are columns was not meant as it stands. */
function refuseShape({ header, values }: CsvRow): SaveResult | undefined {
  if (values.length <= header.length) return undefined;
  const more = values
    .slice(header.length)
    .map((text) => JSON.stringify(text))
    .join(', ');
  const message = `The row has ${values.length} values; the header names ${header.length} columns. Too many: ${more}`;
  return { success: false, errors: [new MusterError('INVALIDBATCH', message)] };
}

function inputOf({ operation }: BulkJob, readers: readonly ColumnReader[], { values }: CsvRow): RecordInput {
  const record = rowValues(readers, values);
  const named = Object.entries(record).find(([name]) => name.toLowerCase() === 'id')?.[1];
  const id = typeof named === 'string' ? (tryParseId(named) ?? named) : undefined;
  return operation === 'insert' || operation === 'upsert' || id === undefined
    ? { values: record }
    : { id, values: record };
}

function save(session: Session, job: BulkJob, inputs: readonly RecordInput[]): Promise<SaveResult[]> {
  const ids = () => inputs.map(({ id }) => id ?? '');
  switch (job.operation) {
    case 'insert':
      return session.insert(job.object, inputs, OPTIONS);
    case 'update':
      return session.update(job.object, inputs, OPTIONS);
    case 'upsert':
      return session.upsert(job.object, job.externalIdField ?? 'Id', inputs, OPTIONS);
    case 'delete':
      return session.delete(job.object, ids(), OPTIONS);
    case 'hardDelete':
      return deleteForGood(session, job.object, ids());
    case 'undo':
      throw new Error('An undo has no rows of its own');
  }
}

async function deleteForGood(session: Session, object: string, ids: readonly Id[]): Promise<SaveResult[]> {
  const results = await session.delete(object, ids, OPTIONS);
  const deleted = results.flatMap(({ success, id }) => (success && id !== undefined ? [id] : []));
  await session.purge(object, deleted);
  return results;
}
