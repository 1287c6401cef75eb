import { type Id, MusterError } from '@muster/kernel';
import { describeGlobalEntry, type ObjectDef } from '@muster/metadata';
import type { RecordInput, SaveOptions, SaveResult, Session } from '@muster/records';
import type { ApiRequest, ApiResponse } from '../api-request.js';
import { presentUnsaved } from '../errors/present-rest.js';
import { requireObject, requireRowId } from '../objects.js';
import type { Call, Resource } from '../resource.js';
import { json, jsonText, noContent } from '../responses.js';
import {
  changeCondition,
  conditionFailed,
  etagOf,
  isNotModified,
  meetsConditions,
  validatorHeaders,
} from './conditions.js';
import { describeContext } from './describe-context.js';
import { readRow } from './read-row.js';
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
    values: await readRow(call, object),
    ...(clientKey === undefined ? {} : { clientKey }),
  };
  const result = onlyResult(await session.insert(object.name, [record]));
  if (!result.success) return presentUnsaved(result.errors);
  const location = `${basePath}/sobjects/${object.name}/${result.id}`;
  return json({ id: result.id, success: true, errors: [] }, 201, { location });
}

async function retrieveRow(call: Call): Promise<ApiResponse> {
  const object = requireObject(call.session, call.params.object ?? '');
  return showRow(call, object, requireRowId(call.params.id ?? ''));
}

/** Answers with one record, and with 304 or 412 where the conditions of the request say so. */
export async function showRow(
  { session, request, basePath }: Call,
  object: ObjectDef,
  id: Id,
): Promise<ApiResponse> {
  const { headers } = request;
  const fields = fieldList(request.query);
  const record = await session.retrieve(object.name, id, fields, basePath);
  if (!meetsConditions(headers, record)) throw conditionFailed();
  const hasParents = fields?.some((name) => name.includes('.')) ?? false;
  if (hasParents) return jsonText(record.json);
  const validators = validatorHeaders(record);
  return isNotModified(headers, record)
    ? { ...noContent(304), headers: validators }
    : jsonText(record.json, 200, validators);
}

/** `If-Match` and its kin say how the record has to be: else the answer is 412 and nothing is changed. The answer has the new tag. */
async function updateRow(call: Call): Promise<ApiResponse> {
  const { session, params, request } = call;
  const object = requireObject(session, params.object ?? '');
  const id = requireRowId(params.id ?? '');
  const record = {
    id,
    values: await readRow(call, object),
  };
  const { result, etag } = await session.transaction(async (within) => {
    const saved = onlyResult(await within.update(object.name, [record], conditionsOf(request)));
    return { result: saved, etag: saved.success ? await tagOf(within, object.name, id) : undefined };
  });
  if (!result.success) return presentUnsaved(result.errors);
  return etag === undefined ? noContent() : { ...noContent(), headers: { etag } };
}

/** The tag of the state the caller made, for the next `If-Match`; undefined where the change took the record out of reach. */
async function tagOf(session: Session, object: string, id: Id): Promise<string | undefined> {
  try {
    return etagOf(await session.version(object, id));
  } catch (failure) {
    if (failure instanceof MusterError && failure.code === 'NOT_FOUND') return undefined;
    throw failure;
  }
}

async function deleteRow({ session, params, request }: Call): Promise<ApiResponse> {
  const object = requireObject(session, params.object ?? '');
  const id = requireRowId(params.id ?? '');
  const result = onlyResult(await session.delete(object.name, [id], conditionsOf(request)));
  return result.success ? noContent() : presentUnsaved(result.errors);
}

/** The conditions of a request, as a save asks them. @throws MusterError INVALID_INPUT */
export function conditionsOf({ headers }: ApiRequest): SaveOptions {
  const onlyIf = changeCondition(headers);
  return onlyIf === undefined ? {} : { onlyIf };
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
