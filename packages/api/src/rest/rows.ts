import { MusterError } from '@muster/kernel';
import { describeGlobalEntry } from '@muster/metadata';
import type { RecordInput, SaveResult } from '@muster/records';
import type { ApiResponse } from '../api-request.js';
import { presentUnsaved } from '../errors/present-rest.js';
import { recordValues, requireObject, requireRowId } from '../objects.js';
import { readRecord } from '../read-body.js';
import type { Call, Resource } from '../resource.js';
import { json, jsonText, noContent } from '../responses.js';
import { keepContents } from './contents.js';
import { describeContext } from './describe-context.js';
import { recentItems } from './recent-items.js';

/** One record at a time: create, read, change, delete. */
export const rowResources: readonly Resource[] = [
  { path: 'sobjects/:object', methods: { GET: showObject, POST: createRow } },
  { path: 'sobjects/:object/:id', methods: { GET: retrieveRow, PATCH: updateRow, DELETE: deleteRow } },
];

async function showObject(call: Call): Promise<ApiResponse> {
  const { session, params, basePath } = call;
  const object = requireObject(session, params.object ?? '');
  return json({
    objectDescribe: describeGlobalEntry(object, describeContext(call)),
    recentItems: await recentItems(session, object, basePath),
  });
}

/** `Idempotency-Key` names the create: a repeat answers with the record made first. */
export async function createRow(call: Call): Promise<ApiResponse> {
  const { session, params, request, basePath } = call;
  const object = requireObject(session, params.object ?? '');
  const clientKey = request.headers['idempotency-key'];
  const record: RecordInput = {
    values: await keepContents(call, object, recordValues(readRecord(request))),
    ...(clientKey === undefined ? {} : { clientKey }),
  };
  const result = onlyResult(await session.insert(object.name, [record]));
  if (!result.success) return presentUnsaved(result.errors);
  const location = `${basePath}/sobjects/${object.name}/${result.id}`;
  return json({ id: result.id, success: true, errors: [] }, 201, { location });
}

async function retrieveRow({ session, params, request, basePath }: Call): Promise<ApiResponse> {
  const object = requireObject(session, params.object ?? '');
  const id = requireRowId(params.id ?? '');
  return jsonText(await session.retrieve(object.name, id, fieldList(request.query), basePath));
}

/** `If-Match` holds the record's version as its reader knew it; another one answers 412 and changes nothing. */
async function updateRow(call: Call): Promise<ApiResponse> {
  const { session, params, request } = call;
  const object = requireObject(session, params.object ?? '');
  const id = requireRowId(params.id ?? '');
  const record = {
    id,
    values: await keepContents(call, object, recordValues(readRecord(request))),
    ...versionCondition(request.headers['if-match']),
  };
  const result = onlyResult(await session.update(object.name, [record]));
  return result.success ? noContent() : presentUnsaved(result.errors);
}

async function deleteRow({ session, params }: Call): Promise<ApiResponse> {
  const object = requireObject(session, params.object ?? '');
  const result = onlyResult(await session.delete(object.name, [requireRowId(params.id ?? '')]));
  return result.success ? noContent() : presentUnsaved(result.errors);
}

/** The result of a batch of one. */
export function onlyResult(results: readonly SaveResult[]): SaveResult {
  const [result] = results;
  if (result === undefined || results.length !== 1) throw new Error('A batch of one record has one result.');
  return result;
}

/** `?fields=Id,Name`; undefined for all. */
export function fieldList(query: URLSearchParams): readonly string[] | undefined {
  const fields = query
    .get('fields')
    ?.split(',')
    .map((name) => name.trim())
    .filter((name) => name !== '');
  return fields === undefined || fields.length === 0 ? undefined : fields;
}

function versionCondition(header: string | undefined): Pick<RecordInput, 'ifVersion'> {
  if (header === undefined) return {};
  const version = /^"?(\d{1,15})"?$/.exec(header)?.[1];
  if (version === undefined)
    throw new MusterError('PRECONDITION_FAILED', 'If-Match must be the version of a record');
  return { ifVersion: Number(version) };
}
