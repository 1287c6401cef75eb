import { MusterError } from '@muster/kernel';
import { defineOperation, type Session } from '@muster/records';
import { z } from 'zod';
import type { Application } from '../application/load-application.js';
import { given, staffChange } from '../input-shapes.js';
import { wordsOf } from '../messages/words.js';
import { changeApplication, endOfDay, stepOf } from './change-application.js';

const step = given.text(40).optional();

/** POST hold: stops an application, or one step of it, with the reason and on whom it waits. */
export const hold = defineOperation({
  name: 'hold',
  method: 'POST',
  purpose: 'hiring',
  permission: 'Work_Applications',
  input: z.object({
    ...staffChange,
    step,
    waitingOn: given.party,
    until: given.day.optional(),
    reason: given.text(255),
  }),
  run: (session, { step: key, waitingOn, until, reason, ...change }) =>
    changeApplication(session, {
      ...change,
      events: (application) => [
        {
          kind: 'hold.started',
          ...stepNamed(session, application, key),
          waitingOn,
          reason,
          ...(until !== undefined && { data: { until: endOfHold(session, until) } }),
        },
      ],
    }),
});

/** POST release-hold: ends a hold before its day, or one without a day. */
export const releaseHold = defineOperation({
  name: 'release-hold',
  method: 'POST',
  purpose: 'hiring',
  permission: 'Work_Applications',
  input: z.object({ ...staffChange, step, reason: z.string().trim().max(255).optional() }),
  run: (session, { step: key, reason, ...change }) =>
    changeApplication(session, {
      ...change,
      events: (application) => [
        { kind: 'hold.ended', ...stepNamed(session, application, key), ...(reason && { reason }) },
      ],
    }),
});

function stepNamed(session: Session, application: Application, key: string | undefined): { step?: string } {
  return key === undefined ? {} : { step: stepOf(session, application, key).key };
}

/** A hold lasts through its last day in the writer's zone. */
function endOfHold(session: Session, day: string): number {
  const until = endOfDay(day, session.principal.timeZone);
  if (until > session.now()) return until;
  throw new MusterError('INVALID_INPUT', wordsOf(session).say('error.hold_until_past'), {
    fields: ['until'],
  });
}
