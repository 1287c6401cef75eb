import { MusterError } from '@muster/kernel';
import { findObject, type ObjectDef } from '@muster/metadata';
import type { QueryPlan } from '@muster/soql';
import { and, binary, column, type Expr, param } from '@muster/sql';
import type { SessionState } from '../session/session-state.js';
import { readRecords } from './read-records.js';

/**
 * One record as JSON text: the fields named, else all the reader may see.
 * @throws MusterError NOT_FOUND when there is none within reach, INVALID_FIELD for a name that is no field.
 */
export async function retrieveRecord(
  state: SessionState,
  objectName: string,
  id: string,
  fields: readonly string[] | undefined,
  basePath: string,
): Promise<string> {
  const object = readableObject(state, objectName);
  const names = fields ?? readableFields(state, object);
  for (const name of names) {
    if (!/^\w+(\.\w+)*$/.test(name))
      throw new MusterError('INVALID_FIELD', `No such column '${name}' on sobject of type ${object.name}`);
  }
  const plan = state.engine.plans.plan(state, `SELECT ${names.join(', ')} FROM ${object.name}`, false);
  const select = state.engine.plans.select(plan, 'record', () => byId(plan));
  const [record] = await readRecords(state, plan, select, { basePath }, new Map([[WANTED_ID, id]]));
  if (record === undefined) throw new MusterError('NOT_FOUND', 'The requested resource does not exist');
  return record.json;
}

/** Stands for the id in the SELECT of one record. */
const WANTED_ID = param('', 'text');

function byId(plan: QueryPlan): QueryPlan['select'] {
  const { orderBy: _order, ...select } = plan.select;
  const where = and(select.where, binary('=', column(plan.alias, 'id'), WANTED_ID)) as Expr;
  return { ...select, where };
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
  return object.fields
    .map((field) => field.name)
    .filter((name) => state.visibility.canReadField(object, name));
}
