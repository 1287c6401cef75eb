import { MusterError, tryParseId } from '@muster/kernel';
import { findObject, type ObjectDef } from '@muster/metadata';
import {
  type BulkJob,
  type BulkJobs,
  columnDelimiters,
  lineEndings,
  type NewBulkJob,
  type Session,
} from '@muster/records';
import { z } from 'zod';
import type { ApiResponse } from '../api-request.js';
import { requireMatchField } from '../objects.js';
import { readShape } from '../read-body.js';
import { type Call, notFound, type Resource } from '../resource.js';
import { json, noContent } from '../responses.js';
import { presentJob, presentProgress } from './present-job.js';
import { readUpload } from './read-upload.js';
import { resultFile, unprocessedFile } from './result-files.js';

const newJob = z.object({
  object: z.string().min(1),
  operation: z.enum(['insert', 'update', 'upsert', 'delete', 'hardDelete']),
  externalIdFieldName: z.string().optional(),
  columnDelimiter: z.enum(Object.keys(columnDelimiters) as [keyof typeof columnDelimiters]).default('COMMA'),
  lineEnding: z.enum(Object.keys(lineEndings) as [keyof typeof lineEndings]).default('LF'),
  contentType: z.literal('CSV').default('CSV'),
});

const stateChange = z.object({ state: z.enum(['UploadComplete', 'Aborted']) });

/** `jobs/ingest`: Bulk API 2.0, loads of many records as CSV. Everybody sees their own jobs. */
export function ingestResources(jobs: BulkJobs): readonly Resource[] {
  const withJob =
    (handle: (call: Call, job: BulkJob) => Promise<ApiResponse> | ApiResponse) =>
    async (call: Call): Promise<ApiResponse> => {
      const id = tryParseId(call.params.id ?? '');
      const job = id === undefined ? undefined : await jobs.find(id, call.session.principal.userId);
      if (job === undefined) throw notFound();
      return handle(call, job);
    };
  const show = async ({ id }: BulkJob): Promise<ApiResponse> => {
    const job = await jobs.find(id);
    if (job === undefined) throw notFound();
    return json(presentJob(job));
  };
  const one = 'jobs/ingest/:id';
  return [
    {
      path: 'jobs/ingest',
      methods: {
        POST: (call) => createJob(call, jobs),
        GET: async ({ session }) => {
          const records = (await jobs.list(session.principal.userId)).map(presentJob);
          return json({ done: true, records, nextRecordsUrl: null });
        },
      },
    },
    {
      path: one,
      methods: {
        GET: withJob((_call, job) => json(presentProgress(job))),
        PATCH: withJob(async (call, job) => {
          const { state } = readShape(call.request, stateChange);
          const isDone = state === 'Aborted' ? await jobs.abort(job.id) : await jobs.close(job.id);
          if (!isDone) throw wrongState(job, state === 'Aborted' ? 'aborted' : 'closed');
          return show(job);
        }),
        DELETE: withJob(async (_call, job) => {
          if (job.state === 'InProgress') throw wrongState(job, 'deleted');
          await jobs.remove(job.id);
          return noContent();
        }),
      },
    },
    { path: `${one}/batches`, methods: { PUT: withJob((call, job) => keepUpload(call, job, jobs)) } },
    {
      path: `${one}/successfulresults`,
      methods: { GET: withJob((call, job) => resultFile(call, job, jobs, 'successful')) },
    },
    {
      path: `${one}/failedresults`,
      methods: { GET: withJob((call, job) => resultFile(call, job, jobs, 'failed')) },
    },
    { path: `${one}/unprocessedrecords`, methods: { GET: withJob(unprocessedFile) } },
  ];
}

async function createJob({ session, request, version }: Call, jobs: BulkJobs): Promise<ApiResponse> {
  const asked = readShape(request, newJob);
  const object = requireLoaded(session, asked.object, asked.operation);
  const { externalIdFieldName: name } = asked;
  if (asked.operation === 'upsert' && name === undefined) {
    throw new MusterError('MISSING_ARGUMENT', 'An upsert names its field in externalIdFieldName');
  }
  const job: NewBulkJob = {
    object: object.name,
    operation: asked.operation,
    externalIdField:
      asked.operation === 'upsert' ? requireMatchField(session, object, name ?? '').name : undefined,
    columnDelimiter: asked.columnDelimiter,
    lineEnding: asked.lineEnding,
    apiVersion: version,
  };
  const owner = { userId: session.principal.userId, purpose: session.purpose.key };
  return json(presentJob(await jobs.create(owner, job)));
}

/**
 * The object a load is for.
 * @throws MusterError INVALIDENTITY, INSUFFICIENT_ACCESS_OR_READONLY for who may not delete past the recycle bin
 */
export function requireLoaded(session: Session, name: string, operation: string): ObjectDef {
  const object = findObject(session.snapshot, name);
  if (object === undefined || !session.rights(object).read) {
    throw new MusterError('INVALIDENTITY', `Entity '${name}' is not supported by the Bulk API.`);
  }
  if (operation === 'hardDelete' && !session.has('BulkApiHardDelete')) {
    const message = 'hardDelete needs the permission BulkApiHardDelete';
    throw new MusterError('INSUFFICIENT_ACCESS_OR_READONLY', message);
  }
  return object;
}

/** One upload a job, whole. What is in it shows when the job is worked on. */
async function keepUpload({ request, files }: Call, job: BulkJob, jobs: BulkJobs): Promise<ApiResponse> {
  const { hash } = await files.put(readUpload(request.body));
  if (await jobs.upload(job.id, hash)) return noContent(201);
  throw wrongState(job, job.content === undefined ? 'uploaded to' : 'uploaded to a second time');
}

function wrongState({ state }: BulkJob, what: string): MusterError {
  return new MusterError('INVALIDJOBSTATE', `A job whose state is ${state} cannot be ${what}`);
}
