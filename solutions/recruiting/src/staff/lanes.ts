import type { Session } from '@muster/records';
import type { Application } from '../application/load-application.js';
import { sealOf } from '../application/sealing.js';
import type { ApplicationView, StepLane } from '../contract/index.js';
import type { NextEvent, ProcessStep, StepState } from '../engine/index.js';
import { annulledIds } from '../engine/index.js';
import type { Words } from '../messages/words.js';
import { blockerTexts } from './blocker-text.js';
import { reasonShown } from './history.js';
import { holdView } from './hold-view.js';
import { mayRecord, type Reader, seesDetail, seesOutcome } from './reader.js';

/** The steps of an application by phase; those that do not apply are left out. */
export function lanesOf(
  session: Session,
  application: Application,
  legal: readonly NextEvent[],
  reader: Reader,
  names: ReadonlyMap<string, string>,
  words: Words,
): ApplicationView['lanes'] {
  const { process, state } = application;
  return process.version.phases.flatMap((phase, phaseIndex) => {
    const steps = process.steps.flatMap((step, index) => {
      const stepState = state.steps[index];
      if (step.phase !== phaseIndex || stepState === undefined || stepState.state === 'skipped') return [];
      const outcomes = mayRecord(session, step) ? recordable(step, legal, words) : [];
      const lane = stepLane(application, step, stepState, outcomes, reader, words);
      const waiver = stepState.state === 'waived' ? waiverOf(application, step, reader, names, words) : null;
      return [{ ...lane, waiver }];
    });
    return steps.length === 0 ? [] : [{ phase: phase.key, label: words.label(phase.label), steps }];
  });
}

function stepLane(
  { process }: Application,
  step: ProcessStep,
  state: StepState,
  outcomes: StepLane['outcomes'],
  reader: Reader,
  words: Words,
): Omit<StepLane, 'waiver'> {
  const isOpenToReader = seesOutcome(reader, step);
  const outcome = step.outcomes.get(state.outcome ?? '');
  const role = process.version.roles.find((each) => each.key === step.role);
  return {
    step: step.key,
    label: words.label(step.label),
    state: stateShown(state, isOpenToReader),
    outcome: outcome === undefined || !isOpenToReader ? null : words.label(outcome.label),
    attempt: state.attempt,
    since: iso(state.since),
    dueAt: iso(state.dueAt),
    expiresAt: iso(state.expiresAt),
    waitingOn: state.waitingOn ?? null,
    role: role === undefined ? '' : words.label(role.label),
    blockedBy: blockerTexts(
      process,
      state.blockedBy.filter((blocker) => blocker.kind !== 'ended'),
      words,
    ),
    nextAttemptAt: isOpenToReader ? iso(state.nextAttemptAt) : null,
    sealed: sealOf(step) !== undefined,
    outcomes,
    attemptsAllowed: step.retake?.attempts ?? null,
    hold: state.hold === undefined ? null : holdView(state.hold, seesDetail(reader, step)),
  };
}

/** Who did without a step, when and why. */
function waiverOf(
  application: Application,
  step: ProcessStep,
  reader: Reader,
  names: ReadonlyMap<string, string>,
  words: Words,
): StepLane['waiver'] {
  const annulled = annulledIds(application.log, Number.POSITIVE_INFINITY);
  const event = application.log.find(
    (each) => each.kind === 'stage.waived' && each.step === step.key && !annulled?.has(each.id),
  );
  if (event === undefined) return null;
  return {
    by: names.get(event.author) ?? words.say('by.unknown'),
    at: new Date(event.effectiveAt).toISOString(),
    reason: reasonShown(application, event, reader, words),
  };
}

/** A sealed result that was not passed looks like any other to those who may not know it. */
function stateShown(state: StepState, isOpenToReader: boolean): StepLane['state'] {
  if (state.state === 'skipped') return 'waived';
  return state.state === 'failed' && !isOpenToReader ? 'done' : state.state;
}

/** Results that may be recorded on a step now. */
function recordable(step: ProcessStep, legal: readonly NextEvent[], words: Words): StepLane['outcomes'] {
  const isPossible = legal.some((next) => next.step === step.key && isResult(next.kind));
  if (!isPossible || step.kind === 'entry_on_duty') return [];
  return [...step.outcomes.values()]
    .filter((outcome) => outcome.key !== 'lapsed')
    .map((outcome) => ({ value: outcome.key, label: words.label(outcome.label), passes: outcome.passes }));
}

/** Kinds of event that are a result of a step, recorded by staff. */
export function isResult(kind: NextEvent['kind']): boolean {
  return [
    'stage.completed',
    'investigation.closed',
    'academy.graduated',
    'academy.left',
    'offer.accepted',
    'offer.declined',
  ].includes(kind);
}

const iso = (at: number | undefined): string | null => (at === undefined ? null : new Date(at).toISOString());
