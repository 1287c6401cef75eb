import { MusterError } from '@muster/kernel';
import { type BulkJob, type BulkJobs, csvLine, readCsv, readCsvHeader } from '@muster/records';
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
  const header = await headerOf(job, files);
  const lines = await jobs.results(job.id, kind);
  return csv(csvLine([...FIRST_COLUMNS[kind], ...header], job) + lines.join(''));
}

/** The rows a job that failed or was aborted had not come to. */
export async function unprocessedFile({ files }: Call, job: BulkJob): Promise<ApiResponse> {
  const header = await headerOf(job, files);
  let text = csvLine(header, job);
  const isOver = job.state === 'Failed' || job.state === 'Aborted';
  if (isOver && job.content !== undefined && header.length > 0) {
    let position = 0;
    for await (const { values } of readCsv(await files.open(job.content), job)) {
      position += 1;
      if (position > job.processed)
        text += csvLine(
          header.map((_, i) => values[i] ?? ''),
          job,
        );
    }
  }
  return csv(text);
}

/** Column names as the upload has them; none when there is no upload, or none that can be read. */
async function headerOf(job: BulkJob, files: FileStore): Promise<readonly string[]> {
  if (job.content === undefined) return [];
  return readCsvHeader(await files.open(job.content), job).catch(orNothing);
}

function orNothing(failure: unknown): readonly string[] {
  if (failure instanceof MusterError && failure.code === 'INVALIDBATCH') return [];
  throw failure;
}

function csv(body: string): ApiResponse {
  return { status: 200, headers: { 'content-type': 'text/csv;charset=UTF-8' }, body };
}
