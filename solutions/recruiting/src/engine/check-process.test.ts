import { MusterErrors } from '@muster/kernel';
import { describe, expect, test } from 'vitest';
import { checkProcess, parseProcess } from './check-process.js';
import type { ProcessVersion, Step } from './process.js';
import { shippedVersion } from './testing/story.js';

const version = shippedVersion('marrenfell-field-officer');

function withStep(key: string, change: Partial<Step>): ProcessVersion {
  return {
    ...version,
    steps: version.steps.map((step) => (step.key === key ? { ...step, ...change } : step)),
  };
}
const codes = (value: unknown) => checkProcess(value).map((problem) => `${problem.code} ${problem.at}`);
const outcomesOf = (key: string) => version.steps.find((step) => step.key === key)?.outcomes ?? [];

describe('a process is refused', () => {
  test('when steps wait for each other, naming the circle', () => {
    const [problem, ...others] = checkProcess(withStep('exam', { prerequisites: [{ step: 'interview' }] }));
    expect(others).toEqual([]);
    expect(problem).toMatchObject({
      code: 'cycle',
      message: 'Steps wait for each other: exam → interview → fitness → exam',
    });
  });

  test('when it lets an offer or entry on duty be waived', () => {
    expect(codes(withStep('entry_on_duty', { waivable: true }))).toEqual([
      'bad_waiver steps.entry_on_duty.waivable',
    ]);
    expect(codes(withStep('medical', { waivable: true }))).toEqual([]);
  });

  test('when a medical comes before the conditional offer, or would for some facts', () => {
    const early = [{ step: 'interview' }];
    expect(codes(withStep('medical', { prerequisites: early }))).toEqual([
      'before_conditional_offer steps.medical.prerequisites',
    ]);
    const sometimes = [{ step: 'conditional_offer', when: 'is_new' }];
    expect(codes(withStep('psychological', { prerequisites: sometimes }))).toEqual([
      'before_conditional_offer steps.psychological.prerequisites',
    ]);
    expect(codes(withStep('medical', { afterConditionalOffer: false }))).toEqual([
      'before_conditional_offer steps.medical',
    ]);
  });

  test('when a key is unknown or given twice', () => {
    expect(codes(withStep('exam', { phase: 'lunch' }))).toEqual(['unknown_key steps.exam.phase']);
    expect(codes(withStep('exam', { role: 'cook' }))).toEqual(['unknown_key steps.exam.role']);
    expect(codes(withStep('exam', { prerequisites: [{ step: 'juggling' }] }))).toEqual([
      'unknown_key steps.exam.prerequisites',
    ]);
    expect(codes({ ...version, phases: [...version.phases, version.phases[0]] })).toEqual([
      'duplicate_key phases.qualification',
    ]);
  });

  test('when a text is missing in a language, a property is not known or a number makes no sense', () => {
    const label = { en: 'Exam', es: ' ' };
    expect(codes(withStep('exam', { label }))).toEqual(['bad_shape steps.exam.label.es']);
    expect(codes({ ...withStep('exam', {}), colour: 'red' })).toEqual(['bad_shape colour']);
    expect(codes(withStep('exam', { targetDays: 0 }))).toEqual(['bad_shape steps.exam.targetDays']);
    expect(codes(withStep('exam', { stage: 15 }))).toEqual(['bad_shape steps.exam.stage']);
    expect(codes(null)).toEqual(['bad_shape ']);
    expect(codes({})).toContain('bad_shape steps');
  });

  test('when a re-take rule can never be used', () => {
    expect(codes(withStep('exam', { retake: { attempts: 1, waitDays: 30 } }))).toEqual([
      'impossible_retake steps.exam.retake',
    ]);
    expect(
      codes(withStep('background', { retake: { attempts: 2, waitDays: 30 }, outcomes: onlyEnding() })),
    ).toEqual(['impossible_retake steps.background.retake']);
  });

  test('when an outcome leads nowhere, or to two places', () => {
    expect(codes(withStep('interview', { outcomes: strip(outcomesOf('interview')) }))).toEqual([
      'dead_end_outcome steps.interview.outcomes.not_recommended',
    ]);
    const both = outcomesOf('interview').map((outcome) => ({ ...outcome, disposition: 'no_reply' }));
    expect(codes(withStep('interview', { outcomes: both }))).toEqual([
      'outcome_conflict steps.interview.outcomes.recommended',
    ]);
    expect(codes(withStep('interview', { outcomes: outcomesOf('interview').slice(1) }))).toEqual([
      'no_passing_outcome steps.interview.outcomes',
    ]);
    expect(codes(withStep('academy', { outcomes: outcomesOf('academy').slice(0, 1) }))).toEqual([
      'missing_outcome steps.academy.outcomes',
    ]);
  });

  test('when there is no way on duty, or a step that need never be passed', () => {
    const without = version.steps.filter((step) => step.stage < 13);
    const phases = version.phases.filter((phase) => without.some((step) => step.phase === phase.key));
    expect(codes({ ...version, phases, steps: without })).toEqual(['no_final_step steps']);
    const final = version.steps.find((step) => step.key === 'final_offer')?.prerequisites ?? [];
    expect(
      codes(withStep('final_offer', { prerequisites: final.filter((each) => each.step !== 'drug_test') })),
    ).toEqual(['leads_nowhere steps.drug_test']);
    expect(codes(withStep('academy', { prerequisites: [{ step: 'final_offer' }] }))).toEqual([
      'wrong_side_of_entry steps.academy',
      'wrong_side_of_entry steps.field_training',
    ]);
  });

  test('when phases are out of order or empty', () => {
    expect(codes(withStep('exam', { phase: 'fitness' }))).toEqual(['empty_phase phases.exam']);
    expect(codes(withStep('qualification', { phase: 'fitness' }))).toEqual([
      'empty_phase phases.qualification',
      'phase_order steps.exam.prerequisites',
    ]);
  });

  test('when a gate stops nothing, or a step not worth stopping', () => {
    const gates = (stops: string[]) => ({
      ...version,
      gates: version.gates.map((gate) => ({ ...gate, stops })),
    });
    expect(codes(gates([]))).toEqual(['gate_stops_nothing gates.driving-licence.stops']);
    expect(codes(gates(['drug_test']))).toEqual(['not_costly gates.driving-licence.stops']);
  });

  test('when offers have no time for an answer, or other steps have', () => {
    expect(codes(withStep('exam', { answerDays: 3 }))).toEqual(['bad_answer_period steps.exam.answerDays']);
    expect(codes(withStep('final_offer', { validity: { months: 3 } }))).toEqual([
      'bad_validity steps.final_offer.validity',
    ]);
  });

  test('when a formula is, by whoever knows formulas', () => {
    const problems = checkProcess(version, (formula) => `Cannot read ${formula}`);
    expect(problems.map((problem) => problem.at)).toEqual(['gates.driving-licence.when']);
  });

  test('as a list of errors with their places, when it is parsed', () => {
    expect(() => parseProcess(withStep('exam', { phase: 'lunch' }))).toThrow(MusterErrors);
    expect(() => parseProcess(withStep('exam', { phase: 'lunch' }))).toThrow(
      'steps.exam.phase: There is no phase lunch',
    );
  });
});

function strip(outcomes: Step['outcomes']): Step['outcomes'] {
  return outcomes.map(({ key, label, passes }) => ({ key, label, passes }));
}

function onlyEnding(): Step['outcomes'] {
  return outcomesOf('background').filter((outcome) => !outcome.startsAdjudication);
}
