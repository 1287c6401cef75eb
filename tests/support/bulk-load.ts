import { setTimeout as sleep } from 'node:timers/promises';
import type { Answer, ApiClient } from './api-client.js';

const JOBS = '/services/data/v60.0/jobs/ingest';

export interface BulkLoad {
  /** The job as it ended. */
  readonly job: { readonly state: string; readonly numberRecordsFailed: number };
  /** Ids in the order of the rows that were saved. */
  readonly ids: readonly string[];
  /** The lines of the rows that were not, with the reason. */
  readonly failed: string;
}

/** Loads CSV through Bulk API 2.0 and waits for its end. */
export async function bulkLoad(client: ApiClient, job: object, csv: string | Buffer): Promise<BulkLoad> {
  const { body: open } = await client.call('POST', JOBS, job);
  const path = `${JOBS}/${open.id}`;
  await client.call('PUT', `${path}/batches`, csv, { 'content-type': 'text/csv' });
  await client.call('PATCH', path, { state: 'UploadComplete' });
  const ended = await endOfJob(client, path);
  const saved = await client.call('GET', `${path}/successfulResults`);
  const failed = await client.call('GET', `${path}/failedResults`);
  const ids = [...String(saved.body).matchAll(/^"(\w{18})"/gm)].map(([, id = '']) => id);
  return { job: ended, ids, failed: String(failed.body) };
}

/** Waits for the end of the job at a path, and gives it. */
export async function endOfJob(client: ApiClient, path: string): Promise<Answer['body']> {
  for (;;) {
    const { body } = await client.call('GET', path);
    if (!['UploadComplete', 'InProgress'].includes(body.state)) return body;
    await sleep(50);
  }
}

/** Text of a CSV file: a header and rows. */
export function csvOf(rows: readonly (readonly string[])[]): string {
  return rows.map((row) => `${row.map((text) => `"${text.replaceAll('"', '""')}"`).join(',')}\n`).join('');
}
