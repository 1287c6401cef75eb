import { MusterError, MusterErrors } from '@muster/kernel';
import { checkOrder } from './check-order.js';
import { checkGates, checkStep } from './check-steps.js';
import type { ProcessVersion } from './process.js';
import type { ProcessProblem, Report } from './process-problem.js';
import { checkProcessShape } from './process-shape.js';

/** Says what is wrong with the text of a formula, or undefined. */
export type CheckFormula = (formula: string) => string | undefined;

/** Everything that keeps a value read from JSON from being published as a process version; empty when nothing does. */
export function checkProcess(value: unknown, checkFormula?: CheckFormula): readonly ProcessProblem[] {
  const shape = checkProcessShape(value);
  if (shape.length > 0) return shape;
  const version = value as ProcessVersion;
  const problems: ProcessProblem[] = [];
  const report: Report = (code, at, message) => problems.push({ code, at, message, values: {} });
  checkKeys(version, report);
  for (const step of version.steps) checkStep(step, report);
  checkGates(version, report);
  if (checkFormula) checkFormulas(version, checkFormula, report);
  if (problems.length === 0) checkOrder(version, report);
  return problems;
}

/** A process version from parsed JSON. Throws MusterErrors with every problem found. */
export function parseProcess(value: unknown, checkFormula?: CheckFormula): ProcessVersion {
  const problems = checkProcess(value, checkFormula);
  if (problems.length > 0) {
    throw new MusterErrors(
      problems.map(
        ({ at, code, message }) =>
          new MusterError('FIELD_INTEGRITY_EXCEPTION', at === '' ? message : `${at}: ${message}`, {
            data: { code, at },
          }),
      ),
    );
  }
  return value as ProcessVersion;
}

function checkKeys(version: ProcessVersion, report: Report): void {
  const keys = (entries: readonly { readonly key: string }[], at: string) => {
    const seen = new Set<string>();
    for (const { key } of entries) {
      if (seen.has(key)) report('duplicate_key', `${at}.${key}`, `There are two of ${key}`);
      seen.add(key);
    }
    return seen;
  };
  const phases = keys(version.phases, 'phases');
  const roles = keys(version.roles, 'roles');
  const steps = keys(version.steps, 'steps');
  const dispositions = keys(version.dispositions, 'dispositions');
  keys(version.gates, 'gates');
  const known = (set: ReadonlySet<string>, key: string | undefined, at: string, what: string) => {
    if (key !== undefined && !set.has(key)) report('unknown_key', at, `There is no ${what} ${key}`);
  };
  for (const step of version.steps) {
    const at = `steps.${step.key}`;
    keys(step.outcomes, `${at}.outcomes`);
    known(phases, step.phase, `${at}.phase`, 'phase');
    known(roles, step.role, `${at}.role`, 'role');
    known(dispositions, step.retake?.disposition, `${at}.retake.disposition`, 'disposition');
    for (const { step: key } of step.prerequisites) known(steps, key, `${at}.prerequisites`, 'step');
    for (const { key, disposition } of step.outcomes) {
      known(dispositions, disposition, `${at}.outcomes.${key}`, 'disposition');
    }
  }
  for (const gate of version.gates) {
    for (const key of gate.stops) known(steps, key, `gates.${gate.key}.stops`, 'step');
  }
}

function checkFormulas(version: ProcessVersion, checkFormula: CheckFormula, report: Report): void {
  const check = (formula: string | undefined, at: string) => {
    const problem = formula === undefined ? undefined : checkFormula(formula);
    if (problem !== undefined) report('bad_formula', at, problem);
  };
  for (const step of version.steps) {
    check(step.when, `steps.${step.key}.when`);
    for (const { step: key, when } of step.prerequisites)
      check(when, `steps.${step.key}.prerequisites.${key}`);
  }
  for (const gate of version.gates) check(gate.when, `gates.${gate.key}.when`);
}
