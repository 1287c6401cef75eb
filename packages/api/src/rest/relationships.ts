import type { Id } from '@muster/kernel';
import { type FieldDef, findChildRelationship, findParentField, type ObjectDef } from '@muster/metadata';
import type { RecordRow, Session } from '@muster/records';
import { soql, soqlNames } from '@muster/soql';
import type { ApiResponse } from '../api-request.js';
import { fieldNames, readableFields } from '../objects.js';
import { readBatchSize } from '../query/batch-size.js';
import { type Call, notFound } from '../resource.js';
import { jsonText } from '../responses.js';
import { fieldList } from './rows.js';

/** A relationship of an object as a path names it: up along a lookup, or down to a list of children. */
export type Relationship =
  | { readonly kind: 'parent'; readonly lookup: FieldDef }
  | { readonly kind: 'children'; readonly child: ObjectDef; readonly lookup: FieldDef };

/** The relationship of this name; undefined when there is none the caller may follow. */
export function findRelationship(
  session: Session,
  object: ObjectDef,
  name: string,
): Relationship | undefined {
  const lookup = findParentField(object, name);
  if (lookup !== undefined && session.rights(object).field(lookup.name).read)
    return { kind: 'parent', lookup };
  const list = findChildRelationship(session.snapshot, object, name);
  const rights = list && session.rights(list.object);
  if (list === undefined || !rights?.read || !rights.field(list.field.name).read) return undefined;
  return { kind: 'children', child: list.object, lookup: list.field };
}

/**
 * `sobjects/T/id/Relationship`: the parent record of a lookup, or the page of child records.
 * @throws MusterError NOT_FOUND for a lookup that is empty and for a record the caller may not see.
 */
export async function showRelated(
  { session, request, basePath }: Call,
  object: ObjectDef,
  id: Id,
  relationship: Relationship,
): Promise<ApiResponse> {
  const fields = fieldList(request.query);
  const { lookup } = relationship;
  if (relationship.kind === 'parent') {
    const record = await session.row<RecordRow>(
      soql`SELECT ${soqlNames(lookup.name)} FROM ${soqlNames(object.name)} WHERE Id = ${id}`,
    );
    const parentId = record[lookup.name];
    const parent = typeof parentId === 'string' ? objectOfId(session, parentId) : undefined;
    if (parent === undefined || typeof parentId !== 'string') throw notFound();
    const { json } = await session.retrieve(parent.name, parentId, fields, basePath);
    return jsonText(json);
  }
  const { child } = relationship;
  await session.row(soql`SELECT Id FROM ${soqlNames(object.name)} WHERE Id = ${id}`);
  const names = fields ?? readableFields(session, child).map((field) => field.name);
  const { json } = await session.query(
    soql`SELECT ${fieldNames(names)} FROM ${soqlNames(child.name)}
         WHERE ${soqlNames(lookup.name)} = ${id} ORDER BY Id`,
    { basePath, batchSize: readBatchSize(request.headers) },
  );
  return jsonText(json);
}

function objectOfId(session: Session, id: Id): ObjectDef | undefined {
  return session.snapshot.objectsByPrefix.get(id.slice(0, 3));
}
