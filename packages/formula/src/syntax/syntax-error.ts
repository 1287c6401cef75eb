import { MusterError, positionAt } from '@muster/kernel';

/** The error a formula text is refused with, pointing at `offset`. */
export function syntaxError(text: string, offset: number, message: string): MusterError {
  return new MusterError('FIELD_INTEGRITY_EXCEPTION', message, { at: positionAt(text, offset) });
}
