import { assertNever } from '@muster/kernel';
import { isoDay } from './calendar.js';
import type { ProcessStep } from './compile-process.js';
import { type EventProblem, eventProblem } from './event-problem.js';
import type { Blocker, StepState } from './state.js';

/** The refusal of an event on a step that a blocker keeps shut. */
export function blockerProblem(step: ProcessStep, state: StepState, blocker: Blocker): EventProblem {
  const name = step.label.en;
  const values = { step: step.key };
  switch (blocker.kind) {
    case 'not_submitted':
      return eventProblem(
        'not_submitted',
        'step',
        `${name} is not open: the application has not been submitted`,
        values,
      );
    case 'prerequisite': {
      const message = `${name} is not open: it rests on ${blocker.step}, which is ${blocker.state.replace('_', ' ')}`;
      return eventProblem('prerequisite', 'step', message, {
        ...values,
        prerequisite: blocker.step,
        state: blocker.state,
      });
    }
    case 'conditional_offer':
      return eventProblem(
        'before_conditional_offer',
        'step',
        `${name} may only follow an accepted conditional offer`,
        values,
      );
    case 'retake_wait': {
      const message = `${name} may be taken again from ${isoDay(blocker.until)}`;
      return eventProblem('retake_wait', 'effectiveAt', message, { ...values, until: blocker.until });
    }
    case 'attempts_spent': {
      const message = `${name} has been taken ${state.attempt} times, and no attempt is left`;
      return eventProblem('attempts_spent', 'step', message, { ...values, attempts: state.attempt });
    }
    case 'gate':
      return eventProblem('step_held', 'step', `${name} is stopped by the gate ${blocker.gate}`, {
        ...values,
        gate: blocker.gate,
      });
    case 'adjudication':
      return eventProblem('step_held', 'step', `${name} is stopped until the adjudication is over`, values);
    case 'hold':
      return eventProblem('step_held', 'step', `${name} is on hold`, values);
    case 'ended':
      return eventProblem(
        'application_ended',
        'step',
        `${name} is not open: the application is ${blocker.status.replace('_', ' ')}`,
        {
          ...values,
          status: blocker.status,
        },
      );
    default:
      return assertNever(blocker);
  }
}
