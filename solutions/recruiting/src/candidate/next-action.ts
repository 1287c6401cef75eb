import type { Application } from '../application/load-application.js';
import type { MyApplication } from '../contract/index.js';
import type { StepState } from '../engine/index.js';
import type { Words } from '../messages/words.js';

type Action = MyApplication['action'];

/** The one thing a candidate has to do now, or null when there is none. */
export function nextAction(
  application: Application,
  posting: { readonly isOpen: boolean; readonly closesAt: string | null },
  words: Words,
): Action {
  const { state, now } = application;
  if (state.status === 'draft') {
    if (!posting.isOpen) return null;
    return { kind: 'continue', label: words.say('action.continue'), by: posting.closesAt, step: null };
  }
  if (state.status === 'closed' || state.status === 'withdrawn') {
    const mayReapply = posting.isOpen && (state.closing?.reapplyAt ?? 0) <= now;
    return mayReapply ? { kind: 'reapply', label: words.say('action.reapply'), by: null, step: null } : null;
  }
  if (state.status === 'on_duty') return null;
  return offerAction(application, words) ?? stepAction(application, words);
}

/** An offer that waits for an answer. */
export function openOffer({ process, state }: Application): StepState | undefined {
  return state.steps.find((step, index) => {
    const kind = process.steps[index]?.kind;
    const isOffer = kind === 'conditional_offer' || kind === 'final_offer';
    return isOffer && step.isOpen && step.state !== 'expired' && step.expiresAt !== undefined;
  });
}

function offerAction(application: Application, words: Words): Action {
  const offer = openOffer(application);
  if (offer?.expiresAt === undefined) return null;
  return {
    kind: 'answer_offer',
    label: words.say('action.answer_offer'),
    by: new Date(offer.expiresAt).toISOString(),
    step: offer.step,
  };
}

/** The step that waits on the candidate and is due first; one with an appointment only has to be kept. */
function stepAction({ process, state }: Application, words: Words): Action {
  const [first] = state.steps
    .filter((step) => step.isOpen && step.waitingOn === 'candidate' && step.appointment === undefined)
    .sort((a, b) => (a.dueAt ?? Number.POSITIVE_INFINITY) - (b.dueAt ?? Number.POSITIVE_INFINITY));
  const definition = process.steps[process.indexOf.get(first?.step ?? '') ?? -1];
  if (first === undefined || definition === undefined) return null;
  return {
    kind: 'complete_step',
    label: words.say('action.complete_step', { step: words.label(definition.candidateLabel) }),
    by: first.dueAt === undefined ? null : new Date(first.dueAt).toISOString(),
    step: first.step,
  };
}
