import { describe, expect, it } from 'vitest';
import { readProcess } from '../application/process-versions.js';
import type { HiringEvent, ProcessVersion } from '../engine/index.js';
import { valuesNamed } from '../staff/choices.js';
import { resultEvent } from '../staff/record-result.js';
import { readProcessTemplates } from '../templates/load-templates.js';
import { compareVersions, moveObstacle } from './compare-versions.js';
import { changedStep } from './draft-and-publish.js';

const templates = await readProcessTemplates();
const version = templates.find((each) => each.key === 'marrenfell-field-officer') as ProcessVersion;
const process = readProcess(JSON.stringify(version));
const step = (key: string) => {
  const found = process.steps.find((each) => each.key === key);
  if (found === undefined) throw new Error(`No step ${key}`);
  return found;
};

describe('moving between versions', () => {
  const at = Date.parse('2026-01-05T09:00:00Z');
  const log: HiringEvent[] = [
    { id: '1', kind: 'application.started', effectiveAt: at, recordedAt: at, author: '' },
    { id: '2', kind: 'application.submitted', effectiveAt: at, recordedAt: at, author: '' },
    {
      id: '3',
      kind: 'stage.completed',
      step: 'qualification',
      outcome: 'qualified',
      effectiveAt: at,
      recordedAt: at,
      author: '',
    },
  ];
  const application = { id: 'a', name: 'Nia', log };

  it('changes nothing when the steps stand as they did', () => {
    expect(compareVersions(process, process, [application], at)).toEqual({ unchanged: 1, changes: [] });
  });

  it('counts the people whose steps would stand otherwise', () => {
    const steps = version.steps.map((each) =>
      each.key === 'fitness' ? { ...each, prerequisites: [{ step: 'qualification' }] } : each,
    );
    const parallel = readProcess(JSON.stringify({ ...version, steps }));
    expect(compareVersions(process, parallel, [application], at)).toEqual({
      unchanged: 0,
      changes: [{ step: 'fitness', from: 'not_open', to: 'open', people: 1 }],
    });
  });

  it('finds what the other version has no place for', () => {
    const without = version.steps.filter((each) => each.key !== 'qualification');
    expect(
      moveObstacle(readProcess(JSON.stringify({ ...version, steps: without.map(unlinked) })), log),
    ).toEqual({
      step: 'qualification',
      outcome: 'qualified',
    });
    expect(moveObstacle(process, log)).toBeUndefined();
  });

  const unlinked = (each: ProcessVersion['steps'][number]) => ({
    ...each,
    prerequisites: each.prerequisites.filter((link) => link.step !== 'qualification'),
  });
});

describe('changing a draft', () => {
  it('changes only what is named, and takes a rule away with null', () => {
    const exam = version.steps.find((each) => each.key === 'exam');
    if (exam === undefined) throw new Error('No exam');
    expect(changedStep(exam, undefined)).toBe(exam);
    expect(changedStep(exam, { targetDays: 10 })).toEqual({ ...exam, targetDays: 10 });
    expect(changedStep(exam, { validityMonths: null })).not.toHaveProperty('validity');
    expect(changedStep(exam, { attempts: 5 }).retake).toEqual({ ...exam.retake, attempts: 5 });
  });
});

describe('results', () => {
  it('are recorded by the events their kind of step has for them', () => {
    expect(resultEvent(step('exam'), 'passed')).toEqual({
      kind: 'stage.completed',
      step: 'exam',
      outcome: 'passed',
    });
    expect(resultEvent(step('background'), 'favourable')).toMatchObject({ kind: 'investigation.closed' });
    expect(resultEvent(step('conditional_offer'), 'declined')).toEqual({
      kind: 'offer.declined',
      step: 'conditional_offer',
    });
    expect(resultEvent(step('academy'), 'left')).toEqual({ kind: 'academy.left', step: 'academy' });
  });

  it('offer the values a gate asks for', () => {
    expect(valuesNamed('driving_licence = "suspended"', 'driving_licence')).toEqual(['suspended']);
    expect(valuesNamed('NOT(disqualifying_admission)', 'disqualifying_admission')).toEqual([true]);
  });
});
