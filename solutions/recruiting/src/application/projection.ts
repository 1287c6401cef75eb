import type { FieldValues } from '@muster/records';
import type {
  ApplicationState,
  HiringEvent,
  Instant,
  Process,
  ProcessStep,
  StepState,
} from '../engine/index.js';
import { optionalInstantText } from './instants.js';
import { type Seal, sealOf } from './sealing.js';
import { type StepPast, stepPasts } from './step-spells.js';

/** What lists, boards and figures read instead of folding every log: always equal to the fold. */
export interface Projection {
  readonly application: FieldValues;
  /** One row for each step that was ever reached, by its key. */
  readonly steps: ReadonlyMap<string, FieldValues>;
}

const DAY = 86_400_000;

/** The stored form of where an application stands at `now`. */
export function project(
  process: Process,
  log: readonly HiringEvent[],
  state: ApplicationState,
  now: Instant,
): Projection {
  const pasts = stepPasts(process, log, state, now);
  const steps = new Map<string, FieldValues>();
  for (const [index, step] of process.steps.entries()) {
    const stepState = state.steps[index];
    const past = pasts[index];
    if (stepState === undefined || past === undefined || !isReached(stepState, past)) continue;
    steps.set(step.key, stepValues(process, step, index, stepState, past));
  }
  return { application: applicationValues(process, log, state), steps };
}

/** Steps nobody has come to yet, and those that do not apply, have no row. */
function isReached(state: StepState, past: StepPast): boolean {
  if (state.state === 'skipped') return false;
  return state.state !== 'not_open' || past.spell !== undefined || past.passedAt !== undefined;
}

function stepValues(
  process: Process,
  step: ProcessStep,
  index: number,
  state: StepState,
  past: StepPast,
): FieldValues {
  const seal = sealOf(step);
  const outcomeUnder = (wanted: Seal | undefined) => (seal === wanted ? (state.outcome ?? null) : null);
  const { spell } = past;
  return {
    Step__c: step.key,
    Label__c: step.label.en,
    Phase__c: process.version.phases[step.phase]?.key ?? null,
    Position__c: index + 1,
    State__c: seal !== undefined && state.state === 'failed' ? 'done' : state.state,
    Is_Open__c: state.isOpen,
    Attempt__c: state.attempt,
    Since__c: optionalInstantText(state.since),
    Due__c: optionalInstantText(state.isOpen ? state.dueAt : undefined),
    Expires__c: optionalInstantText(state.expiresAt),
    Next_Attempt_At__c: optionalInstantText(seal === undefined ? state.nextAttemptAt : undefined),
    Scheduled_At__c: optionalInstantText(state.appointment?.startsAt),
    Place__c: state.appointment?.place ?? null,
    Waiting_On__c: state.waitingOn ?? null,
    Role__c: process.version.roles.find((role) => role.key === step.role)?.label.en ?? null,
    Outcome__c: outcomeUnder(undefined),
    Medical_Outcome__c: outcomeUnder('medical'),
    Background_Outcome__c: outcomeUnder('background'),
    Sealed__c: seal !== undefined,
    Opened_At__c: optionalInstantText(spell?.openedAt),
    Ended_At__c: optionalInstantText(spell?.endedAt),
    Ending__c: spell?.ending ?? null,
    Days__c: spell?.endedAt === undefined ? null : wholeDays(spell.openedAt, spell.endedAt),
    Attended_At__c: optionalInstantText(past.attendedAt),
    Passed_At__c: optionalInstantText(past.passedAt),
  };
}

function applicationValues(
  process: Process,
  log: readonly HiringEvent[],
  state: ApplicationState,
): FieldValues {
  const { closing } = state;
  const isSealed = closing !== undefined && isSealedDisposition(process, state);
  const dueTimes = state.steps.filter((step) => step.isOpen).flatMap((step) => step.dueAt ?? []);
  return {
    Status__c: state.status,
    Phase__c: state.phase,
    Open_Steps__c: state.openSteps,
    Waiting_On__c: state.waitingOn ?? null,
    Waiting_Since__c: optionalInstantText(state.waitingSince),
    Waiting_Step__c: state.waitingStep ?? null,
    Next_Expiry__c: optionalInstantText(state.nextExpiryAt),
    Next_Due__c: optionalInstantText(dueTimes.length > 0 ? Math.min(...dueTimes) : undefined),
    Next_Change_At__c: optionalInstantText(roundUp(state.nextChangeAt)),
    Started_At__c: optionalInstantText(state.startedAt),
    Submitted_At__c: optionalInstantText(state.submittedAt),
    Closed_At__c: optionalInstantText(closing?.at),
    On_Duty_On__c: state.onDutyAt === undefined ? null : new Date(state.onDutyAt).toISOString().slice(0, 10),
    Disposition__c: isSealed ? null : (closing?.disposition ?? null),
    Sealed_Disposition__c: isSealed ? (closing?.disposition ?? null) : null,
    At_Gate_Since__c: optionalInstantText(state.adjudication?.since),
    Review_Since__c: optionalInstantText(state.review?.since),
    On_Hold_Since__c: optionalInstantText(onHoldSince(state)),
    Reapply_At__c: optionalInstantText(closing?.reapplyAt),
    Event_Count__c: log.length,
  };
}

/** Since when the application, or the first of its steps, has been on hold. */
function onHoldSince({ hold, steps }: ApplicationState): Instant | undefined {
  const starts = [hold, ...steps.map((step) => step.hold)].flatMap((each) => each?.since ?? []);
  return starts.length > 0 ? Math.min(...starts) : undefined;
}

/** Whether why the application ended tells the outcome of a sealed step. */
export function isSealedDisposition(process: Process, state: ApplicationState): boolean {
  const disposition = state.closing?.disposition;
  if (disposition === undefined) return false;
  return process.steps.some((step, index) => {
    if (sealOf(step) === undefined || state.steps[index]?.state !== 'failed') return false;
    const outcome = step.outcomes.get(state.steps[index]?.outcome ?? '');
    return outcome?.disposition === disposition || step.retake?.disposition === disposition;
  });
}

const wholeDays = (from: Instant, to: Instant): number => Math.max(0, Math.floor((to - from) / DAY));

/** Never before the change itself, though records keep whole seconds. */
const roundUp = (at: Instant | undefined): Instant | undefined =>
  at === undefined ? undefined : Math.ceil(at / 1000) * 1000;
