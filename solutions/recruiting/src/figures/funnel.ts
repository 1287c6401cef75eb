import type { Session } from '@muster/records';
import { soql } from '@muster/soql';
import type { Dashboard } from '../contract/index.js';
import type { Label, ProcessVersion, Step } from '../engine/index.js';
import type { Words } from '../messages/words.js';
import { YEAR_MS } from './step-waits.js';

/** What was counted of one step over the applications of the funnel. */
interface StepCount {
  readonly step: string;
  readonly opened: number;
  readonly attended: number;
  readonly passed: number;
}

/** One bar of the funnel: how it is called, and what of which step is counted. */
export interface FunnelStage {
  readonly key: string;
  readonly step: string;
  readonly counts: 'attended' | 'passed' | 'opened';
  readonly name: 'attended' | 'passed' | 'accepted' | 'on_duty' | 'all_passed';
  readonly label: Label;
}

/** The funnel of a year: people who applied in it, and how far they have come by now. */
export async function funnelFigure(
  system: Session,
  version: ProcessVersion,
  now: number,
  words: Words,
): Promise<Dashboard['funnel']> {
  const from = now - YEAR_MS;
  const cohort = soql`Process_Key__c = ${version.key} AND Submitted_At__c >= ${{ dateTime: from }}`;
  const [applied] = await system.rows<{ n: number }>(
    `SELECT COUNT(Id) n FROM ApplicationForm WHERE ${cohort}`,
  );
  const counts = await system.rows<StepCount>(
    soql`SELECT Step__c step, COUNT(Opened_At__c) opened, COUNT(Attended_At__c) attended, COUNT(Passed_At__c) passed
      FROM Application_Step__c WHERE Application__r.Process_Key__c = ${version.key}
      AND Application__r.Submitted_At__c >= ${{ dateTime: from }} GROUP BY Step__c`,
  );
  const byStep = new Map(counts.map((count) => [count.step, count]));
  let previous = applied?.n ?? 0;
  const stages: Dashboard['funnel']['stages'][number][] = [
    { key: 'applied', label: words.say('funnel.applied'), people: previous, ofPrevious: null },
  ];
  for (const stage of funnelStages(version)) {
    const people = byStep.get(stage.step)?.[stage.counts] ?? 0;
    stages.push({
      key: stage.key,
      label: words.say(`funnel.${stage.name}`, { what: words.label(stage.label) }),
      people,
      ofPrevious: previous === 0 ? null : people / previous,
    });
    previous = people;
  }
  return {
    population: words.say('funnel.population', { process: words.label(version.name) }),
    from: new Date(from).toISOString(),
    to: new Date(now).toISOString(),
    stages,
    sentence: funnelSentence(stages, words),
  };
}

/**
 * The stages of a process up to entry on duty. A phase of one step is that step; of several parallel steps all have
 * been passed once the first step of the next phase has opened.
 */
export function funnelStages(version: ProcessVersion): readonly FunnelStage[] {
  const entry = version.steps.findIndex((step) => step.kind === 'entry_on_duty');
  const steps = version.steps.slice(0, entry + 1).filter((step) => step.kind !== 'interest');
  const phases = version.phases
    .map((phase) => ({ phase, steps: steps.filter((step) => step.phase === phase.key) }))
    .filter((each) => each.steps.length > 0);
  return phases.flatMap(({ phase, steps: own }, index) => {
    const next = phases[index + 1]?.steps[0];
    const isParallel = own.length > 1 && !own.some((step) => step.kind === 'entry_on_duty');
    if (isParallel && next !== undefined) {
      return [
        { key: phase.key, step: next.key, counts: 'opened', name: 'all_passed', label: phase.label } as const,
      ];
    }
    return own.flatMap(stepStages);
  });
}

function stepStages(step: Step): readonly FunnelStage[] {
  const passed = { key: step.key, step: step.key, counts: 'passed', label: step.label } as const;
  switch (step.kind) {
    case 'conditional_offer':
    case 'final_offer':
      return [{ ...passed, name: 'accepted' }];
    case 'entry_on_duty':
      return [{ ...passed, name: 'on_duty' }];
    case 'exam':
      return [
        { ...passed, key: `${step.key}.attended`, counts: 'attended', name: 'attended' },
        { ...passed, name: 'passed' },
      ];
    default:
      return [{ ...passed, name: 'passed' }];
  }
}

function funnelSentence(stages: Dashboard['funnel']['stages'], words: Words): string {
  const [first] = stages;
  const last = stages.at(-1);
  if (first === undefined || last === undefined || first.people === 0) return words.say('funnel.none');
  const steepest = [...stages.slice(1)]
    .filter((stage) => stage.ofPrevious !== null)
    .sort((a, b) => (a.ofPrevious ?? 1) - (b.ofPrevious ?? 1))[0];
  return words.say('funnel.sentence', {
    last: words.number(last.people),
    first: words.number(first.people),
    step: steepest?.label ?? '',
    percent: Math.round((steepest?.ofPrevious ?? 0) * 100),
  });
}
