import type { Facts } from './events.js';
import { ancestorsOf, type Edges, topologicalOrder } from './graph.js';
import type { Outcome, ProcessVersion, Step } from './process.js';

/** Value of a formula over the facts of an application. Must depend on nothing else, the time included. */
export type Evaluate = (formula: string, facts: Facts) => boolean;

/** A step another rests on, or that rests on it: its index, and the condition under which it does (-1: always). */
export interface Link {
  readonly index: number;
  readonly condition: number;
}

/** A step with its keys resolved to indexes into the process. */
export interface ProcessStep extends Omit<Step, 'phase' | 'prerequisites' | 'outcomes'> {
  readonly phase: number;
  readonly condition: number;
  readonly prerequisites: readonly Link[];
  /** The steps that rest on this one. */
  readonly dependents: readonly Link[];
  readonly outcomes: ReadonlyMap<string, Outcome>;
  /** Rests, directly or not, on entry on duty. */
  readonly isAfterEntry: boolean;
}

/** A process version made ready for folding. Compile once, fold many logs. */
export interface Process {
  readonly version: ProcessVersion;
  readonly evaluate: Evaluate;
  readonly steps: readonly ProcessStep[];
  readonly indexOf: ReadonlyMap<string, number>;
  /** Indexes of the steps, each after all it rests on. */
  readonly order: readonly number[];
  readonly conditions: readonly string[];
  /** Values of the conditions while no fact is known. */
  readonly unknowing: readonly boolean[];
}

/** Prepares a version that `checkProcess` finds nothing wrong with. `evaluate` gives the value of its formulas. */
export function compileProcess(version: ProcessVersion, evaluate: Evaluate): Process {
  const indexOf = new Map(version.steps.map((step, index) => [step.key, index]));
  const edges: Edges = new Map(
    version.steps.map((step) => [step.key, step.prerequisites.map((each) => each.step)]),
  );
  const conditions = [...new Set(version.steps.flatMap(formulasOf))];
  const conditionOf = (formula: string | undefined) =>
    formula === undefined ? -1 : conditions.indexOf(formula);
  const indexAt = (key: string) => {
    const index = indexOf.get(key);
    if (index === undefined) throw new Error(`Process ${version.key} has no step ${key}`);
    return index;
  };
  const linksTo = (key: string): Link[] =>
    version.steps.flatMap((step, index) =>
      step.prerequisites
        .filter((each) => each.step === key)
        .map((each) => ({ index, condition: conditionOf(each.when) })),
    );
  const entries = version.steps.filter((step) => step.kind === 'entry_on_duty').map((step) => step.key);
  const steps = version.steps.map((step): ProcessStep => {
    const ancestors = ancestorsOf(edges, step.key);
    return {
      ...step,
      phase: version.phases.findIndex((phase) => phase.key === step.phase),
      condition: conditionOf(step.when),
      prerequisites: step.prerequisites.map((each) => ({
        index: indexAt(each.step),
        condition: conditionOf(each.when),
      })),
      dependents: linksTo(step.key),
      outcomes: new Map(step.outcomes.map((outcome) => [outcome.key, outcome])),
      isAfterEntry: entries.some((entry) => ancestors.has(entry)),
    };
  });
  return {
    version,
    evaluate,
    steps,
    indexOf,
    order: topologicalOrder(edges).map(indexAt),
    conditions,
    unknowing: conditions.map((formula) => evaluate(formula, {})),
  };
}

function formulasOf(step: Step): string[] {
  return [step.when, ...step.prerequisites.map((each) => each.when)].filter((each) => each !== undefined);
}
