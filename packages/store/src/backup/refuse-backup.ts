import { MusterError } from '@muster/kernel';

/** Why a backup is not restored, for the operator. */
export function refuseBackup(message: string, cause?: unknown): MusterError {
  return new MusterError('FIELD_INTEGRITY_EXCEPTION', message, { cause });
}
