import { type Id, MusterError } from '@muster/kernel';
import { fieldType, findField, type ObjectDef } from '@muster/metadata';
import type { FieldValues, RecordRow } from '@muster/records';
import { soql, soqlNames } from '@muster/soql';
import type { ApiResponse } from '../api-request.js';
import { type Call, notFound } from '../resource.js';

const BASE64 = /^[A-Za-z0-9+/]*={0,2}$/;

/**
 * Values in which base64 content is kept in the file store and named by what it is kept under. What a client sends
 * never passes for such a name.
 * @throws MusterError INVALID_TYPE_ON_FIELD_IN_RECORD for what is not base64
 */
export async function keepContents(
  { session, files }: Pick<Call, 'session' | 'files'>,
  object: ObjectDef,
  values: FieldValues,
): Promise<FieldValues> {
  const rights = session.rights(object);
  const kept: Record<string, unknown> = {};
  for (const [name, value] of Object.entries(values)) {
    const isEmpty = value === null || value === '';
    if (isEmpty || !isContentField(object, name) || !rights.field(name).edit) continue;
    kept[name] = (await files.put(decode(name, value))).hash;
  }
  return Object.keys(kept).length === 0 ? values : { ...values, ...kept };
}

/** The bytes of a record's content. @throws MusterError NOT_FOUND when there is none the caller may read */
export async function readContent(
  { session, files }: Call,
  object: ObjectDef,
  id: Id,
  name: string,
): Promise<ApiResponse> {
  const field = findField(object, name);
  if (field === undefined) throw notFound();
  const row = await session.row<RecordRow>(
    soql`SELECT ${soqlNames(field.name)} FROM ${soqlNames(object.name)} WHERE Id = ${id}`,
  );
  const hash = row[field.name];
  if (typeof hash !== 'string') throw notFound();
  const chunks: Uint8Array[] = [];
  for await (const chunk of await files.open(hash)) chunks.push(chunk as Uint8Array);
  const headers = {
    'content-type': 'application/octet-stream',
    'content-disposition': 'attachment',
    'content-security-policy': 'sandbox',
  };
  return { status: 200, headers, body: Buffer.concat(chunks) };
}

/** Whether this field of an object holds contents. */
export function isContentField(object: ObjectDef, name: string): boolean {
  const field = findField(object, name);
  return field !== undefined && (fieldType(field).isContent ?? false);
}

function decode(name: string, value: unknown): Uint8Array {
  if (typeof value === 'string' && value.length % 4 === 0 && BASE64.test(value))
    return Buffer.from(value, 'base64');
  const message = `${name}: value not of required type: not base64`;
  throw new MusterError('INVALID_TYPE_ON_FIELD_IN_RECORD', message, { fields: [name] });
}
