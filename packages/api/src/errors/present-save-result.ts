import type { MusterError } from '@muster/kernel';
import type { SaveResult } from '@muster/records';

/** An entry of `errors` in the answer of collections and trees. */
export function presentSaveError(error: MusterError) {
  return { statusCode: error.code, message: error.message, fields: error.fields };
}

/** One record's answer in collections; `created` only where the client asked to match. */
export function presentSaveResult(result: SaveResult, withCreated = false) {
  return {
    ...(result.id === undefined ? {} : { id: result.id }),
    success: result.success,
    errors: result.errors.map(presentSaveError),
    ...(withCreated ? { created: result.created ?? false } : {}),
  };
}
