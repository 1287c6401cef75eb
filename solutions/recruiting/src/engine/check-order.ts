import { ancestorsOf, type Edges, findCycle } from './graph.js';
import type { ProcessVersion, StepKind } from './process.js';
import type { Report } from './process-problem.js';

const afterEntryKinds: readonly StepKind[] = ['academy', 'field_training', 'probation'];

/** Reports what is wrong with the order of steps: cycles, phases, the law, and what comes before and after entry. */
export function checkOrder(version: ProcessVersion, report: Report): void {
  const edges: Edges = new Map(
    version.steps.map((step) => [step.key, step.prerequisites.map((prerequisite) => prerequisite.step)]),
  );
  const cycle = findCycle(edges);
  if (cycle) {
    report('cycle', `steps.${cycle[0]}`, `Steps wait for each other: ${cycle.join(' → ')}`);
    return;
  }
  checkPhases(version, report);
  checkLegalOrder(version, report);
  checkEntry(version, edges, report);
}

function checkPhases(version: ProcessVersion, report: Report): void {
  const order = new Map(version.phases.map((phase, index) => [phase.key, index]));
  const phaseOf = new Map(version.steps.map((step) => [step.key, order.get(step.phase) ?? 0]));
  for (const phase of version.phases) {
    if (!version.steps.some((step) => step.phase === phase.key)) {
      report('empty_phase', `phases.${phase.key}`, `${phase.label.en} has no step`);
    }
  }
  for (const step of version.steps) {
    for (const { step: key } of step.prerequisites) {
      if ((phaseOf.get(key) ?? 0) > (phaseOf.get(step.key) ?? 0)) {
        report(
          'phase_order',
          `steps.${step.key}.prerequisites`,
          `${key} is in a later phase than ${step.key}`,
        );
      }
    }
  }
}

/** A step after the conditional offer must rest on one whatever the facts are, so only plain prerequisites count. */
function checkLegalOrder(version: ProcessVersion, report: Report): void {
  const always: Edges = new Map(
    version.steps.map((step) => [
      step.key,
      step.prerequisites.filter((each) => each.when === undefined).map((each) => each.step),
    ]),
  );
  const offers = version.steps.filter((step) => step.kind === 'conditional_offer' && step.when === undefined);
  for (const step of version.steps.filter((each) => each.afterConditionalOffer)) {
    const ancestors = ancestorsOf(always, step.key);
    if (!offers.some((offer) => ancestors.has(offer.key))) {
      report(
        'before_conditional_offer',
        `steps.${step.key}.prerequisites`,
        `${step.label.en} must rest on a conditional offer`,
      );
    }
  }
}

function checkEntry(version: ProcessVersion, edges: Edges, report: Report): void {
  const entries = version.steps.filter((step) => step.kind === 'entry_on_duty');
  const [entry] = entries;
  if (!entry || entries.length > 1 || entry.when !== undefined) {
    report(
      'no_final_step',
      'steps',
      `A process needs exactly one step of kind entry_on_duty, which always applies; found ${entries.length}`,
    );
    return;
  }
  const before = ancestorsOf(edges, entry.key);
  for (const step of version.steps) {
    if (step === entry) continue;
    const isAfter = ancestorsOf(edges, step.key).has(entry.key);
    const at = `steps.${step.key}`;
    if (isAfter !== afterEntryKinds.includes(step.kind)) {
      report(
        'wrong_side_of_entry',
        at,
        `${step.label.en} must come ${isAfter ? 'before' : 'after'} ${entry.label.en}`,
      );
    } else if (!isAfter && !before.has(step.key)) {
      report(
        'leads_nowhere',
        at,
        `${entry.label.en} does not rest on ${step.label.en}, so it would never have to be passed`,
      );
    }
  }
}
