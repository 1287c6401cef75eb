import { type Log, MusterError, MusterErrors, randomToken, secureRandom } from '@muster/kernel';

/**
 * What may be shown of a failure. An error that is none of the caller's is logged under an error id, and only the
 * id is shown.
 */
export function readFailure(
  failure: unknown,
  log: Log,
  facts: object,
): readonly [MusterError, ...MusterError[]] {
  if (failure instanceof MusterError) return [failure];
  if (failure instanceof MusterErrors) {
    const [first, ...others] = failure.errors;
    if (first !== undefined) return [first, ...others];
  }
  const errorId = randomToken(secureRandom, 9);
  log.error({ ...facts, errorId, err: failure }, 'A request failed for a reason of ours.');
  const message = `An unexpected error occurred. Please include this ErrorId if you contact support: ${errorId}`;
  return [new MusterError('UNKNOWN_EXCEPTION', message)];
}
