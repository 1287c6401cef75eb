import { defineOperation, type Session } from '@muster/records';
import { soql } from '@muster/soql';
import { z } from 'zod';
import { isoInstant } from '../application/instants.js';
import type { ProcessStepView, ProcessVersionView } from '../contract/index.js';
import type { ProcessVersion, Step } from '../engine/index.js';
import { given } from '../input-shapes.js';
import { type Words, wordsOf } from '../messages/words.js';
import { countRunning } from './list-processes.js';
import { processProblems } from './process-problems.js';

/** GET process-version */
export const processVersion = defineOperation({
  name: 'process-version',
  method: 'GET',
  purpose: 'process-design',
  permission: 'View_Applications',
  input: z.object({ id: given.id }),
  run: (session, { id }) => viewProcessVersion(session, id),
});

interface VersionRow {
  readonly Id: string;
  readonly Number__c: number;
  readonly Status__c: 'Draft' | 'Published' | 'Retired';
  readonly Published_At__c: string | null;
  readonly Definition__c: string;
  readonly Process__r: { readonly Key__c: string };
}

/** One version of a hiring process in words; for a draft, with what keeps it from being published. */
export async function viewProcessVersion(session: Session, id: string): Promise<ProcessVersionView> {
  const words = wordsOf(session);
  const row = await session.row<VersionRow>(
    soql`SELECT Id, Number__c, Status__c, Published_At__c, Definition__c, Process__r.Key__c
      FROM Hiring_Process_Version__c WHERE Id = ${id}`,
  );
  const version = JSON.parse(row.Definition__c) as ProcessVersion;
  return {
    id: row.Id,
    key: row.Process__r.Key__c,
    label: words.label(version.name),
    number: row.Number__c,
    status: row.Status__c,
    publishedAt: isoInstant(row.Published_At__c),
    applications: (await countRunning(session)).get(id) ?? 0,
    phases: version.phases.map((phase) => ({
      phase: phase.key,
      label: words.label(phase.label),
      steps: version.steps
        .filter((step) => step.phase === phase.key)
        .map((step) => stepView(version, step, words)),
    })),
    gates: version.gates.map((gate) => ({
      label: words.label(gate.label),
      fact: gate.fact,
      when: gate.when,
      stops: gate.stops.map((key) => stepName(version, key, words)),
    })),
    reviewDays: version.reviewDays ?? null,
    problems: row.Status__c === 'Draft' ? processProblems(version, words) : [],
  };
}

function stepView(version: ProcessVersion, step: Step, words: Words): ProcessStepView {
  const role = version.roles.find((each) => each.key === step.role);
  return {
    step: step.key,
    label: words.label(step.label),
    actor: step.actor,
    role: role === undefined ? step.role : words.label(role.label),
    prerequisites: step.prerequisites.map(({ step: key }) => ({
      value: key,
      label: stepName(version, key, words),
    })),
    afterConditionalOffer: step.afterConditionalOffer ?? false,
    targetDays: step.targetDays,
    validityMonths: step.validity !== undefined && 'months' in step.validity ? step.validity.months : null,
    attempts: step.retake?.attempts ?? null,
    waitDays: step.retake?.waitDays ?? null,
    cost: step.cost,
    sealed: step.sealed ?? false,
    waivable: step.waivable ?? false,
  };
}

function stepName(version: ProcessVersion, key: string, words: Words): string {
  const step = version.steps.find((each) => each.key === key);
  return step === undefined ? key : words.label(step.label);
}
