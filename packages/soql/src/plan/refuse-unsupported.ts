import type { SelectQuery } from '../language/ast.js';
import { queryError } from '../language/query-error.js';
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
  if (query.updates.length > 0) refuse(query.at, `UPDATE ${query.updates[0]}`);
  const view = query.forClauses.find((clause) => clause !== 'UPDATE');
  if (view) refuse(query.at, `FOR ${view}`);
}

/** @throws MusterError MALFORMED_QUERY for FOR UPDATE beside what it does not go with: it locks records in id order. */
export function refuseWithLock(context: CompileContext, query: SelectQuery, isGrouped: boolean): void {
  if (!query.forClauses.includes('UPDATE')) return;
  const [order] = query.orderBy;
  if (order !== undefined || isGrouped) {
    const what = isGrouped ? 'aggregate functions or GROUP BY' : 'ORDER BY';
    throw queryError(
      context.text,
      'MALFORMED_QUERY',
      order?.at ?? query.at,
      `FOR UPDATE does not go with ${what}`,
    );
  }
}
