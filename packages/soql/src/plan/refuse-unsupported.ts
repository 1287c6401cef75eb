import type { SelectQuery } from '../language/ast.js';
import type { CompileContext } from './source.js';
import { unsupported } from './unsupported.js';

/** @throws MusterError INVALID_OPERATION for a clause that is parsed and not computed. */
export function refuseUnsupported(context: CompileContext, query: SelectQuery): void {
  const refuse = (at: number, what: string) => {
    throw unsupported(context.text, at, what);
  };
  if (query.with && query.with.kind !== 'WithAccess') refuse(query.with.at, 'This WITH clause');
  if (query.with?.kind === 'WithAccess' && query.with.mode === 'SYSTEM_MODE')
    refuse(query.with.at, 'WITH SYSTEM_MODE');
  if (query.groupBy && query.groupBy.mode !== 'PLAIN')
    refuse(query.groupBy.at, `GROUP BY ${query.groupBy.mode}`);
  if (query.updates.length > 0) refuse(query.at, `UPDATE ${query.updates[0]}`);
  const view = query.forClauses.find((clause) => clause !== 'UPDATE');
  if (view) refuse(query.at, `FOR ${view}`);
}
