import { MusterError, MusterErrors } from '@muster/kernel';
import { documentKey, findType } from '@muster/metadata';
import type { ComponentResult } from './deploy-result.js';
import type { MetadataPlan } from './plan.js';
import { placeIn } from './report-problems.js';

/** The elements of a field that are to blame, by code of the error. */
const TELLING: Readonly<Record<string, readonly string[]>> = {
  DUPLICATE_VALUE: ['unique', 'externalId'],
  FIELD_INTEGRITY_EXCEPTION: ['type', 'referenceTo'],
};

/** What tables, people or rights do not allow, at the components it is about; undefined for failures of another kind. */
export function refusals(
  failure: unknown,
  plan: MetadataPlan,
  components: readonly ComponentResult[],
): readonly ComponentResult[] | undefined {
  const errors =
    failure instanceof MusterErrors ? failure.errors : failure instanceof MusterError ? [failure] : [];
  const blamed = errors.map(blamedComponent);
  if (errors.length === 0 || blamed.includes(undefined)) return undefined;
  const results = [...components];
  for (const [i, { code, message }] of errors.entries()) {
    const { type: typeName, fullName } = blamed[i] ?? { type: '', fullName: '' };
    const type = findType(typeName);
    const document = type && plan.given.get(documentKey({ type, fullName }));
    const place = document === undefined ? {} : placeIn(document, TELLING[code] ?? []);
    const problem = { severity: 'error' as const, ...place, message: message.replace(`${fullName}: `, '') };
    const at = results.findIndex(
      (each) => each.type === type?.name && each.fullName.toLowerCase() === fullName.toLowerCase(),
    );
    const known = results[at];
    if (known !== undefined)
      results[at] = { ...known, status: 'failed', problems: [...known.problems, problem] };
    else {
      const named = { type: type?.name ?? '', fullName, file: fullName };
      results.push({ ...named, status: 'failed', problems: [problem] });
    }
  }
  return results;
}

/** The component a failure is about: one it names, or the object or field of a table. */
function blamedComponent({ data, fields: [field] }: MusterError) {
  const named = data?.component as { readonly type: string; readonly fullName: string } | undefined;
  if (named !== undefined || data?.object === undefined) return named;
  const object = String(data.object);
  return field === undefined
    ? { type: 'CustomObject', fullName: object }
    : { type: 'CustomField', fullName: `${object}.${field}` };
}
