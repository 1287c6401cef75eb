import type { Session } from '@muster/records';
import { soql } from '@muster/soql';
import type { CaseMessage } from '../contract.js';
import { isoInstant, readInstant } from './instants.js';

export interface CommentRow {
  readonly Id: string;
  readonly CommentBody: string | null;
  readonly CreatedDate: string;
  readonly CreatedById: string;
  readonly IsPublished: boolean;
}

const FIELDS = 'Id, CommentBody, CreatedDate, CreatedById, IsPublished';

/** All that was said in a case the session may read, notes for support alone among it. */
export async function supportThread(session: Session, caseId: string): Promise<CaseMessage[]> {
  const rows = await session.rows<CommentRow>(
    `SELECT ${FIELDS} FROM CaseComment WHERE ${soql`ParentId = ${caseId}`}`,
  );
  return threadOf(rows, await authorNames(session, rows), session.principal.userId);
}

/**
 * What the person may read of the thread of a case that is known to be the person's own. Nobody in the portal has any
 * right to comments; this is the one way by which the published ones leave.
 */
export async function personThread(session: Session, caseId: string): Promise<CaseMessage[]> {
  const rows = await session
    .system('own-case')
    .rows<CommentRow>(
      `SELECT ${FIELDS} FROM CaseComment WHERE ${soql`ParentId = ${caseId}`} AND IsPublished = true`,
    );
  return threadOf(rows, await authorNames(session, rows), session.principal.userId);
}

/** Names of those who spoke in a case the reader may see, by user id: neither side sees the other's accounts. */
async function authorNames(session: Session, rows: readonly CommentRow[]): Promise<Map<string, string>> {
  const ids = [...new Set(rows.map((row) => row.CreatedById))];
  if (ids.length === 0) return new Map();
  const users = await session
    .system('case-person')
    .rows<{ Id: string; Name: string }>(soql`SELECT Id, Name FROM User WHERE Id IN ${ids}`);
  return new Map(users.map((user) => [user.Id, user.Name]));
}

/** One order for every reader: by time, and what was said in one second in the order in which it was saved. */
export function threadOf(
  rows: readonly CommentRow[],
  names: ReadonlyMap<string, string>,
  readerId: string,
): CaseMessage[] {
  const ordered = rows.toSorted(
    (a, b) => readInstant(a.CreatedDate) - readInstant(b.CreatedDate) || (a.Id < b.Id ? -1 : 1),
  );
  return ordered.map((row) => ({
    id: row.Id,
    from: names.get(row.CreatedById) ?? '',
    mine: row.CreatedById === readerId,
    at: isoInstant(row.CreatedDate),
    body: row.CommentBody ?? '',
    readers: row.IsPublished ? 'person_and_support' : 'support_only',
  }));
}
