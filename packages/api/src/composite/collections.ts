import { type Id, MusterError, parseId, tryParseId } from '@muster/kernel';
import type { ObjectDef } from '@muster/metadata';
import type { RecordInput, Session } from '@muster/records';
import { soql, soqlNames } from '@muster/soql';
import { z } from 'zod';
import type { ApiResponse } from '../api-request.js';
import { presentSaveResult } from '../errors/present-save-result.js';
import {
  fieldNames,
  memberOf,
  recordValues,
  requireMatchField,
  requireObject,
  requireType,
} from '../objects.js';
import { allRecords } from '../query/all-records.js';
import { readShape } from '../read-body.js';
import type { Call, Resource } from '../resource.js';
import { json } from '../responses.js';
import { keepContents } from '../rest/contents.js';
import { type Chunk, chunkBy, saveChunks } from './save-chunks.js';

const MAX_RECORDS = 200;
const MAX_RETRIEVED = 2000;

const collection = z.object({
  allOrNone: z.boolean().default(false),
  records: z.array(z.looseObject({ attributes: z.looseObject({ type: z.string() }) })),
});
type CollectionRecord = z.output<typeof collection>['records'][number];

const retrieval = z.object({ ids: z.array(z.string()), fields: z.array(z.string()) });

/** Up to 200 records of any types in one request, answered one by one in the order sent. */
export const collectionResources: readonly Resource[] = [
  {
    path: 'composite/sobjects',
    methods: { POST: insertRecords, PATCH: updateRecords, DELETE: deleteRecords },
  },
  { path: 'composite/sobjects/:object', methods: { GET: retrieveByQuery, POST: retrieveByBody } },
  { path: 'composite/sobjects/:object/:field', methods: { PATCH: upsertRecords } },
];

async function insertRecords(call: Call): Promise<ApiResponse> {
  const { allOrNone, chunks } = await readChunks(call, 'insert');
  const results = await saveChunks(call.session, chunks, allOrNone, (session, { object, items }) =>
    session.insert(object.name, items.map(inputOf), { allOrNone }),
  );
  return json(results.map((result) => presentSaveResult(result)));
}

async function updateRecords(call: Call): Promise<ApiResponse> {
  const { allOrNone, chunks } = await readChunks(call, 'update');
  const results = await saveChunks(call.session, chunks, allOrNone, (session, { object, items }) =>
    session.update(object.name, items.map(inputOf), { allOrNone }),
  );
  return json(results.map((result) => presentSaveResult(result)));
}

async function upsertRecords(call: Call): Promise<ApiResponse> {
  const object = requireObject(call.session, call.params.object ?? '');
  const field = requireMatchField(call.session, object, call.params.field ?? '');
  const { allOrNone, chunks } = await readChunks(call, field.name === 'Id' ? 'update' : 'insert');
  const other = chunks.find((chunk) => chunk.object.name !== object.name);
  if (other !== undefined) {
    throw new MusterError(
      'INVALID_TYPE',
      `All records must be of type ${object.name}; found ${other.object.name}`,
    );
  }
  const results = await saveChunks(call.session, chunks, allOrNone, (session, { items }) =>
    session.upsert(object.name, field.name, items.map(inputOf), { allOrNone }),
  );
  return json(results.map((result) => presentSaveResult(result, true)));
}

async function deleteRecords({ session, request }: Call): Promise<ApiResponse> {
  const ids = (request.query.get('ids') ?? '').split(',').filter((id) => id !== '');
  checkCount(ids.length, MAX_RECORDS);
  const allOrNone = request.query.get('allOrNone') === 'true';
  const chunks = chunkBy(ids.map(parseId), (id) => objectOf(session, id));
  const results = await saveChunks(session, chunks, allOrNone, (inner, chunk) =>
    inner.delete(chunk.object.name, chunk.items, { allOrNone }),
  );
  return json(results.map((result) => presentSaveResult(result)));
}

function retrieveByQuery(call: Call): Promise<ApiResponse> {
  const list = (name: string) =>
    (call.request.query.get(name) ?? '').split(',').filter((item) => item !== '');
  return retrieve(call, list('ids'), list('fields'));
}

function retrieveByBody(call: Call): Promise<ApiResponse> {
  const { ids, fields } = readShape(call.request, retrieval);
  return retrieve(call, ids, fields);
}

/** Records in the order of the ids; null for one that is not there or that the caller may not see. */
async function retrieve(
  { session, params, basePath }: Call,
  ids: readonly string[],
  fields: readonly string[],
): Promise<ApiResponse> {
  const object = requireObject(session, params.object ?? '');
  checkCount(ids.length, MAX_RETRIEVED);
  if (fields.length === 0) throw new MusterError('MISSING_ARGUMENT', 'The fields parameter is required');
  const wanted = ids.map(parseId);
  const rows = await allRecords<{ readonly attributes: { readonly url: string } }>(
    session,
    soql`SELECT ${fieldNames(fields)} FROM ${soqlNames(object.name)} WHERE Id IN ${wanted}`,
    { basePath },
  );
  const byId = new Map(rows.map((row) => [row.attributes.url.split('/').at(-1), row]));
  return json(wanted.map((id) => byId.get(id) ?? null));
}

/** A record as it was sent, ready to be saved. */
interface Sent {
  readonly object: ObjectDef;
  readonly input: RecordInput;
}

const inputOf = ({ input }: Sent): RecordInput => input;

/** The records of a body in chunks of one object; those that are updated are named by their `Id`. */
async function readChunks(
  call: Call,
  kind: 'insert' | 'update',
): Promise<{ readonly allOrNone: boolean; readonly chunks: readonly Chunk<Sent>[] }> {
  const { allOrNone, records } = readShape(call.request, collection);
  checkCount(records.length, MAX_RECORDS);
  const sent = await Promise.all(
    records.map(async (record): Promise<Sent> => {
      const object = requireType(call.session, record.attributes.type);
      const values = await keepContents(call, object, recordValues(record));
      return { object, input: kind === 'update' ? { ...idOf(record), values } : { values } };
    }),
  );
  return { allOrNone, chunks: chunkBy(sent, ({ object }) => object) };
}

/** What is no id is left as it is: the save refuses that record, and no other. */
function idOf(record: CollectionRecord): Pick<RecordInput, 'id'> {
  const id = memberOf(record, 'Id');
  return typeof id === 'string' ? { id: tryParseId(id) ?? id } : {};
}

function checkCount(count: number, most: number): void {
  if (count === 0) throw new MusterError('MISSING_ARGUMENT', 'At least one record is required');
  if (count > most)
    throw new MusterError(
      'EXCEEDED_ID_LIMIT',
      `record limit reached. cannot submit more than ${most} records`,
    );
}

function objectOf(session: Session, id: Id): ObjectDef {
  const object = session.snapshot.objectsByPrefix.get(id.slice(0, 3));
  if (object !== undefined && session.rights(object).read) return object;
  throw new MusterError('INVALID_CROSS_REFERENCE_KEY', `invalid cross reference id: ${id}`);
}
