import { findObject, type ObjectDef } from '@muster/metadata';
import { and, anyOf, column, type Expr } from '@muster/sql';
import type { AccessContext } from './access-context.js';

/** What is told of a record as a whole, whichever fields one may read. */
const ABOUT_THE_RECORD = ['created'];

/** Rows of a history within reach: those of records that are, about fields the reader may read. */
export function historyScope(
  { snapshot, rights }: AccessContext,
  historyOf: string,
  alias: string,
  ofParent: Expr | undefined,
): Expr {
  const parent: ObjectDef | undefined = findObject(snapshot, historyOf);
  const readable = (parent?.fields ?? []).filter((field) => parent && rights.field(parent, field).read);
  const names = [...ABOUT_THE_RECORD, ...readable.map(({ name }) => name)];
  return and(ofParent, anyOf(column(alias, 'field'), names)) as Expr;
}
