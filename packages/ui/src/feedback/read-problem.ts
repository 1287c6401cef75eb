/** What went wrong with a request, as a person needs to know it. */
export type Problem =
  | { readonly kind: 'Offline' | 'SignedOut' | 'Denied' | 'Missing' | 'Busy' | 'Changed' | 'Failed' }
  /** The server says in words what is wrong with what was entered. */
  | {
      readonly kind: 'Refused';
      readonly code: string;
      readonly message: string;
      readonly fields: readonly string[];
    };

const kinds: Readonly<Record<string, Exclude<Problem['kind'], 'Refused'>>> = {
  INVALID_SESSION_ID: 'SignedOut',
  INSUFFICIENT_ACCESS_OR_READONLY: 'Denied',
  NOT_FOUND: 'Missing',
  MALFORMED_ID: 'Missing',
  ENTITY_IS_DELETED: 'Missing',
  REQUEST_RATE_EXCEEDED: 'Busy',
  LOGIN_RATE_EXCEEDED: 'Busy',
  PRECONDITION_FAILED: 'Changed',
  SERVER_UNAVAILABLE: 'Failed',
  UNKNOWN_EXCEPTION: 'Failed',
};

/** Sorts a failed request: an error with a code is the server's, a TypeError never reached it. */
export function readProblem(error: unknown): Problem {
  if (!(error instanceof Error) || !('code' in error) || typeof error.code !== 'string') {
    return { kind: error instanceof TypeError ? 'Offline' : 'Failed' };
  }
  const kind = Object.hasOwn(kinds, error.code) ? kinds[error.code] : undefined;
  if (kind !== undefined) return { kind };
  const fields = 'fields' in error && Array.isArray(error.fields) ? error.fields.map(String) : [];
  return { kind: 'Refused', code: error.code, message: error.message, fields };
}

/** Whether trying the same again can help. */
export function isPassing(problem: Problem): boolean {
  return problem.kind === 'Offline' || problem.kind === 'Failed' || problem.kind === 'Busy';
}
