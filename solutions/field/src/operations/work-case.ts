import { defineOperation, type Operation, type Session } from '@muster/records';
import { soql } from '@muster/soql';
import { z } from 'zod';
import { SOLVED, WAITING_ON_PERSON, WORKING } from '../cases/case-status.js';
import { insertOne, updateOne } from '../cases/save-one.js';
import { viewCase } from '../cases/view-case.js';
import type { AnswerCase, AssignCase, CaseView } from '../contract.js';
import { clientKey, messageBody, recordId } from './input-shapes.js';

const work = { purpose: 'field-support', permission: 'Work_Cases' } as const;
const ifVersion = z.int().positive().exactOptional();

/** One case as support works on it. */
export const supportCase: Operation<{ id: string }, CaseView> = defineOperation({
  ...work,
  name: 'case',
  method: 'GET',
  input: z.object({ id: recordId }),
  run: (session, { id }) => viewCase(session, id),
});

/**
 * Answers the person, or leaves a note for support alone. An answer makes it the person's turn, and whoever gives it
 * to a case that still lies in a queue becomes its owner.
 */
export const answerCase: Operation<AnswerCase, CaseView> = defineOperation({
  ...work,
  name: 'answer-case',
  method: 'POST',
  input: z.object({
    caseId: recordId,
    body: messageBody,
    readers: z.enum(['person_and_support', 'support_only']),
    solve: z.boolean().exactOptional(),
    clientKey,
    ifVersion,
  }),
  async run(session, input) {
    return session.transaction(async (within) => {
      const comment = await insertOne(within, 'CaseComment', {
        values: {
          ParentId: input.caseId,
          CommentBody: input.body,
          IsPublished: input.readers === 'person_and_support',
        },
        ...(input.clientKey === undefined ? {} : { clientKey: input.clientKey }),
      });
      if (comment.created === true) await changeTurn(within, input);
      return viewCase(within, input.caseId);
    });
  },
});

async function changeTurn(session: Session, input: AnswerCase): Promise<void> {
  const isAnswer = input.readers === 'person_and_support';
  if (!isAnswer && input.solve !== true) return;
  const { Owner } = await session.row<{ Owner: { Type: string } | null }>(
    soql`SELECT Owner.Type FROM Case WHERE Id = ${input.caseId}`,
  );
  await updateOne(session, 'Case', {
    id: input.caseId,
    values: {
      Status: input.solve === true ? SOLVED : WAITING_ON_PERSON,
      ...(Owner?.Type === 'Queue' ? { OwnerId: session.principal.userId } : {}),
    },
    ...(input.ifVersion === undefined ? {} : { ifVersion: input.ifVersion }),
  });
}

/** Makes the reader the owner of a case; a new one is then being worked on. */
export const assignCase: Operation<AssignCase, CaseView> = defineOperation({
  ...work,
  name: 'assign-case',
  method: 'POST',
  input: z.object({ caseId: recordId, ifVersion }),
  async run(session, { caseId, ifVersion: version }) {
    return session.transaction(async (within) => {
      const { Status } = await within.row<{ Status: string | null }>(
        soql`SELECT Status FROM Case WHERE Id = ${caseId}`,
      );
      await updateOne(within, 'Case', {
        id: caseId,
        values: { OwnerId: within.principal.userId, ...(Status === 'New' ? { Status: WORKING } : {}) },
        ...(version === undefined ? {} : { ifVersion: version }),
      });
      return viewCase(within, caseId);
    });
  },
});
