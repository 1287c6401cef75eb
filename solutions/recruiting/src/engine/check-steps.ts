import { eventRules } from './event-rules.js';
import {
  fixedOutcomes,
  isOffer,
  lapsedOutcome,
  type ProcessVersion,
  type Step,
  type StepKind,
} from './process.js';
import type { Report } from './process-problem.js';

/** Steps the law allows only after a conditional offer: medical inquiries (Americans with Disabilities Act). */
const medicalKinds: readonly StepKind[] = ['medical', 'psychological'];

/** Reports what contradicts itself within one step: its outcomes and its rules. */
export function checkStep(step: Step, report: Report): void {
  checkOutcomes(step, report);
  checkRules(step, report);
}

function checkOutcomes(step: Step, report: Report): void {
  const at = `steps.${step.key}.outcomes`;
  if (!step.outcomes.some((outcome) => outcome.passes)) {
    report('no_passing_outcome', at, `${step.label.en} has no outcome that passes`);
  }
  for (const [key, passes] of Object.entries(fixedOutcomes[step.kind] ?? {})) {
    const found = step.outcomes.find((outcome) => outcome.key === key);
    if (found?.passes !== passes) {
      report(
        'missing_outcome',
        at,
        `A step of kind ${step.kind} needs an outcome ${key} that ${passes ? 'passes' : 'does not pass'}`,
      );
    }
  }
  for (const outcome of step.outcomes) {
    const where = `${at}.${outcome.key}`;
    if (outcome.disposition !== undefined && (outcome.passes || outcome.startsAdjudication)) {
      report(
        'outcome_conflict',
        where,
        'An outcome that ends the application can neither pass nor start an adjudication',
      );
    }
    const isOver = outcome.disposition !== undefined || outcome.startsAdjudication || step.retake;
    const mayLapse = isOffer(step.kind) && outcome.key === lapsedOutcome;
    if (!outcome.passes && !isOver && !mayLapse) {
      report(
        'dead_end_outcome',
        where,
        'After this outcome nothing can follow: it needs a disposition, an adjudication or a re-take rule',
      );
    }
  }
}

function checkRules(step: Step, report: Report): void {
  const at = `steps.${step.key}`;
  if (step.retake) {
    if (step.retake.attempts < 2) {
      report('impossible_retake', `${at}.retake`, 'A re-take rule needs at least two attempts');
    }
    const canRepeat = (outcome: Step['outcomes'][number]) =>
      !outcome.passes && outcome.disposition === undefined;
    if (!step.outcomes.some(canRepeat)) {
      report(
        'impossible_retake',
        `${at}.retake`,
        'No outcome leads to a re-take: each passes or ends the application',
      );
    }
  }
  if (isOffer(step.kind) !== (step.answerDays !== undefined)) {
    const message = isOffer(step.kind) ? 'An offer needs the days to answer it' : 'Only an offer is answered';
    report('bad_answer_period', `${at}.answerDays`, message);
  }
  if (step.validity && (isOffer(step.kind) || step.kind === 'interest' || step.kind === 'entry_on_duty')) {
    report('bad_validity', `${at}.validity`, `The result of a step of kind ${step.kind} does not expire`);
  }
  if (step.waivable && !eventRules['stage.waived'].on?.includes(step.kind)) {
    report('bad_waiver', `${at}.waivable`, `A step of kind ${step.kind} can never be waived`);
  }
  if (medicalKinds.includes(step.kind) && step.afterConditionalOffer !== true) {
    report(
      'before_conditional_offer',
      at,
      `${step.label.en} is a medical inquiry, so it must be marked afterConditionalOffer`,
    );
  }
}

/** Reports gates that stop nothing, or steps not worth stopping. */
export function checkGates(version: ProcessVersion, report: Report): void {
  for (const gate of version.gates) {
    const at = `gates.${gate.key}.stops`;
    if (gate.stops.length === 0) report('gate_stops_nothing', at, `${gate.label.en} stops no step`);
    for (const key of gate.stops) {
      const step = version.steps.find((each) => each.key === key);
      if (step && !step.costly) report('not_costly', at, `${step.label.en} is not marked costly`);
    }
  }
}
