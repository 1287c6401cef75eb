import { MusterError, type Random, readableNumber } from '@muster/kernel';
import { defineOperation, type Session } from '@muster/records';
import { soql } from '@muster/soql';
import { z } from 'zod';
import { appendEvents } from '../application/append-events.js';
import { isoInstant } from '../application/instants.js';
import type { Receipt } from '../contract/index.js';
import { given } from '../input-shapes.js';
import { wordsOf } from '../messages/words.js';
import { isOpenPosting, type PostingRow } from '../postings/posting-row.js';
import { factsOf } from '../questionnaire/walk-questionnaire.js';
import { openOwnApplication } from './own-application.js';
import { loadQuestionnaireState, type QuestionnaireState } from './questionnaire-screen.js';

interface ApplicationToSubmit {
  readonly Receipt__c: string | null;
  readonly Submitted_At__c: string | null;
  readonly Posting__r: Pick<PostingRow, 'State__c' | 'Published__c' | 'Closes_At__c'>;
}

/** POST submit-application: gives a receipt; sent again, the same receipt. */
export function submitApplicationOperation(random: Random) {
  return defineOperation({
    name: 'submit-application',
    method: 'POST',
    purpose: 'own-application',
    permission: 'Apply',
    input: z.object({ applicationId: given.id, clientKey: given.clientKey }),
    run: (session, { applicationId }) =>
      session.transaction(async (own): Promise<Receipt> => {
        const system = await openOwnApplication(own, applicationId);
        await system.lock('ApplicationForm', [applicationId]);
        const row = await loadRow(system, applicationId);
        if (row.Submitted_At__c === null) {
          const state = await loadQuestionnaireState(system, applicationId);
          requireReady(own, state, row);
          await system.change('ApplicationForm', applicationId, { Receipt__c: readableNumber(random) });
          const facts = factsOf(state.walk, state.given.values);
          await appendEvents(own, {
            applicationId,
            events: () => [{ kind: 'application.submitted', data: { facts } }],
          });
        }
        return receipt(own, await loadRow(system, applicationId));
      }),
  });
}

function loadRow(system: Session, applicationId: string): Promise<ApplicationToSubmit> {
  return system.row<ApplicationToSubmit>(
    soql`SELECT Receipt__c, Submitted_At__c, Posting__r.State__c, Posting__r.Published__c, Posting__r.Closes_At__c
      FROM ApplicationForm WHERE Id = ${applicationId}`,
  );
}

function requireReady(own: Session, state: QuestionnaireState, row: ApplicationToSubmit): void {
  const words = wordsOf(own);
  if (state.walk.stoppedAt !== undefined) {
    throw new MusterError('INVALID_OPERATION', words.say('error.minimum_not_met'));
  }
  if (state.walk.next !== undefined) {
    throw new MusterError('REQUIRED_FIELD_MISSING', words.say('error.answers_missing'), {
      fields: [state.walk.next.key],
    });
  }
  if (!isOpenPosting(row.Posting__r, own.now())) {
    throw new MusterError('INVALID_OPERATION', words.say('error.posting_closed'));
  }
}

function receipt(own: Session, row: ApplicationToSubmit): Receipt {
  if (row.Receipt__c === null || row.Submitted_At__c === null)
    throw new Error('A sent application has a receipt');
  return {
    number: row.Receipt__c,
    submittedAt: isoInstant(row.Submitted_At__c) ?? '',
    next: wordsOf(own).say('receipt.next'),
  };
}
