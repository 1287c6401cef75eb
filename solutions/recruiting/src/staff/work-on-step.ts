import { defineOperation } from '@muster/records';
import { z } from 'zod';
import { given, staffChange } from '../input-shapes.js';
import { changeApplication, stepOf } from './change-application.js';

/** POST schedule-step: an appointment, for a first attempt or another one. */
export const scheduleStep = defineOperation({
  name: 'schedule-step',
  method: 'POST',
  purpose: 'hiring',
  permission: 'Work_Applications',
  input: z.object({
    ...staffChange,
    step: given.text(40),
    at: z.iso.datetime({ offset: true }),
    place: given.text(255),
  }),
  run: (session, { step, at, place, ...change }) =>
    changeApplication(session, {
      ...change,
      events: (application) => [
        {
          kind: 'stage.scheduled',
          step: stepOf(session, application, step).key,
          data: { appointment: { startsAt: Date.parse(at), place } },
        },
      ],
    }),
});

/** POST waiting-on: on whom a step waits from now on. */
export const setWaitingOn = defineOperation({
  name: 'waiting-on',
  method: 'POST',
  purpose: 'hiring',
  permission: 'Work_Applications',
  input: z.object({ ...staffChange, step: given.text(40), waitingOn: given.party, reason: given.text(255) }),
  run: (session, { step, waitingOn, reason, ...change }) =>
    changeApplication(session, {
      ...change,
      events: (application) => [
        { kind: 'contact.made', step: stepOf(session, application, step).key, waitingOn, reason },
      ],
    }),
});
