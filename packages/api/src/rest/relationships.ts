import type { Id } from '@muster/kernel';
import { findChildRelationship, findParentField, type ObjectDef } from '@muster/metadata';
import type { RecordRow, Session } from '@muster/records';
import { soql, soqlNames } from '@muster/soql';
import type { ApiResponse } from '../api-request.js';
import { fieldNames, readableFields } from '../objects.js';
import { readBatchSize } from '../query/batch-size.js';
import { type Call, notFound } from '../resource.js';
import { jsonText } from '../responses.js';
import { fieldList } from './rows.js';

/**
 * `sobjects/T/id/Relationship`: the parent record of a lookup, or the page of child records.
 * @throws MusterError NOT_FOUND for a lookup that is empty and for a record the caller may not see.
 */
export async function showRelated(
  { session, request, basePath }: Call,
  object: ObjectDef,
  id: Id,
  relationship: string,
): Promise<ApiResponse> {
  const fields = fieldList(request.query);
  const lookup = findParentField(object, relationship);
  if (lookup !== undefined) {
    const record = await session.row<RecordRow>(
      soql`SELECT ${soqlNames(lookup.name)} FROM ${soqlNames(object.name)} WHERE Id = ${id}`,
    );
    const parentId = record[lookup.name];
    const parent = typeof parentId === 'string' ? objectOfId(session, parentId) : undefined;
    if (parent === undefined || typeof parentId !== 'string') throw notFound();
    return jsonText(await session.retrieve(parent.name, parentId, fields, basePath));
  }
  const child = findChildRelationship(session.snapshot, object, relationship);
  if (child === undefined) throw notFound();
  await session.row(soql`SELECT Id FROM ${soqlNames(object.name)} WHERE Id = ${id}`);
  const names = fields ?? readableFields(session, child.object).map((field) => field.name);
  const { json } = await session.query(
    soql`SELECT ${fieldNames(names)} FROM ${soqlNames(child.object.name)}
         WHERE ${soqlNames(child.field.name)} = ${id} ORDER BY Id`,
    { basePath, batchSize: readBatchSize(request.headers) },
  );
  return jsonText(json);
}

function objectOfId(session: Session, id: Id): ObjectDef | undefined {
  return session.snapshot.objectsByPrefix.get(id.slice(0, 3));
}
