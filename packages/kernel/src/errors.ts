import type { ErrorCode } from './error-codes.js';

/** Where in a text an error points: row and column count from 1, offset from 0, as in `Row:1:Column:29`. */
export interface SourcePosition {
  readonly offset: number;
  readonly row: number;
  readonly column: number;
}

export interface MusterErrorDetails {
  /** API names of the fields the error is about. */
  readonly fields?: readonly string[];
  readonly at?: SourcePosition;
  /** Further facts a presenter may show, such as the record that was already there. */
  readonly data?: Readonly<Record<string, unknown>>;
  readonly cause?: unknown;
}

/**
 * A failure the caller can do something about. Anything else that is thrown is a fault of ours and is shown to
 * nobody: the edge answers UNKNOWN_EXCEPTION with an error id and logs it.
 */
export class MusterError extends Error {
  readonly code: ErrorCode;
  readonly fields: readonly string[];
  readonly at: SourcePosition | undefined;
  readonly data: Readonly<Record<string, unknown>> | undefined;

  constructor(code: ErrorCode, message: string, details: MusterErrorDetails = {}) {
    super(message, details.cause === undefined ? undefined : { cause: details.cause });
    this.name = 'MusterError';
    this.code = code;
    this.fields = details.fields ?? [];
    this.at = details.at;
    this.data = details.data;
  }
}

/** Several independent failures of one request, in the order they should be shown. */
export class MusterErrors extends Error {
  readonly errors: readonly MusterError[];

  constructor(errors: readonly MusterError[]) {
    super(errors.map((error) => error.message).join('; '));
    this.name = 'MusterErrors';
    this.errors = errors;
  }
}

/** Position of `offset` in `text`, counting rows by line feeds. */
export function positionAt(text: string, offset: number): SourcePosition {
  const before = text.slice(0, offset);
  const row = before.split('\n').length;
  return { offset, row, column: offset - (before.lastIndexOf('\n') + 1) + 1 };
}

/** Closes a switch over a union: a new member that is not handled fails to compile. */
export function assertNever(value: never): never {
  throw new Error(`Unexpected value: ${JSON.stringify(value)}`);
}
