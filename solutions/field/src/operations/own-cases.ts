import { defineOperation, type Operation } from '@muster/records';
import { soql } from '@muster/soql';
import { z } from 'zod';
import { caseChoices } from '../cases/case-labels.js';
import { type CaseRow, caseSummary, SUMMARY_FIELDS } from '../cases/case-rows.js';
import { insertOne } from '../cases/save-one.js';
import { viewOwnCase } from '../cases/view-case.js';
import type { AddCaseComment, CaseSummary, CaseView, Choice } from '../contract.js';
import { clientKey, messageBody, recordId } from './input-shapes.js';

const MOST_LISTED = 200;
const own = { purpose: 'field-support', permission: 'File_Cases' } as const;

/** What a case can be about. */
export const topics: Operation<unknown, Choice[]> = defineOperation({
  ...own,
  name: 'topics',
  method: 'GET',
  input: z.unknown(),
  run: async (session) => caseChoices(session, 'Topic__c'),
});

/** The signed-in person's own cases, last changed first. */
export const myCases: Operation<unknown, CaseSummary[]> = defineOperation({
  ...own,
  name: 'my-cases',
  method: 'GET',
  input: z.unknown(),
  async run(session) {
    const rows = await session.rows<CaseRow>(
      `SELECT ${SUMMARY_FIELDS} FROM Case ORDER BY LastModifiedDate DESC LIMIT ${MOST_LISTED}`,
    );
    return rows.map((row) => caseSummary(session, row, 'person'));
  },
});

/** One of the person's own cases with its thread. */
export const myCase: Operation<{ id: string }, CaseView> = defineOperation({
  ...own,
  name: 'my-case',
  method: 'GET',
  input: z.object({ id: recordId }),
  run: (session, { id }) => viewOwnCase(session, id),
});

/** Says something in an own case; support's turn begins, even when the case was solved. */
export const myCaseComment: Operation<AddCaseComment, CaseView> = defineOperation({
  ...own,
  name: 'my-case-comment',
  method: 'POST',
  input: z.object({ caseId: recordId, body: messageBody, clientKey }),
  async run(session, { caseId, body, clientKey: key }) {
    return session.transaction(async (within) => {
      const { Id } = await within.row<{ Id: string }>(soql`SELECT Id FROM Case WHERE Id = ${caseId}`);
      await insertOne(within.system('own-case'), 'CaseComment', {
        values: { ParentId: Id, CommentBody: body, IsPublished: true },
        ...(key === undefined ? {} : { clientKey: key }),
      });
      return viewOwnCase(within, Id);
    });
  },
});
