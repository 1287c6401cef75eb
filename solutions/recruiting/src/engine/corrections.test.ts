import { describe, expect, test } from 'vitest';
import { compileInTests, day, shippedVersion, tell, tellUntilOffer } from './testing/story.js';

const process = compileInTests(shippedVersion('marrenfell-field-officer'));

describe('corrections', () => {
  test('taking back a disposition reopens the application exactly as it was', () => {
    const story = tellUntilOffer(process);
    story.add('2026-03-04', 'stage.entered', 'medical', { waitingOn: 'candidate' });
    const before = story.at('2026-03-20');
    const id = story.add('2026-03-10', 'disqualified', undefined, { data: { disposition: 'no_reply' } });
    expect(story.at('2026-03-20')).toMatchObject({ status: 'closed', openSteps: 0, phase: 'after_offer' });
    story.correct('2026-03-15', id);
    expect(story.at('2026-03-20')).toEqual(before);
  });

  test('taking back a withdrawal does too', () => {
    const story = tellUntilOffer(process);
    const before = story.at('2026-03-20');
    const id = story.add('2026-03-10', 'withdrawn', undefined, { reason: 'Another job' });
    expect(story.at('2026-03-20')).toMatchObject({ status: 'withdrawn', waitingOn: undefined });
    story.correct('2026-03-15', id);
    expect(story.at('2026-03-20')).toEqual(before);
  });

  test('correcting a correction restores what it had annulled', () => {
    const story = tellUntilOffer(process);
    const result = story.add('2026-03-10', 'stage.completed', 'medical', { outcome: 'fit' });
    const before = story.at('2026-03-20');
    const first = story.correct('2026-03-12', result);
    expect(story.step('2026-03-20', 'medical').state).toBe('open');
    story.correct('2026-03-13', first);
    expect(story.at('2026-03-20')).toEqual(before);
  });

  test('an event that corrects another takes its place, at its own effective time', () => {
    const story = tellUntilOffer(process);
    const result = story.add('2026-03-10', 'stage.completed', 'medical', { outcome: 'fit' });
    const second = story.add('2026-03-09', 'stage.completed', 'medical', {
      outcome: 'temporarily_unfit',
      corrects: result,
      reason: 'Wrong line, wrong day',
      recordedAt: day('2026-03-12'),
    });
    expect(story.step('2026-03-20', 'medical')).toMatchObject({
      state: 'failed',
      since: day('2026-03-09'),
      attempt: 1,
    });
    story.add('2026-03-08', 'stage.completed', 'medical', {
      outcome: 'fit_with_conditions',
      corrects: second,
      reason: 'Still the wrong line',
      recordedAt: day('2026-03-13'),
    });
    expect(story.step('2026-03-20', 'medical')).toMatchObject({
      state: 'done',
      outcome: 'fit_with_conditions',
      since: day('2026-03-08'),
      attempt: 1,
    });
  });

  test('annulling a replacement brings back what it had replaced', () => {
    const story = tellUntilOffer(process);
    const result = story.add('2026-03-10', 'stage.completed', 'medical', { outcome: 'fit' });
    const before = story.at('2026-03-20');
    const replacement = story.add('2026-03-10', 'stage.completed', 'medical', {
      outcome: 'temporarily_unfit',
      corrects: result,
      reason: 'Wrong line',
      recordedAt: day('2026-03-12'),
    });
    story.correct('2026-03-13', replacement);
    expect(story.at('2026-03-20')).toEqual(before);
  });

  test('a figure can be rebuilt as it was reported', () => {
    const story = tellUntilOffer(process);
    const result = story.add('2026-03-10', 'stage.completed', 'medical', { outcome: 'fit' });
    const reported = story.at('2026-03-11');
    story.correct('2026-03-20', result);
    story.add('2026-03-11', 'stage.completed', 'drug_test', {
      outcome: 'negative',
      recordedAt: day('2026-03-21'),
    });
    expect(story.at('2026-03-11', '2026-03-11')).toEqual(reported);
    expect(story.at('2026-03-11').steps.find((each) => each.step === 'medical')?.state).toBe('open');
    expect(story.at('2026-03-11').steps.find((each) => each.step === 'drug_test')?.state).toBe('done');
  });

  test('a result put right to failed leaves later results standing and blocks what rests on it', () => {
    const story = tell(process);
    story.add('2026-01-06', 'application.submitted');
    story.add('2026-01-12', 'stage.completed', 'qualification', { outcome: 'qualified' });
    const exam = story.add('2026-01-20', 'stage.completed', 'exam', { outcome: 'passed' });
    story.add('2026-02-02', 'stage.completed', 'fitness', { outcome: 'passed' });
    story.add('2026-01-20', 'stage.completed', 'exam', {
      outcome: 'not_passed',
      corrects: exam,
      reason: 'Two sheets were exchanged',
      recordedAt: day('2026-02-10'),
    });
    expect(story.step('2026-02-11', 'exam').state).toBe('failed');
    expect(story.step('2026-02-11', 'fitness').state).toBe('done');
  });

  test('an accepted offer that was never accepted closes the medical, begun or not', () => {
    const story = tellUntilOffer(process);
    story.add('2026-03-04', 'stage.entered', 'medical');
    const accepted = story.log.find((event) => event.kind === 'offer.accepted')?.id ?? '';
    story.correct('2026-03-06', accepted);
    expect(story.step('2026-03-07', 'medical')).toMatchObject({
      state: 'not_open',
      isOpen: false,
      blockedBy: [
        { kind: 'prerequisite', step: 'conditional_offer', state: 'waiting' },
        { kind: 'conditional_offer' },
      ],
    });
  });

  test('refuses to correct what is not there, was corrected already, or follows from the time', () => {
    const story = tellUntilOffer(process);
    const result = story.add('2026-03-10', 'stage.completed', 'medical', { outcome: 'fit' });
    const correction = { reason: 'Mistake', corrects: result };
    expect(story.refuses('2026-03-11', 'corrected', undefined, { corrects: result })?.at).toBe('reason');
    expect(
      story.refuses('2026-03-11', 'corrected', undefined, { ...correction, corrects: 'e99' })?.code,
    ).toBe('unknown_target');
    story.correct('2026-03-12', result);
    expect(story.refuses('2026-03-13', 'corrected', undefined, correction)?.code).toBe('target_annulled');
    const expired = story.add('2026-11-02', 'stage.expired', 'fitness', { attempt: 1 });
    expect(
      story.refuses('2026-11-03', 'corrected', undefined, { ...correction, corrects: expired })?.code,
    ).toBe('clock_only');
  });
});
