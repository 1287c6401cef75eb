import { MusterError } from '@muster/kernel';
import { findObject, type ObjectDef, VERSION_COLUMN } from '@muster/metadata';
import type { QueryPlan } from '@muster/soql';
import { and, binary, column, type Expr, param } from '@muster/sql';
import type { RetrievedRecord } from '../session/session.js';
import type { SessionState } from '../session/session-state.js';
import { runPrepared } from './run-select.js';
import { readStoredVersion } from './stored-version.js';

/**
 * One record: the fields named, else all the reader may see, and the version they are of.
 * @throws MusterError NOT_FOUND when there is none within reach, INVALID_FIELD for a name that is no field.
 */
export async function retrieveRecord(
  state: SessionState,
  objectName: string,
  id: string,
  fields: readonly string[] | undefined,
  basePath: string,
): Promise<RetrievedRecord> {
  const object = readableObject(state, objectName);
  const names = fields ?? readableFields(state, object);
  for (const name of names) {
    if (!/^\w+(\.\w+)*$/.test(name))
      throw new MusterError('INVALID_FIELD', `No such column '${name}' on sobject of type ${object.name}`);
  }
  const plan = state.engine.plans.plan(state, `SELECT ${names.join(', ')} FROM ${object.name}`, false);
  const select = state.engine.plans.select(plan, 'record', () => byId(plan));
  const [row] = await runPrepared(state, select, new Map([[WANTED_ID, id]]));
  if (row === undefined) throw new MusterError('NOT_FOUND', 'The requested resource does not exist');
  const json = state.engine.plans.writer(plan, basePath)(row, noChildren);
  const at = plan.select.columns.length;
  return { json, ...readStoredVersion(row[at], row[at + 1]) };
}

/** Names of fields and of fields of parents: there are no lists of children among them. */
function noChildren(): never {
  throw new Error('A record that is retrieved has no lists of children');
}

/** Stands for the id in the SELECT of one record. */
const WANTED_ID = param('', 'text');

function byId(plan: QueryPlan): QueryPlan['select'] {
  const { orderBy: _order, ...select } = plan.select;
  const where = and(select.where, binary('=', column(plan.alias, 'id'), WANTED_ID)) as Expr;
  const columns = [
    ...select.columns,
    { expr: column(plan.alias, VERSION_COLUMN), alias: '_version' },
    { expr: column(plan.alias, 'systemmodstamp'), alias: '_modified' },
  ];
  return { ...select, columns, where };
}

/** @throws MusterError NOT_FOUND: objects the reader has no right to are as absent as those that do not exist. */
export function readableObject(state: SessionState, name: string): ObjectDef {
  const object = findObject(state.snapshot, name);
  if (object === undefined || !state.visibility.canReadObject(object)) {
    throw new MusterError('NOT_FOUND', 'The requested resource does not exist');
  }
  return object;
}

function readableFields(state: SessionState, object: ObjectDef): string[] {
  return [...object.fields, ...(object.compounds ?? [])]
    .map((field) => field.name)
    .filter((name) => state.visibility.canReadField(object, name));
}
