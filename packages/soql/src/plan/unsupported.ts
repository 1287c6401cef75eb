import { queryError } from '../language/query-error.js';

/** A part of the language that parses and is not computed: said so, at its place. */
export function unsupported(text: string, at: number, what: string): Error {
  return queryError(text, 'INVALID_OPERATION', at, `${what} is not supported in this version of Muster`);
}
