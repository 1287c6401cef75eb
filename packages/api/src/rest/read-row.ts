import { MusterError } from '@muster/kernel';
import type { ObjectDef } from '@muster/metadata';
import type { FieldValues } from '@muster/records';
import { recordValues } from '../objects.js';
import { isObject, readRecord } from '../read-body.js';
import type { Call } from '../resource.js';
import { isContentField, keepContents } from './contents.js';

/**
 * The values of the record in a body: JSON, or multipart/form-data with a part of JSON and one of bytes for each content,
 * named after its field. Clients send the parts in either order and name the JSON as they like.
 * @throws MusterError JSON_PARSER_ERROR, INVALID_FIELD
 */
export async function readRow(call: Call, object: ObjectDef): Promise<FieldValues> {
  const type = call.request.headers['content-type'] ?? '';
  const record = /^multipart\/form-data/i.test(type)
    ? await readParts(call, object, type)
    : readRecord(call.request);
  return keepContents(call, object, recordValues(record));
}

async function readParts(
  { request }: Call,
  object: ObjectDef,
  type: string,
): Promise<Readonly<Record<string, unknown>>> {
  const form = await new Response(request.body as Uint8Array<ArrayBuffer>, {
    headers: { 'content-type': type },
  })
    .formData()
    .catch(() => {
      throw new MusterError('JSON_PARSER_ERROR', 'The request body is no multipart/form-data');
    });
  let record: Readonly<Record<string, unknown>> | undefined;
  const contents: Record<string, string> = {};
  for (const [name, part] of form.entries()) {
    if (typeof part === 'string' || !isContentField(object, name)) {
      const value = readJsonPart(typeof part === 'string' ? part : await part.text());
      if (value !== undefined) record = value;
      else
        throw new MusterError('INVALID_FIELD', `No such column '${name}' on sobject of type ${object.name}`);
    } else contents[name] = Buffer.from(await part.arrayBuffer()).toString('base64');
  }
  if (record === undefined)
    throw new MusterError('JSON_PARSER_ERROR', 'There is no part with the record as JSON');
  return { ...record, ...contents };
}

function readJsonPart(text: string): Record<string, unknown> | undefined {
  try {
    const value: unknown = JSON.parse(text);
    return isObject(value) ? value : undefined;
  } catch {
    return undefined;
  }
}
