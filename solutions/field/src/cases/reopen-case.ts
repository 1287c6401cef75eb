import type { SaveRule, Session } from '@muster/records';
import { soql } from '@muster/soql';
import { isClosedStatus, WORKING, waitingOn } from './case-status.js';
import { readInstant } from './instants.js';

interface LastWord {
  readonly caseId: string;
  readonly authorId: string;
  readonly at: string;
}

interface TurnRow {
  readonly Id: string;
  readonly Status: string | null;
  readonly ClosedDate: string | null;
  readonly ContactId: string | null;
}

/** When the person has the last word, the case waits on support again, even when it was solved before. */
export const reopenCase: SaveRule = {
  object: 'CaseComment',
  when: 'after',
  on: ['insert'],
  async run(batch, session) {
    const system = session.system('own-case');
    const caseIds = [...new Set(batch.map((record) => record.values.get('parentid') as string))];
    await system.lock('Case', caseIds);
    const words = await lastWords(system, caseIds);
    if (words.length === 0) return;
    const contacts = await contactsOf(
      system,
      words.map((word) => word.authorId),
    );
    const cases = await system.rows<TurnRow>(
      soql`SELECT Id, Status, ClosedDate, ContactId FROM Case WHERE Id IN ${caseIds}`,
    );
    const byCase = new Map(words.map((word) => [word.caseId, word]));
    const reopened = cases.filter((row) => {
      const word = byCase.get(row.Id);
      const isByPerson =
        word !== undefined && row.ContactId !== null && contacts.get(word.authorId) === row.ContactId;
      return isByPerson && isOver(system, row, word);
    });
    for (const row of reopened) await system.change('Case', row.Id, { Status: WORKING });
  },
};

/** Whether it is not support's turn, and was not made so after the person's word. */
function isOver(session: Session, row: TurnRow, word: LastWord): boolean {
  const isClosed = isClosedStatus(session.snapshot, row.Status);
  if (waitingOn(row.Status, isClosed) === 'support') return false;
  return row.ClosedDate === null || readInstant(word.at) >= readInstant(row.ClosedDate);
}

/** The latest comment of each case that the person can read. */
async function lastWords(session: Session, caseIds: readonly string[]): Promise<LastWord[]> {
  const rows = await session.rows<{ ParentId: string; CreatedById: string; CreatedDate: string }>(
    soql`SELECT ParentId, CreatedById, CreatedDate FROM CaseComment
         WHERE ParentId IN ${caseIds} AND IsPublished = true ORDER BY CreatedDate, Id`,
  );
  const last = new Map(
    rows.map((row) => [
      row.ParentId,
      { caseId: row.ParentId, authorId: row.CreatedById, at: row.CreatedDate },
    ]),
  );
  return [...last.values()];
}

async function contactsOf(session: Session, userIds: readonly string[]): Promise<Map<string, string | null>> {
  const rows = await session.rows<{ Id: string; ContactId: string | null }>(
    soql`SELECT Id, ContactId FROM User WHERE Id IN ${userIds}`,
  );
  return new Map(rows.map((row) => [row.Id, row.ContactId]));
}
