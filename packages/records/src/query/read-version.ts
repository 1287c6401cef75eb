import { MusterError } from '@muster/kernel';
import { tableName, VERSION_COLUMN } from '@muster/metadata';
import { and, binary, column, not, param } from '@muster/sql';
import type { SessionState } from '../session/session-state.js';
import { readableObject } from './retrieve.js';
import { runSelect } from './run-select.js';

/** The version of a record, which every save raises. @throws MusterError NOT_FOUND when none is within reach. */
export async function readVersion(state: SessionState, objectName: string, id: string): Promise<number> {
  const object = readableObject(state, objectName);
  const isMeant = binary('=', column('v', 'id'), param(id, 'text'));
  const where = and(isMeant, not(column('v', 'isdeleted')), state.visibility.scope(object, 'v'));
  const [row] = await runSelect(state, {
    kind: 'Select',
    columns: [{ expr: column('v', VERSION_COLUMN), alias: 'version' }],
    from: { kind: 'Table', schema: state.engine.org.schema, name: tableName(object), alias: 'v' },
    joins: [],
    ...(where ? { where } : {}),
  });
  if (row === undefined) throw new MusterError('NOT_FOUND', 'The requested resource does not exist');
  return Number(row[0]);
}
