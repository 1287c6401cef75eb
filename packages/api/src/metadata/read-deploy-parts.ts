import { MusterError } from '@muster/kernel';
import { z } from 'zod';
import type { ApiRequest } from '../api-request.js';
import type { AskedOptions } from './ask-for-deploy.js';

const entityContent = z.object({ deployOptions: z.record(z.string(), z.unknown()).default({}) });

/**
 * The zip and the options of a deploy that came as multipart/form-data: the file, and JSON that clients name
 * `entity_content` or `json`, in either order.
 * @throws MusterError JSON_PARSER_ERROR, MISSING_ARGUMENT
 */
export async function readDeployParts(
  request: ApiRequest,
): Promise<{ readonly zip: Uint8Array; readonly options: AskedOptions }> {
  const type = request.headers['content-type'] ?? '';
  const form = await new Response(request.body as Uint8Array<ArrayBuffer>, {
    headers: { 'content-type': type },
  })
    .formData()
    .catch(() => {
      throw new MusterError('JSON_PARSER_ERROR', 'The request body is no multipart/form-data');
    });
  let zip: Uint8Array | undefined;
  let options: AskedOptions = {};
  for (const [name, part] of form.entries()) {
    if (name === 'file' && typeof part !== 'string') zip = new Uint8Array(await part.arrayBuffer());
    else options = readOptions(typeof part === 'string' ? part : await part.text());
  }
  if (zip === undefined || zip.length === 0)
    throw new MusterError('MISSING_ARGUMENT', 'There is no part named file with the package as a zip');
  return { zip, options };
}

function readOptions(text: string): AskedOptions {
  try {
    return entityContent.parse(JSON.parse(text)).deployOptions;
  } catch {
    throw new MusterError('JSON_PARSER_ERROR', 'The part with the options is no JSON with deployOptions');
  }
}
