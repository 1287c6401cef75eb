import { defineOperation, type Session } from '@muster/records';
import { soql } from '@muster/soql';
import { z } from 'zod';
import { isoInstant } from '../application/instants.js';
import { keyedRecord, saveAll } from '../application/save-all.js';
import type { RequisitionRow } from '../contract/index.js';
import { given } from '../input-shapes.js';
import { type Words, wordsOf } from '../messages/words.js';
import { loadProcesses } from '../processes/process-labels.js';
import { postingText } from './posting-row.js';

/** GET requisitions, with their postings and how many applied. */
export const requisitions = defineOperation({
  name: 'requisitions',
  method: 'GET',
  purpose: 'hiring',
  permission: 'Manage_Requisitions',
  input: z.object({}),
  run: (session) => listRequisitions(session),
});

/** POST create-requisition: a request to recruit for a number of seats, through one hiring process. */
export const createRequisition = defineOperation({
  name: 'create-requisition',
  method: 'POST',
  purpose: 'hiring',
  permission: 'Manage_Requisitions',
  input: z.object({
    name: given.text(120),
    unit: given.text(80),
    seats: z.number().int().min(1).max(100_000),
    processKey: given.text(40),
    expectedHireDate: given.day,
    clientKey: given.clientKey,
  }),
  run: async (session, input) => {
    const process = await session.row<{ Id: string }>(
      soql`SELECT Id FROM Hiring_Process__c WHERE Key__c = ${input.processKey}`,
    );
    const values = {
      Name: input.name,
      ExternalVacancyTitle: input.name,
      Unit__c: input.unit,
      Seats__c: input.seats,
      Hiring_Process__c: process.Id,
      ExpectedHireDate: input.expectedHireDate,
      ApprovalStatus: 'Pending',
    };
    await saveAll(session.insert('RecruitmentRequisition', [keyedRecord(values, input.clientKey)]));
    return listRequisitions(session);
  },
});

interface Row {
  readonly Id: string;
  readonly Name: string;
  readonly Unit__c: string | null;
  readonly Seats__c: number | null;
  readonly ApprovalStatus: string | null;
  readonly Hiring_Process__r: { readonly Name: string; readonly Key__c: string } | null;
}

interface PostingRow {
  readonly Id: string;
  readonly Name: string;
  readonly RecruitmentRequisitionId: string;
  readonly Title__c: string;
  readonly Title_es__c: string | null;
  readonly State__c: string;
  readonly Published__c: boolean;
  readonly Closes_At__c: string | null;
}

/** Newest first. Approval is that of the requisition; what is missing is shown as pending. */
export async function listRequisitions(session: Session): Promise<readonly RequisitionRow[]> {
  const words = wordsOf(session);
  const rows = await session.rows<Row>(
    soql`SELECT Id, Name, Unit__c, Seats__c, ApprovalStatus, Hiring_Process__r.Name, Hiring_Process__r.Key__c
      FROM RecruitmentRequisition ORDER BY CreatedDate DESC, Id DESC`,
  );
  const postings = await session.rows<PostingRow>(
    soql`SELECT Id, Name, RecruitmentRequisitionId, Title__c, Title_es__c, State__c, Published__c, Closes_At__c
      FROM RecruitmentPosting WHERE RecruitmentRequisitionId != null ORDER BY Name DESC`,
  );
  const applied = await session.rows<{ posting: string; n: number }>(
    soql`SELECT Posting__c posting, COUNT(Id) n FROM ApplicationForm WHERE Submitted_At__c != null GROUP BY Posting__c`,
  );
  const applications = new Map(applied.map((row) => [row.posting, row.n]));
  const processes = await loadProcesses(session);
  return rows.map((row) => ({
    id: row.Id,
    name: row.Name,
    unit: row.Unit__c ?? '',
    seats: row.Seats__c ?? 0,
    status: words.say(`requisition.${approvalKey(row.ApprovalStatus)}`),
    process: processName(row, processes.get(row.Hiring_Process__r?.Key__c ?? '')?.name, words),
    postings: postings
      .filter((posting) => posting.RecruitmentRequisitionId === row.Id)
      .map((posting) => ({
        id: posting.Id,
        number: posting.Name,
        title: postingText(words, { ...posting }, 'Title'),
        published: posting.Published__c && posting.State__c === 'Open',
        closesAt: isoInstant(posting.Closes_At__c),
        applications: applications.get(posting.Id) ?? 0,
      })),
  }));
}

function processName(row: Row, name: { en: string; es: string } | undefined, words: Words): string {
  return name === undefined ? (row.Hiring_Process__r?.Name ?? '') : words.label(name);
}

function approvalKey(status: string | null) {
  switch (status) {
    case 'Approved':
      return 'approved';
    case 'Not Approved':
      return 'not_approved';
    case 'Filled':
      return 'filled';
    case 'Cancelled':
      return 'cancelled';
    default:
      return 'pending';
  }
}
