import { type Id, MusterError, tryParseId } from '@muster/kernel';
import type { Batch, BatchJob, Session } from '@muster/records';
import { parseSoql } from '@muster/soql';
import type { ApiRequest, ApiResponse, SignedIn } from '../api-request.js';
import { readVersion } from '../api-version.js';
import { queryColumns } from '../bulk/query-columns.js';
import type { ApiParts } from '../create-api.js';
import type { Family } from '../family.js';
import { requireType } from '../objects.js';
import { readText } from '../read-body.js';
import { requireApiAccess } from '../require-api-access.js';
import { notFound } from '../resource.js';
import { json } from '../responses.js';
import { printElements } from '../soap/print-xml.js';
import { formatOf, presentElement, presentException, xmlDocument } from './async-format.js';
import { notCompleted, presentOutcomes, presentRecords } from './batch-results.js';
import { readBatchRows } from './batch-rows.js';
import { presentBatchInfo, presentJobInfo, stateOf } from './present-batches.js';
import { invalidJob, readJobInfo, readNewJob } from './read-job.js';

/** A request of somebody who is signed in. */
interface AsyncCall {
  readonly parts: ApiParts;
  readonly request: ApiRequest;
  readonly session: Session;
  readonly version: number;
}

/** `/services/async/<version>/job`: Bulk API 1.0, on the engine of Bulk API 2.0. Everybody sees their own jobs. */
export function asyncFamily(parts: ApiParts): Family {
  return {
    prefix: ['services', 'async'],
    present: ([error], request) => presentException(error, request),
    async handle(request, [versionText = '', first = '', ...rest]) {
      const version = readVersion(versionText);
      if (version === undefined || first.toLowerCase() !== 'job') throw notFound();
      const signedIn = await requireCaller(parts, request);
      const { used, max } = parts.usage.count();
      if (used > max) throw new MusterError('REQUEST_LIMIT_EXCEEDED', 'TotalRequests Limit exceeded.');
      const session = await parts.openSession(signedIn.principal, signedIn.purpose);
      requireApiAccess(signedIn, session);
      return answer({ parts, request, session, version }, rest);
    },
  };
}

/** The token stands in a header of this API's own; the usual one is taken as well. */
async function requireCaller({ authority }: ApiParts, { caller, headers }: ApiRequest): Promise<SignedIn> {
  const token = headers['x-sfdc-session'];
  const found = token === undefined ? undefined : await authority.authenticate(token);
  if (found !== undefined) return found;
  if (token === undefined && caller.kind === 'user') return caller;
  throw new MusterError('INVALID_SESSION_ID', 'Invalid session id');
}

async function answer(call: AsyncCall, path: readonly string[]): Promise<ApiResponse> {
  const [jobId, batches, batchId, what, resultId] = path;
  const { method } = call.request;
  if (jobId === undefined) return method === 'POST' ? createJob(call) : refuseMethod(method);
  const job = await findJob(call, jobId);
  if (batches === undefined) return method === 'POST' ? changeJob(call, job) : showJob(call, job);
  if (batches.toLowerCase() !== 'batch' || path.length > 5) throw notFound();
  if (batchId === undefined) return method === 'POST' ? addBatch(call, job) : listBatches(call, job);
  if (method !== 'GET') return refuseMethod(method);
  const batch = await findBatch(call, job, batchId);
  if (what === undefined)
    return presentElement(formatOfBatches(job), 'batchInfo', presentBatchInfo(batch, job));
  if (what.toLowerCase() === 'request') return showRequest(call, job, batch);
  if (what.toLowerCase() === 'result') return showResult(call, job, batch, resultId);
  throw notFound();
}

function refuseMethod(method: string): never {
  throw new MusterError('METHOD_NOT_ALLOWED', `HTTP Method '${method}' not allowed`);
}

const formatOfBatches = ({ contentType }: BatchJob) => (contentType === 'JSON' ? 'JSON' : 'XML');

async function findJob({ parts, session }: AsyncCall, text: string): Promise<BatchJob> {
  const id = tryParseId(text);
  const job = id && (await parts.bulkBatches.find(id, session.principal.userId));
  if (job) return job;
  throw new MusterError('NOT_FOUND', `Invalid job id: ${text}`, { data: { exceptionCode: 'InvalidJob' } });
}

async function findBatch({ parts }: AsyncCall, job: BatchJob, text: string): Promise<Batch> {
  const id = tryParseId(text);
  const batch = (await parts.bulkBatches.list(job.id)).find((candidate) => candidate.id === id);
  if (batch !== undefined) return batch;
  throw new MusterError('NOT_FOUND', `Invalid batch id: ${text}`, {
    data: { exceptionCode: 'InvalidBatch' },
  });
}

async function createJob({ parts, request, session, version }: AsyncCall): Promise<ApiResponse> {
  const owner = { userId: session.principal.userId, purpose: session.purpose.key };
  const job = await parts.bulkBatches.create(owner, readNewJob(session, request, version));
  return presentElement(formatOf(request), 'jobInfo', presentJobInfo(job, []), 201);
}

async function showJob({ parts, request }: AsyncCall, job: BatchJob): Promise<ApiResponse> {
  const batches = await parts.bulkBatches.list(job.id);
  return presentElement(formatOf(request), 'jobInfo', presentJobInfo(job, batches));
}

/** A job that is closed takes no more batches; those it has are worked on whether it is closed or not. */
async function changeJob(call: AsyncCall, job: BatchJob): Promise<ApiResponse> {
  const { bulkBatches } = call.parts;
  const state = readJobInfo(call.request).get('state');
  if (state !== 'Closed' && state !== 'Aborted') throw invalidJob('A job is changed to Closed or Aborted');
  if (job.state === 'Aborted') throw wrongState('The job is aborted');
  await (state === 'Closed' ? bulkBatches.close(job.id) : bulkBatches.abort(job.id));
  return showJob(call, await findJob(call, job.id));
}

function wrongState(message: string): MusterError {
  return new MusterError('INVALIDJOBSTATE', message);
}

async function addBatch(call: AsyncCall, job: BatchJob): Promise<ApiResponse> {
  if (job.state !== 'Open') throw wrongState('The job is not open');
  const { files, bulkBatches } = call.parts;
  const { hash: request } = await files.put(call.request.body);
  const isQuery = job.operation === 'query' || job.operation === 'queryAll';
  if (isQuery) {
    const batch = await addQuery(call, job, request);
    return presentElement(formatOfBatches(job), 'batchInfo', presentBatchInfo(batch, job), 201);
  }
  const { csv, lineEnding } = readBatchRows(call.request, job.contentType);
  const { hash: content } = await files.put(csv);
  const batch = await bulkBatches.addLoad(job, { request, content, lineEnding });
  return presentElement(formatOfBatches(job), 'batchInfo', presentBatchInfo(batch, job), 201);
}

/** A query that is to be split answers with a batch that is not processed, beside the one that is. */
async function addQuery(call: AsyncCall, job: BatchJob, request: string): Promise<Batch> {
  const { session, version, parts } = call;
  const soql = readText(call.request);
  const parsed = parseSoql(soql);
  queryColumns(session, requireType(session, parsed.from[0]?.path.names.at(-1)?.text ?? ''), parsed);
  const includeDeleted = job.operation === 'queryAll';
  const { totalSize } = await session.query(soql, {
    basePath: basePathOf(version),
    includeDeleted,
    batchSize: 200,
  });
  const isSplit = !/^(false)?$/i.test((call.request.headers['sforce-enable-pkchunking'] ?? '').trim());
  const split = isSplit ? await parts.bulkBatches.addUnprocessed(job, request) : undefined;
  const batch = await parts.bulkBatches.addQuery(job, { request, soql, totalSize });
  return split ?? batch;
}

const basePathOf = (version: number) => `/services/data/v${version}.0`;

async function listBatches({ parts }: AsyncCall, job: BatchJob): Promise<ApiResponse> {
  const infos = (await parts.bulkBatches.list(job.id)).map((batch) => presentBatchInfo(batch, job));
  return presentElement(formatOfBatches(job), 'batchInfoList', { batchInfo: infos });
}

async function showRequest({ parts }: AsyncCall, job: BatchJob, batch: Batch): Promise<ApiResponse> {
  const chunks: Uint8Array[] = [];
  for await (const chunk of await parts.files.open(batch.request)) chunks.push(chunk as Uint8Array);
  const type = { CSV: 'text/csv', JSON: 'application/json', XML: 'application/xml' }[job.contentType];
  return { status: 200, headers: { 'content-type': `${type};charset=UTF-8` }, body: Buffer.concat(chunks) };
}

/** Of a load what became of its rows; of a query first the list of its results, which has one, then that. */
async function showResult(
  { parts, session, version }: AsyncCall,
  job: BatchJob,
  batch: Batch,
  resultId: string | undefined,
): Promise<ApiResponse> {
  if (stateOf(batch) !== 'Completed' || batch.workId === undefined) throw notCompleted();
  if (job.operation !== 'query' && job.operation !== 'queryAll') {
    return presentOutcomes(job, await parts.bulk.results(batch.workId, 'in_order'));
  }
  const own = resultIdOf(batch.id);
  if (resultId === undefined) {
    if (job.contentType === 'JSON') return json([own]);
    return xmlDocument('result-list', printElements({ result: [own] }));
  }
  const query = await parts.bulkQueries.find(batch.workId, session.principal.userId);
  if (query === undefined || tryParseId(resultId) !== own) {
    const data = { exceptionCode: 'InvalidBatch' };
    throw new MusterError('NOT_FOUND', `Invalid result id: ${resultId}`, { data });
  }
  return presentRecords(session, job, query, basePathOf(version));
}

/** A batch has one result, whose id follows from its own. */
function resultIdOf(batchId: Id): Id {
  return tryParseId(`752${batchId.slice(3, 15)}`) ?? batchId;
}
