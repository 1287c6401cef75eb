import { MusterError, tryParseId } from '@muster/kernel';
import { findObject, type ObjectDef } from '@muster/metadata';
import { type BulkJob, type BulkJobs, canBeUndone, type Session } from '@muster/records';
import { z } from 'zod';
import type { ApiResponse } from '../api-request.js';
import { requireMatchField } from '../objects.js';
import { readShape } from '../read-body.js';
import { type Call, notFound, type Resource } from '../resource.js';
import { json, noContent } from '../responses.js';
import { presentJob, presentProgress } from './present-job.js';
import { readNewJob } from './read-new-job.js';
import { MAX_UPLOAD_BYTES, utf8Upload } from './read-upload.js';
import { mendFile, resultFile, unprocessedFile } from './result-files.js';

const stateChange = z.object({ state: z.enum(['UploadComplete', 'Aborted']) });

/** Rows that were refused, as one answer lists them. */
const MOST_ERRORS = 1_000;

/**
 * `jobs/ingest`: Bulk API 2.0, loads of many records as CSV. Everybody sees their own jobs, and who may change all
 * data everybody's.
 */
export function ingestResources(jobs: BulkJobs): readonly Resource[] {
  const visibleTo = (session: Session) =>
    session.has('ModifyAllData') ? undefined : session.principal.userId;
  const findJob = async (session: Session, text: string): Promise<BulkJob> => {
    const id = tryParseId(text);
    const job = id === undefined ? undefined : await jobs.find(id, visibleTo(session));
    if (job === undefined) throw notFound();
    return job;
  };
  const withJob =
    (handle: (call: Call, job: BulkJob) => Promise<ApiResponse> | ApiResponse) =>
    async (call: Call): Promise<ApiResponse> =>
      handle(call, await findJob(call.session, call.params.id ?? ''));
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
        POST: (call) => createJob(call, jobs, findJob),
        GET: async ({ session }) => {
          const records = (await jobs.list(visibleTo(session))).map(presentProgress);
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
    { path: `${one}/undo`, methods: { POST: withJob((call, job) => undoJob(call, job, jobs)) } },
    {
      path: `${one}/errors`,
      methods: {
        GET: withJob(async ({ request }, { id }) => {
          const limit = Number(request.query.get('limit') ?? 100);
          const isLimit = Number.isInteger(limit) && limit > 0 && limit <= MOST_ERRORS;
          if (!isLimit) throw new MusterError('INVALID_INPUT', `limit is a number from 1 to ${MOST_ERRORS}`);
          return json({ errors: await jobs.errors(id, limit) });
        }),
      },
    },
    {
      path: `${one}/successfulresults`,
      methods: { GET: withJob((call, job) => resultFile(call, job, jobs, 'successful')) },
    },
    {
      path: `${one}/failedresults`,
      methods: { GET: withJob((call, job) => resultFile(call, job, jobs, 'failed')) },
    },
    { path: `${one}/rowstomend`, methods: { GET: withJob((call, job) => mendFile(call, job, jobs)) } },
    { path: `${one}/unprocessedrecords`, methods: { GET: withJob(unprocessedFile) } },
  ];
}

/** Salesforce takes a job as JSON, and one with its rows as multipart/form-data, which is closed at once. */
async function createJob(
  { session, request, version, files }: Call,
  jobs: BulkJobs,
  findJob: (session: Session, id: string) => Promise<BulkJob>,
): Promise<ApiResponse> {
  const { asked, csv } = await readNewJob(request);
  const object = requireLoaded(session, asked.object, asked.operation);
  const { externalIdFieldName: name, contentOf } = asked;
  if (asked.operation === 'upsert' && name === undefined) {
    throw new MusterError('MISSING_ARGUMENT', 'An upsert names its field in externalIdFieldName');
  }
  const content =
    contentOf === undefined
      ? csv && (await files.put(utf8Upload([csv], undefined))).hash
      : (await findJob(session, contentOf)).content;
  const owner = { userId: session.principal.userId, purpose: session.purpose.key };
  const job = await jobs.create(owner, {
    object: object.name,
    operation: asked.operation,
    externalIdField:
      asked.operation === 'upsert' ? requireMatchField(session, object, name ?? '').name : undefined,
    columnDelimiter: asked.columnDelimiter,
    lineEnding: asked.lineEnding,
    apiVersion: version,
    options: asked.options,
  });
  if (content !== undefined) await jobs.upload(job.id, content);
  if (csv !== undefined) await jobs.close(job.id);
  return json(presentJob((await jobs.find(job.id)) ?? job));
}

/** Asks for the job that takes back what this one did. */
async function undoJob({ session }: Call, job: BulkJob, jobs: BulkJobs): Promise<ApiResponse> {
  if (!canBeUndone(job)) {
    throw new MusterError('INVALID_OPERATION', 'What this job did is not kept, so it cannot be undone');
  }
  if (!['JobComplete', 'Failed', 'Aborted'].includes(job.state)) throw wrongState(job, 'undone');
  const owner = { userId: session.principal.userId, purpose: session.purpose.key };
  const undo = await jobs.undo(owner, job);
  if (undo !== undefined) return json(presentProgress(undo), 201);
  const by = (await jobs.find(job.id))?.undoneBy ?? '';
  throw new MusterError('INVALIDJOBSTATE', `The job ${by} undoes this one already`);
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
  if (job.state !== 'Open') throw wrongState(job, 'uploaded to');
  if (job.content !== undefined) throw wrongState(job, 'uploaded to a second time');
  const chunks = request.upload ?? [request.body];
  const { hash } = await files.put(utf8Upload(chunks, request.headers['content-type']), {
    maxSize: MAX_UPLOAD_BYTES,
  });
  if (await jobs.upload(job.id, hash)) return noContent(201);
  throw wrongState(job, 'uploaded to a second time');
}

function wrongState({ state }: BulkJob, what: string): MusterError {
  return new MusterError('INVALIDJOBSTATE', `A job whose state is ${state} cannot be ${what}`);
}
