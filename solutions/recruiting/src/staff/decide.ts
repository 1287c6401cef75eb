import { MusterError } from '@muster/kernel';
import { defineOperation } from '@muster/records';
import { z } from 'zod';
import { given, staffChange } from '../input-shapes.js';
import { wordsOf } from '../messages/words.js';
import { changeApplication } from './change-application.js';
import { unmakeOfficer } from './enter-on-duty.js';

const reason = given.text(255);

/** POST record-fact: something that became known; a gate may stop costly steps. */
export const recordFact = defineOperation({
  name: 'record-fact',
  method: 'POST',
  purpose: 'hiring',
  permission: 'Work_Applications',
  input: z.object({
    ...staffChange,
    fact: z.string().regex(/^[A-Za-z]\w{0,79}$/, 'must be the name of a fact'),
    value: z.union([z.string().max(255), z.number(), z.boolean()]),
    reason,
  }),
  run: (session, { fact, value, reason: why, ...change }) =>
    changeApplication(session, {
      ...change,
      events: () => [{ kind: 'fact.recorded', reason: why, data: { facts: { [fact]: value } } }],
    }),
});

/** POST adjudicate: reopens what a gate has stopped, or ends the application. */
export const adjudicate = defineOperation({
  name: 'adjudicate',
  method: 'POST',
  purpose: 'hiring',
  permission: 'Adjudicate',
  input: z.object({
    ...staffChange,
    decision: z.enum(['reopen', 'close']),
    reason,
    disposition: z.string().max(80).optional(),
  }),
  run: (session, { decision, reason: why, disposition = 'unfavourable_adjudication', ...change }) =>
    changeApplication(session, {
      ...change,
      events: () => [
        decision === 'reopen'
          ? { kind: 'adjudication.favourable', reason: why }
          : { kind: 'adjudication.unfavourable', reason: why, data: { disposition } },
      ],
    }),
});

/** POST close-application: ends it with a coded disposition. */
export const closeApplication = defineOperation({
  name: 'close-application',
  method: 'POST',
  purpose: 'hiring',
  permission: 'Work_Applications',
  input: z.object({ ...staffChange, disposition: given.text(80), reason }),
  run: (session, { disposition, reason: why, ...change }) =>
    changeApplication(session, {
      ...change,
      events: () => [{ kind: 'disqualified', reason: why, data: { disposition } }],
    }),
});

/** POST reverse-event: a mistake is put right by a later event that names it. */
export const reverseEvent = defineOperation({
  name: 'reverse-event',
  method: 'POST',
  purpose: 'hiring',
  permission: 'Adjudicate',
  input: z.object({
    ...staffChange,
    eventId: given.eventNumber,
    reason,
  }),
  run: (session, { eventId, reason: why, ...change }) =>
    changeApplication(session, {
      ...change,
      events: ({ log }) => {
        const event = log.find((each) => each.id === eventId);
        if (event === undefined) {
          throw new MusterError('NOT_FOUND', wordsOf(session).say('error.no_event'), { fields: ['eventId'] });
        }
        return [
          {
            kind: 'corrected',
            corrects: event.id,
            reason: why,
            ...(event.step !== undefined && { step: event.step }),
          },
        ];
      },
      also: unmakeOfficer,
    }),
});
