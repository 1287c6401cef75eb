import { defineOperation } from '@muster/records';
import { z } from 'zod';
import { given, staffChange } from '../input-shapes.js';
import { changeApplication, stepOf } from './change-application.js';

/** POST waive-step: does without a step that its process allows to be waived. */
export const waiveStep = defineOperation({
  name: 'waive-step',
  method: 'POST',
  purpose: 'hiring',
  permission: 'Waive_Steps',
  input: z.object({ ...staffChange, step: given.text(40), reason: given.text(255) }),
  run: (session, { step, reason, ...change }) =>
    changeApplication(session, {
      ...change,
      events: (application) => [
        { kind: 'stage.waived', step: stepOf(session, application, step).key, reason },
      ],
    }),
});
