import type { Session } from '@muster/records';
import { soql } from '@muster/soql';
import type { CasePerson, CaseView } from '../contract.js';
import { caseChoices, caseLabel } from './case-labels.js';
import { type CaseRow, caseSummary, SUMMARY_FIELDS } from './case-rows.js';
import { isoInstant } from './instants.js';
import { similarArticles } from './similar-articles.js';
import { personThread, supportThread } from './thread.js';

const LAST_CASES = 5;

interface PersonCaseRow extends CaseRow {
  readonly Description: string | null;
}

interface InnerCaseRow extends PersonCaseRow {
  readonly ContactId: string | null;
  readonly Priority: string | null;
  readonly Owner: { readonly Name: string } | null;
  readonly Due_At__c: string | null;
}

/** The whole case as the person it is for reads it. @throws MusterError NOT_FOUND when it is not the person's own. */
export async function viewOwnCase(session: Session, id: string): Promise<CaseView> {
  const own = await session.row<PersonCaseRow>(
    `SELECT ${SUMMARY_FIELDS}, Description FROM Case WHERE ${soql`Id = ${id}`}`,
  );
  const inner = await readInner(session.system('own-case'), own.Id);
  return {
    ...caseSummary(session, own, 'person'),
    ...(await commonParts(session, own, inner)),
    person: null,
    statuses: [],
    thread: await personThread(session, own.Id),
  };
}

/** The whole case as support reads it. @throws MusterError NOT_FOUND when the reader may not see it. */
export async function viewCase(session: Session, id: string): Promise<CaseView> {
  const row = await readInner(session, id);
  return {
    ...caseSummary(session, row, 'support'),
    ...(await commonParts(session, row, row)),
    person: row.ContactId === null ? null : await readPerson(session, row.ContactId, row.Id),
    statuses: caseChoices(session, 'Status'),
    thread: await supportThread(session, row.Id),
  };
}

function readInner(session: Session, id: string): Promise<InnerCaseRow> {
  return session.row<InnerCaseRow>(
    `SELECT ${SUMMARY_FIELDS}, Description, ContactId, Priority, Owner.Name, Due_At__c FROM Case
     WHERE ${soql`Id = ${id}`}`,
  );
}

async function commonParts(session: Session, row: PersonCaseRow, inner: InnerCaseRow) {
  const priority = inner.Priority ?? '';
  return {
    version: await session.version('Case', row.Id),
    description: row.Description ?? '',
    owner: inner.Owner?.Name ?? '',
    priority,
    priorityLabel: caseLabel(session, 'Priority', priority),
    dueAt: isoInstant(inner.Due_At__c),
    similarArticles: await similarArticles(session, row.Subject ?? ''),
  };
}

interface ContactRow {
  readonly Name: string;
  readonly Email: string | null;
  readonly Phone: string | null;
  readonly MobilePhone: string | null;
  readonly Unit__c: string | null;
  readonly Post__c: string | null;
}

/** The person of a case the reader may see. Support has no rights on people but through their cases. */
async function readPerson(session: Session, contactId: string, caseId: string): Promise<CasePerson> {
  const contact = await session
    .system('case-person')
    .row<ContactRow>(
      soql`SELECT Name, Email, Phone, MobilePhone, Unit__c, Post__c FROM Contact WHERE Id = ${contactId}`,
    );
  const lastCases = await session.rows<CaseRow>(
    `SELECT ${SUMMARY_FIELDS} FROM Case WHERE ${soql`ContactId = ${contactId} AND Id != ${caseId}`}
     ORDER BY CreatedDate DESC LIMIT ${LAST_CASES}`,
  );
  return {
    contactId,
    name: contact.Name,
    unit: contact.Unit__c,
    post: contact.Post__c,
    email: contact.Email ?? '',
    phone: contact.MobilePhone ?? contact.Phone,
    lastCases: lastCases.map((row) => caseSummary(session, row, 'support')),
  };
}
