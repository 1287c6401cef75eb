import type { Session } from '@muster/records';
import type { CaseSummary } from '../contract.js';
import { caseLabel, personStatusLabel } from './case-labels.js';
import { waitingOn } from './case-status.js';
import { isoInstant } from './instants.js';

export interface CaseRow {
  readonly Id: string;
  readonly CaseNumber: string;
  readonly Subject: string | null;
  readonly Status: string | null;
  readonly Topic__c: string | null;
  readonly CreatedDate: string;
  readonly LastModifiedDate: string;
  readonly IsClosed: boolean;
}

export const SUMMARY_FIELDS =
  'Id, CaseNumber, Subject, Status, Topic__c, CreatedDate, LastModifiedDate, IsClosed';

/** A case in a list, in the words of the person it is for or of support. */
export function caseSummary(session: Session, row: CaseRow, reader: 'person' | 'support'): CaseSummary {
  const status = row.Status ?? '';
  const turn = waitingOn(row.Status, row.IsClosed);
  return {
    id: row.Id,
    number: row.CaseNumber,
    subject: row.Subject ?? '',
    status,
    statusLabel:
      reader === 'person' ? personStatusLabel(session, status, turn) : caseLabel(session, 'Status', status),
    topic: row.Topic__c === null ? null : caseLabel(session, 'Topic__c', row.Topic__c),
    openedAt: isoInstant(row.CreatedDate),
    updatedAt: isoInstant(row.LastModifiedDate),
    waitingOn: turn,
  };
}
