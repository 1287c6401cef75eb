import { type ErrorCode, MusterError } from '@muster/kernel';

interface Translation {
  readonly code: ErrorCode;
  readonly message: string;
}

const UNAVAILABLE: Translation = {
  code: 'SERVER_UNAVAILABLE',
  message: 'The database is not available at the moment.',
};
const LOCKED: Translation = {
  code: 'UNABLE_TO_LOCK_ROW',
  message: 'unable to obtain exclusive access to this record',
};
const TOO_COMPLICATED: Translation = { code: 'QUERY_TOO_COMPLICATED', message: 'Query is too complicated' };

/**
 * What a SQLSTATE means to a caller. States are those of PostgreSQL's appendix "PostgreSQL Error Codes"; the first
 * two characters are the class, and a class stands for all of its states that are not named.
 */
const translations: Readonly<Record<string, Translation>> = {
  '08': UNAVAILABLE,
  '53': UNAVAILABLE,
  '25006': UNAVAILABLE,
  '57P01': UNAVAILABLE,
  '57P02': UNAVAILABLE,
  '57P03': UNAVAILABLE,
  '57P05': UNAVAILABLE,
  '55P03': LOCKED,
  '40P01': LOCKED,
  '40001': LOCKED,
  '57014': { code: 'QUERY_TIMEOUT', message: 'Your query request was running for too long.' },
  '23505': { code: 'DUPLICATE_VALUE', message: 'duplicate value found' },
  '23503': { code: 'INVALID_CROSS_REFERENCE_KEY', message: 'invalid cross reference id' },
  '22001': { code: 'STRING_TOO_LONG', message: 'data value too large' },
  '22003': { code: 'NUMBER_OUTSIDE_VALID_RANGE', message: 'Value outside valid range' },
  '54': TOO_COMPLICATED,
};

/** Failures of the socket itself, as Node names them, and the two sentences of the driver that carry no code. */
const CONNECTION_CODES = new Set([
  'ECONNREFUSED',
  'ECONNRESET',
  'ENOENT',
  'EPIPE',
  'ETIMEDOUT',
  'EAI_AGAIN',
  'ENOTFOUND',
]);
const CONNECTION_MESSAGES =
  /^(Connection terminated|timeout exceeded when trying to connect|Client has encountered a connection error)/;

interface DatabaseFailure extends Error {
  readonly code?: string;
  readonly schema?: string;
  readonly table?: string;
  readonly constraint?: string;
  readonly detail?: string;
}

/**
 * The MusterError a failure of PostgreSQL or of the connection stands for, with schema, table and constraint in its
 * data; what is not in the table comes back as it is, and counts as a fault of ours.
 */
export function translateSqlstate(failure: unknown): unknown {
  if (failure instanceof MusterError || !(failure instanceof Error)) return failure;
  const { code, schema, table, constraint, detail } = failure as DatabaseFailure;
  const translation = isConnectionFailure(failure) ? UNAVAILABLE : findTranslation(code);
  if (translation === undefined) return failure;
  const data = { sqlstate: code, schema, table, constraint, detail };
  return new MusterError(translation.code, translation.message, { data, cause: failure });
}

/** For `catch` behind a call of the driver, and nowhere else: other failures may carry codes of the same spelling. */
export function rethrowTranslated(failure: unknown): never {
  throw translateSqlstate(failure);
}

/** Whether the connection is gone, so that nothing more can be sent on it. */
export function isConnectionFailure(failure: unknown): boolean {
  if (!(failure instanceof Error)) return false;
  const code = (failure as DatabaseFailure).code;
  if (code === undefined) return CONNECTION_MESSAGES.test(failure.message);
  return CONNECTION_CODES.has(code) || code.startsWith('08') || code.startsWith('57P0');
}

function findTranslation(code: string | undefined): Translation | undefined {
  return code?.length === 5 ? (translations[code] ?? translations[code.slice(0, 2)]) : undefined;
}
