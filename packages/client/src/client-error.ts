/** One of the failures an answer names. */
export interface Failure {
  readonly code: string;
  readonly message: string;
  readonly fields: readonly string[];
}

/**
 * A request the server refused, or did not answer in time (status 0). The first failure gives code and message;
 * `fields` are those of all. What never reached the server is a TypeError, as fetch throws it.
 */
export class ClientError extends Error {
  readonly status: number;
  readonly code: string;
  readonly fields: readonly string[];
  readonly failures: readonly Failure[];

  constructor(status: number, failures: readonly [Failure, ...Failure[]]) {
    super(failures[0].message);
    this.name = 'ClientError';
    this.status = status;
    this.code = failures[0].code;
    this.fields = [...new Set(failures.flatMap((failure) => failure.fields))];
    this.failures = failures;
  }
}

/** Reads `[{"errorCode", "message", "fields"}]`; anything else came from between the server and here. */
export function readClientError(status: number, body: string): ClientError {
  const [first, ...more] = readFailures(body);
  if (first !== undefined) return new ClientError(status, [first, ...more]);
  const code = status >= 500 ? 'SERVER_UNAVAILABLE' : 'UNKNOWN_EXCEPTION';
  return new ClientError(status, [{ code, message: `The server answered ${status}`, fields: [] }]);
}

function readFailures(body: string): Failure[] {
  try {
    const parsed: unknown = JSON.parse(body);
    return Array.isArray(parsed) ? parsed.flatMap(readFailure) : [];
  } catch {
    return [];
  }
}

function readFailure(entry: unknown): Failure[] {
  if (typeof entry !== 'object' || entry === null) return [];
  const { errorCode, message, fields } = entry as Record<string, unknown>;
  if (typeof errorCode !== 'string' || typeof message !== 'string') return [];
  return [{ code: errorCode, message, fields: Array.isArray(fields) ? fields.map(String) : [] }];
}
