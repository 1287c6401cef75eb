import { Readable } from 'node:stream';
import { MusterError } from '@muster/kernel';
import { type BulkJob, type BulkJobs, csvLine, readCsv, readCsvHeader, UNDO_COLUMNS } from '@muster/records';
import type { FileStore } from '@muster/store';
import type { ApiResponse } from '../api-request.js';
import type { Call } from '../resource.js';

const FIRST_COLUMNS = {
  successful: ['sf__Id', 'sf__Created'],
  failed: ['sf__Id', 'sf__Error'],
} as const;

/** The rows that were saved, or that were not, each with what became of it, under the columns of the upload. */
export async function resultFile(
  { files }: Call,
  job: BulkJob,
  jobs: BulkJobs,
  kind: 'successful' | 'failed',
): Promise<ApiResponse> {
  const header = csvLine([...FIRST_COLUMNS[kind], ...(await headerOf(job, files))], job);
  return csv(following(header, jobs.eachResult(job.id, kind)));
}

/** The rows that were not saved as they came, each with the reason in a last column: to be mended and loaded again. */
export async function mendFile({ files }: Call, job: BulkJob, jobs: BulkJobs): Promise<ApiResponse> {
  const reason = FIRST_COLUMNS.failed[1];
  const header = await headerOf(job, files);
  const own = header.flatMap((name, i) => (name === reason ? [] : [i]));
  const line = csvLine([...FIRST_COLUMNS.failed, ...header], job);
  const failed = Readable.from(asBytes(following(line, jobs.eachResult(job.id, 'failed'))));
  const { columnDelimiter, lineEnding } = job;
  async function* lines() {
    yield csvLine([...own.map((i) => header[i] ?? ''), reason], job);
    for await (const { values } of readCsv(failed, { columnDelimiter, lineEnding })) {
      const [, why = '', ...row] = values;
      yield csvLine([...own.map((i) => row[i] ?? ''), why], job);
    }
  }
  return csv(lines(), `${job.object}-to-mend.csv`);
}

/** The rows a job that failed or was aborted had not come to. */
export async function unprocessedFile({ files }: Call, job: BulkJob): Promise<ApiResponse> {
  const header = await headerOf(job, files);
  const { content, processed } = job;
  const isOver = job.state === 'Failed' || job.state === 'Aborted';
  async function* lines() {
    yield csvLine(header, job);
    if (!isOver || content === undefined || header.length === 0) return;
    let position = 0;
    for await (const { values } of readCsv(await files.open(content), job)) {
      position += 1;
      const own = header.map((_, i) => values[i] ?? '');
      if (position > processed) yield csvLine(own, job);
    }
  }
  return csv(lines());
}

async function* asBytes(lines: AsyncIterable<string>): AsyncGenerator<Buffer> {
  for await (const text of lines) yield Buffer.from(text);
}

async function* following(first: string, rest: AsyncIterable<string>): AsyncGenerator<string> {
  yield first;
  yield* rest;
}

/** Column names as the upload has them; none when there is no upload, or none that can be read. */
async function headerOf(job: BulkJob, files: FileStore): Promise<readonly string[]> {
  if (job.operation === 'undo') return UNDO_COLUMNS;
  if (job.content === undefined) return [];
  return readCsvHeader(await files.open(job.content), job).catch(orNothing);
}

function orNothing(failure: unknown): readonly string[] {
  if (failure instanceof MusterError && failure.code === 'INVALIDBATCH') return [];
  throw failure;
}

function csv(stream: AsyncIterable<string>, fileName?: string): ApiResponse {
  const headers = {
    'content-type': 'text/csv;charset=UTF-8',
    ...(fileName === undefined ? {} : { 'content-disposition': `attachment; filename="${fileName}"` }),
  };
  return { status: 200, headers, body: '', stream };
}
