import { defineOperation } from '@muster/records';
import { z } from 'zod';
import type { NewEvent } from '../application/append-events.js';
import type { EventKind, ProcessStep } from '../engine/index.js';
import { given, staffChange } from '../input-shapes.js';
import { changeApplication, effectiveInstant, requireRight, stepOf } from './change-application.js';
import { mayRecord } from './reader.js';

/** POST record-result */
export const recordResult = defineOperation({
  name: 'record-result',
  method: 'POST',
  purpose: 'hiring',
  permission: 'View_Applications',
  input: z.object({
    ...staffChange,
    step: given.text(40),
    outcome: given.text(80),
    effectiveAt: z.union([given.day, z.iso.datetime({ offset: true })]).optional(),
    reason: z.string().trim().max(255).optional(),
  }),
  run: (session, { step: key, outcome, effectiveAt, reason, ...change }) =>
    changeApplication(session, {
      ...change,
      events: (application) => {
        const step = stepOf(session, application, key);
        requireRight(session, mayRecord(session, step));
        const at = effectiveInstant(session, effectiveAt);
        return [{ ...resultEvent(step, outcome), effectiveAt: at, ...(reason && { reason }) }];
      },
    }),
});

/** The event that records a result of a step: some kinds of step have names of their own for theirs. */
export function resultEvent(step: ProcessStep, outcome: string): NewEvent {
  const own: Partial<Record<ProcessStep['kind'], EventKind>> = {
    background: 'investigation.closed',
    conditional_offer: outcome === 'accepted' ? 'offer.accepted' : 'offer.declined',
    final_offer: outcome === 'accepted' ? 'offer.accepted' : 'offer.declined',
    academy: outcome === 'graduated' ? 'academy.graduated' : 'academy.left',
  };
  const kind = own[step.kind] ?? 'stage.completed';
  const isChosen = kind === 'stage.completed' || kind === 'investigation.closed';
  return { kind, step: step.key, ...(isChosen && { outcome }) };
}
