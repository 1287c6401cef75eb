import { errorStatus, type MusterError } from '@muster/kernel';
import type { ApiResponse } from '../api-request.js';
import { json } from '../responses.js';

/** The body of a failed REST request: `[{message, errorCode, fields?}]`. */
export function presentRest(errors: readonly MusterError[]): ApiResponse {
  const body = errors.map((error) => ({
    message: error.message,
    errorCode: error.code,
    ...(error.fields.length > 0 ? { fields: error.fields } : {}),
  }));
  return json(body, statusOf(errors));
}

/** As `presentRest`, for records that could not be saved: `fields` is always there. */
export function presentUnsaved(errors: readonly MusterError[]): ApiResponse {
  const body = errors.map(({ message, code, fields }) => ({ message, errorCode: code, fields }));
  return json(body, statusOf(errors));
}

function statusOf(errors: readonly MusterError[]): number {
  const [first] = errors;
  return first === undefined ? 500 : errorStatus[first.code];
}
