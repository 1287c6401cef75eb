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
}

/**
 * @throws MusterError MALFORMED_QUERY for a FOR clause beside what it does not go with: groups are no records to view
 * or lock, records are locked in id order, and child lists are not what was asked for.
 */
export function refuseForClauses(
  context: CompileContext,
  query: SelectQuery,
  { isGrouped, isChild }: { readonly isGrouped: boolean; readonly isChild: boolean },
): void {
  const [clause] = query.forClauses;
  if (clause === undefined) return;
  const refuse = (at: number, what: string) => {
    throw queryError(context.text, 'MALFORMED_QUERY', at, `FOR ${clause} does not go with ${what}`);
  };
  if (isGrouped) refuse(query.at, 'aggregate functions or GROUP BY');
  if (isChild) refuse(query.at, 'a child list');
  const [order] = query.orderBy;
  if (order !== undefined && query.forClauses.includes('UPDATE')) refuse(order.at, 'ORDER BY');
}
