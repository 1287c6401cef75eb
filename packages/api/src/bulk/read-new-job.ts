import { isTimeZone, MusterError } from '@muster/kernel';
import { columnDelimiters, type LoadOptions, lineEndings } from '@muster/records';
import { z } from 'zod';
import type { ApiRequest } from '../api-request.js';
import { readShape } from '../read-body.js';

const MOST_COLUMNS = 5_000;

/** What a load can be asked for beyond Salesforce's options; `docs/importing.md` says what each does. */
export const loadOptions = z.object({
  checkOnly: z.boolean().optional(),
  columns: z
    .array(z.object({ column: z.string(), field: z.string().min(1) }))
    .max(MOST_COLUMNS)
    .optional(),
  dateOrder: z.enum(['YMD', 'DMY', 'MDY']).optional(),
  decimalSeparator: z.enum(['POINT', 'COMMA']).optional(),
  timeZone: z.string().refine(isTimeZone, 'not the name of a time zone').optional(),
  quote: z.enum(['DOUBLE', 'SINGLE']).optional(),
  expectedRows: z.number().int().nonnegative().optional(),
  fileName: z.string().max(255).optional(),
});

const newJob = loadOptions.extend({
  object: z.string().min(1),
  operation: z.enum(['insert', 'update', 'upsert', 'delete', 'hardDelete']),
  externalIdFieldName: z.string().optional(),
  columnDelimiter: z.enum(Object.keys(columnDelimiters) as [keyof typeof columnDelimiters]).default('COMMA'),
  lineEnding: z.enum(Object.keys(lineEndings) as [keyof typeof lineEndings]).default('LF'),
  contentType: z.literal('CSV').default('CSV'),
  contentOf: z.string().optional(),
});

type AskedJob = z.output<typeof newJob> & { readonly options: LoadOptions };

/**
 * A job as it was asked for, and its rows when they came along.
 * @throws MusterError JSON_PARSER_ERROR, MISSING_ARGUMENT
 */
export async function readNewJob(
  request: ApiRequest,
): Promise<{ readonly asked: AskedJob; readonly csv: Uint8Array | undefined }> {
  const type = request.headers['content-type'] ?? '';
  if (!/^multipart\/form-data/i.test(type)) return { asked: readJob(request), csv: undefined };
  const form = await new Response(request.body as Uint8Array<ArrayBuffer>, {
    headers: { 'content-type': type },
  })
    .formData()
    .catch(() => {
      throw new MusterError('JSON_PARSER_ERROR', 'The request body is no multipart/form-data');
    });
  const bytes = async (name: string): Promise<Uint8Array> => {
    const part = form.get(name);
    if (part === null) throw new MusterError('MISSING_ARGUMENT', `There is no part named ${name}`);
    return typeof part === 'string' ? Buffer.from(part) : new Uint8Array(await part.arrayBuffer());
  };
  const asked = readJob({ ...request, headers: {}, body: await bytes('job') });
  return { asked, csv: await bytes('content') };
}

function readJob(request: ApiRequest): AskedJob {
  const asked = readShape(request, newJob);
  return { ...asked, options: JSON.parse(JSON.stringify(loadOptions.parse(asked))) as LoadOptions };
}
