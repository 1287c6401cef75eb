import { MusterError } from '@muster/kernel';
import { defineOperation } from '@muster/records';
import { z } from 'zod';
import { given, staffChange } from '../input-shapes.js';
import { wordsOf } from '../messages/words.js';
import { changeApplication, endOfDay } from './change-application.js';

/** POST make-offer: a conditional or the final offer, with the last day to answer it. */
export const makeOffer = defineOperation({
  name: 'make-offer',
  method: 'POST',
  purpose: 'hiring',
  permission: 'Make_Offers',
  input: z.object({ ...staffChange, kind: z.enum(['conditional', 'final']), answerBy: given.day }),
  run: (session, { kind, answerBy, ...change }) =>
    changeApplication(session, {
      ...change,
      events: ({ process }) => {
        const words = wordsOf(session);
        const stepKind = kind === 'conditional' ? 'conditional_offer' : 'final_offer';
        const step = process.steps.find((each) => each.kind === stepKind);
        if (step === undefined) throw new MusterError('INVALID_OPERATION', words.say('error.no_such_offer'));
        const until = endOfDay(answerBy, session.principal.timeZone);
        if (until <= session.now()) {
          throw new MusterError('INVALID_INPUT', words.say('error.answer_by_past'), { fields: ['answerBy'] });
        }
        return [
          {
            kind: kind === 'conditional' ? 'offer.tentative' : 'offer.final',
            step: step.key,
            data: { answerBy: until },
          },
        ];
      },
    }),
});
