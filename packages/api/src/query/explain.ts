import { MusterError, tryParseId } from '@muster/kernel';
import type { Session } from '@muster/records';
import { listViewQuery } from '../pages/list-view-query.js';
import { findListView } from '../pages/list-view-resources.js';
import { notBuilt, notFound } from '../resource.js';

const LIST_VIEW = '00B';
const REPORT = '00O';

/**
 * `query?explain=`: how the database would run SOQL, or the query of a list view. Estimates are made of all records, also
 * of those the caller may not see, so only who may view the set-up is told.
 * @throws MusterError as the query would, INSUFFICIENT_ACCESS_OR_READONLY
 */
export async function explain(session: Session, text: string) {
  if (session.principal.kind !== 'internal' || !session.has('ViewSetup')) {
    const message = 'Query plans take the user permission View Setup and Configuration (ViewSetup)';
    throw new MusterError('INSUFFICIENT_ACCESS_OR_READONLY', message);
  }
  const id = tryParseId(text.trim());
  const sourceQuery = id === undefined ? text : queryOf(session, id);
  return { plans: await session.explain(sourceQuery), sourceQuery };
}

function queryOf(session: Session, id: string): string {
  if (id.startsWith(REPORT)) throw notBuilt('The query plan of a report');
  if (!id.startsWith(LIST_VIEW)) throw notFound();
  for (const object of session.snapshot.objects.values()) {
    const view = session.rights(object).read ? findListView(session, object, id) : undefined;
    if (view !== undefined) return listViewQuery(session, object, view).query;
  }
  throw notFound();
}
