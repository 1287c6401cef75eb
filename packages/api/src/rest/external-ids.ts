import { type Id, MusterError, parseId, tryParseId } from '@muster/kernel';
import { type FieldDef, fieldType, type ObjectDef } from '@muster/metadata';
import type { Session } from '@muster/records';
import { soql, soqlNames } from '@muster/soql';
import type { ApiResponse } from '../api-request.js';
import { presentUnsaved } from '../errors/present-rest.js';
import { requireMatchField, requireObject } from '../objects.js';
import type { Call, Resource } from '../resource.js';
import { json, noContent } from '../responses.js';
import { isContentField, readContent } from './contents.js';
import { readRow } from './read-row.js';
import { findRelationship, showRelated } from './relationships.js';
import { conditionsOf, createRow, onlyResult, showRow } from './rows.js';

/** Before this version an upsert that changed a record answered 204 without a body. */
const FIRST_VERSION_WITH_BODY = 46;

/**
 * `sobjects/T/Field/value`: a record by an external id; and, in the same shape, `sobjects/T/id/Relationship`. Which
 * of the two it is shows in the segment after the object.
 */
export const externalIdResources: readonly Resource[] = [
  { path: 'sobjects/:object/id', methods: { POST: createRow } },
  {
    path: 'sobjects/:object/:field/:value',
    methods: { GET: showRelatedOrMatched, PATCH: upsertRow, DELETE: deleteMatched },
  },
];

async function showRelatedOrMatched(call: Call): Promise<ApiResponse> {
  const { session, params, basePath } = call;
  const object = requireObject(session, params.object ?? '');
  const id = tryParseId(params.field ?? '');
  if (id !== undefined && isContentField(object, params.value ?? '')) {
    return readContent(call, object, id, params.value ?? '');
  }
  const relationship = id === undefined ? undefined : findRelationship(session, object, params.value ?? '');
  if (id !== undefined && relationship !== undefined) return showRelated(call, object, id, relationship);
  const field = requireMatchField(session, object, params.field ?? '');
  const ids = await matchingIds(session, object, field, params.value ?? '');
  const [match] = ids;
  if (match === undefined) throw new MusterError('NOT_FOUND', 'The requested resource does not exist');
  if (ids.length > 1) return multipleChoices(object, ids, basePath);
  return showRow(call, object, match);
}

async function upsertRow(call: Call): Promise<ApiResponse> {
  const { session, params, request, version, basePath } = call;
  const object = requireObject(session, params.object ?? '');
  const field = requireMatchField(session, object, params.field ?? '');
  const value = params.value ?? '';
  const values = await readRow(call, object);
  const record =
    field.name === 'Id' ? { id: parseId(value), values } : { values: { ...values, [field.name]: value } };
  const result = onlyResult(await session.upsert(object.name, field.name, [record], conditionsOf(request)));
  if (result.success) {
    const isCreated = result.created ?? false;
    if (!isCreated && version < FIRST_VERSION_WITH_BODY) return noContent();
    const body = { id: result.id, success: true, errors: [], created: isCreated };
    const headers = isCreated ? { location: `${basePath}/sobjects/${object.name}/${result.id}` } : {};
    return json(body, isCreated ? 201 : 200, headers);
  }
  if (result.errors.some((error) => error.code === 'DUPLICATE_EXTERNAL_ID')) {
    return multipleChoices(object, await matchingIds(session, object, field, value), basePath);
  }
  return presentUnsaved(result.errors);
}

async function deleteMatched({ session, params, request, basePath }: Call): Promise<ApiResponse> {
  const object = requireObject(session, params.object ?? '');
  const field = requireMatchField(session, object, params.field ?? '');
  const ids = await matchingIds(session, object, field, params.value ?? '');
  if (ids.length === 0) throw new MusterError('NOT_FOUND', 'The requested resource does not exist');
  if (ids.length > 1) return multipleChoices(object, ids, basePath);
  const result = onlyResult(await session.delete(object.name, ids, conditionsOf(request)));
  return result.success ? noContent() : presentUnsaved(result.errors);
}

/** Several records have the value: 300 and the url of each. */
function multipleChoices(object: ObjectDef, ids: readonly Id[], basePath: string): ApiResponse {
  return json(
    ids.map((id) => `${basePath}/sobjects/${object.name}/${id}`),
    300,
  );
}

async function matchingIds(session: Session, object: ObjectDef, field: FieldDef, text: string) {
  const isNumber = ['numeric', 'integer'].includes(fieldType(field).storage);
  const value = isNumber ? Number(text) : text;
  if (Number.isNaN(value)) return [];
  const rows = await session.rows<{ readonly Id: Id }>(
    soql`SELECT Id FROM ${soqlNames(object.name)} WHERE ${soqlNames(field.name)} = ${value} ORDER BY Id LIMIT 200`,
  );
  return rows.map((row) => row.Id);
}
