import { fold, MusterError, tryParseId } from '@muster/kernel';
import { columnName, fieldType, findField, findObject, type ObjectDef, tableName } from '@muster/metadata';
import { and, anyOf, call, column, type Expr, not } from '@muster/sql';
import { runSelect } from '../query/run-select.js';
import type { RecordInput, SaveOptions, SaveResult, Session } from '../session/session.js';
import type { SessionState } from '../session/session-state.js';
import { newRow, type SaveBatch, type SaveKind } from './batch.js';
import { SaveRolledBack, saveBatch } from './index.js';

/** Opens a transaction for a save, or a savepoint in the one that runs. */
export type InTransaction = <T>(work: (state: SessionState, session: Session) => Promise<T>) => Promise<T>;

/** Saves records of one object; `SaveRolledBack` never leaves: it becomes the results. */
export async function runSave(
  inTransaction: InTransaction,
  objectName: string,
  kind: SaveKind,
  records: readonly RecordInput[],
  options: SaveOptions = {},
): Promise<SaveResult[]> {
  if (records.length === 0) return [];
  try {
    return await inTransaction((state, session) => {
      const batch = openBatch(state, writableObject(state, objectName), kind, records, options);
      return saveBatch(batch, session, options.allOrNone ?? true);
    });
  } catch (failure) {
    if (failure instanceof SaveRolledBack) return [...failure.results];
    throw failure;
  }
}

/**
 * Splits records into new and known by an external id field, then saves both parts in one transaction.
 * @throws MusterError NOT_FOUND when the field is no external id the writer may use.
 */
export async function runUpsert(
  inTransaction: InTransaction,
  objectName: string,
  matchField: string,
  records: readonly RecordInput[],
  options: SaveOptions = {},
): Promise<SaveResult[]> {
  try {
    return await inTransaction(async (state, session) => {
      const object = writableObject(state, objectName);
      const found = await matchRecords(state, object, matchField, records);
      const matches = found.map((match) => refuseUnexpected(match, options));
      const results: SaveResult[] = matches.map(({ error }) => ({
        success: false,
        errors: error ? [error] : [],
      }));
      const allOrNone = options.allOrNone ?? true;
      if (allOrNone && matches.some((match) => match.error)) throw new SaveRolledBack(results);
      for (const kind of ['insert', 'update'] as const) {
        const part = matches.flatMap((match, i) =>
          !match.error && (match.input.id === undefined) === (kind === 'insert') ? [i] : [],
        );
        if (part.length === 0) continue;
        const inputs = part.map((i) => (matches[i] as Match).input);
        const saved = await saveBatch(openBatch(state, object, kind, inputs, options), session, allOrNone);
        part.forEach((i, n) => {
          results[i] = saved[n] as SaveResult;
        });
      }
      return results;
    });
  } catch (failure) {
    if (failure instanceof SaveRolledBack) return [...failure.results];
    throw failure;
  }
}

interface Match {
  readonly input: RecordInput;
  readonly error?: MusterError;
}

/** Records that are new to a writer who expected them to be there. Those that are there are asked once they are locked. */
function refuseUnexpected(match: Match, { onlyIf }: SaveOptions): Match {
  const isNew = match.error === undefined && match.input.id === undefined;
  if (!isNew || (onlyIf?.(undefined) ?? true)) return match;
  const error = new MusterError('PRECONDITION_FAILED', 'There is no such record; nothing was saved');
  return { ...match, error };
}

async function matchRecords(
  state: SessionState,
  object: ObjectDef,
  matchField: string,
  records: readonly RecordInput[],
): Promise<Match[]> {
  if (matchField.toLowerCase() === 'id') return records.map(matchById);
  const field = findField(object, matchField);
  if (
    field === undefined ||
    !(field.externalId || field.unique) ||
    !state.visibility.canReadField(object, field.name)
  ) {
    throw new MusterError(
      'NOT_FOUND',
      `Provided external ID field does not exist or is not accessible: ${matchField}`,
    );
  }
  const folds = fieldType(field).foldsCase;
  const textOf = (input: RecordInput) => {
    const entry = Object.entries(input.values).find(
      ([name]) => name.toLowerCase() === field.name.toLowerCase(),
    );
    return entry?.[1] === undefined || entry[1] === null || entry[1] === '' ? undefined : String(entry[1]);
  };
  const keyOf = (text: string | undefined) => (text === undefined || !folds ? text : fold(text));
  const raw = column('m', columnName(field));
  const compared: Expr = folds ? call('fold', raw) : raw;
  const keys = records.flatMap((input) => keyOf(textOf(input)) ?? []);
  const rows = await runSelect(state, {
    kind: 'Select',
    columns: [
      { expr: compared, alias: 'k' },
      { expr: column('m', 'id'), alias: 'id' },
    ],
    from: { kind: 'Table', schema: state.engine.org.schema, name: tableName(object), alias: 'm' },
    joins: [],
    where: and(
      anyOf(compared, keys),
      not(column('m', 'isdeleted')),
      state.visibility.scope(object, 'm'),
    ) as Expr,
  });
  const known = new Map<string, string[]>();
  for (const [key, id] of rows) known.set(key as string, [...(known.get(key as string) ?? []), id as string]);
  const seen = new Set<string>();
  return records.map((input) => {
    const text = textOf(input);
    return match(object, input, { fieldName: field.name, text, key: keyOf(text) }, known, seen);
  });
}

function match(
  object: ObjectDef,
  input: RecordInput,
  {
    fieldName,
    text,
    key,
  }: { readonly fieldName: string; readonly text: string | undefined; readonly key: string | undefined },
  known: ReadonlyMap<string, readonly string[]>,
  seen: Set<string>,
): Match {
  const failed = (code: MusterError['code'], message: string, data?: Record<string, unknown>): Match => ({
    input,
    error: new MusterError(code, message, { fields: [fieldName], ...(data ? { data } : {}) }),
  });
  if (key === undefined) return failed('MISSING_ARGUMENT', `${fieldName} not specified`);
  if (seen.has(key)) return failed('DUPLICATE_VALUE', `Duplicate external id specified: ${text}`);
  seen.add(key);
  const ids = known.get(key) ?? [];
  if (ids.length > 1) {
    return failed(
      'DUPLICATE_EXTERNAL_ID',
      `${fieldName}: more than one record found for external id field: [${ids.join(', ')}]`,
      { ids, object: object.name },
    );
  }
  const [id] = ids;
  return { input: id === undefined ? input : { ...input, id } };
}

/** A record names itself by its `Id`, among the values or beside them; without one it is new. */
function matchById(input: RecordInput): Match {
  const entry = Object.entries(input.values).find(([name]) => name.toLowerCase() === 'id');
  const text = input.id ?? entry?.[1];
  if (text === undefined || text === null || text === '') return { input };
  const id = tryParseId(String(text));
  if (id !== undefined) return { input: { ...input, id } };
  return { input, error: new MusterError('MALFORMED_ID', `malformed id ${text}`, { fields: ['Id'] }) };
}

function openBatch(
  state: SessionState,
  object: ObjectDef,
  kind: SaveKind,
  records: readonly RecordInput[],
  { onlyIf }: SaveOptions,
): SaveBatch {
  if (state.transaction === undefined) throw new Error('A save runs in a transaction');
  const savedAt = `${new Date(state.engine.clock.now()).toISOString().slice(0, 19).replace('T', ' ')}+00`;
  return { object, kind, rows: records.map(newRow), state, transaction: state.transaction, savedAt, onlyIf };
}

/** @throws MusterError NOT_FOUND for an object the writer may neither see nor write. */
function writableObject(state: SessionState, name: string): ObjectDef {
  const object = findObject(state.snapshot, name);
  const access = object && state.rights.object(object);
  if (object === undefined || !(access?.read || access?.create)) {
    throw new MusterError('NOT_FOUND', 'The requested resource does not exist');
  }
  return object;
}
