import { describe, expect, test } from 'vitest';
import { compileInTests, day, shippedVersion, tell, tellUntilOffer } from './testing/story.js';

const version = shippedVersion('marrenfell-field-officer');
const process = compileInTests(version);
const asks = { reason: 'The register was wrong' };

/** Qualified, and then told on 20 January that the exam was not passed. */
function failedExam() {
  const story = tell(process);
  story.add('2026-01-06', 'application.submitted');
  story.add('2026-01-12', 'stage.completed', 'qualification', { outcome: 'qualified' });
  const decision = story.add('2026-01-20', 'stage.completed', 'exam', { outcome: 'not_passed' });
  return { story, decision };
}

describe('a review of how an application ended', () => {
  test('may be asked for once, within the period, with a reason, and is answered once', () => {
    const story = tellUntilOffer(process);
    const decision = story.add('2026-03-16', 'disqualified', undefined, {
      reason: 'Licence suspended',
      data: { disposition: 'not_selected' },
    });
    expect(story.at('2026-03-17').decisions).toEqual([
      { event: decision, step: undefined, at: day('2026-03-16'), reviewUntil: day('2026-04-15') },
    ]);
    expect(story.refuses('2026-03-18', 'review.requested')).toMatchObject({ code: 'missing', at: 'reason' });
    expect(story.refuses('2026-04-15', 'review.requested', undefined, asks)).toMatchObject({
      code: 'review_late',
      values: { until: day('2026-04-15') },
    });
    const request = story.add('2026-03-20', 'review.requested', undefined, asks);
    expect(story.at('2026-03-21')).toMatchObject({
      decisions: [],
      review: { request, decision, step: undefined, since: day('2026-03-20') },
    });
    expect(story.refuses('2026-03-22', 'review.requested', undefined, asks)?.code).toBe('review_open');
    const answer = story.add('2026-03-25', 'review.refused', undefined, { reason: 'Nothing new' });
    expect(story.at('2026-03-26')).toMatchObject({
      status: 'closed',
      review: undefined,
      reviews: [{ answer: { event: answer, at: day('2026-03-25'), isChanged: false } }],
    });
    expect(story.refuses('2026-03-27', 'review.requested', undefined, asks)?.code).toBe('not_appealable');
    expect(story.refuses('2026-03-27', 'review.refused', undefined, asks)?.code).toBe('no_review');
  });

  test('that changes the decision annuls it by a later event, and the log keeps both', () => {
    const story = tellUntilOffer(process);
    const before = story.at('2026-03-16');
    const decision = story.add('2026-03-16', 'disqualified', undefined, {
      data: { disposition: 'not_selected' },
    });
    story.add('2026-03-20', 'review.requested', undefined, asks);
    story.add('2026-03-25', 'review.granted', undefined, { reason: 'Two people were mixed up' });
    const change = story.correct('2026-03-25', decision);
    const after = story.at('2026-03-26');
    expect(after).toMatchObject({ status: 'in_process', openSteps: before.openSteps, review: undefined });
    expect(after.reviews[0]?.answer?.isChanged).toBe(true);
    expect(story.log).toHaveLength(12);
    story.correct('2026-03-28', change);
    expect(story.at('2026-03-29')).toMatchObject({ status: 'closed', review: undefined, decisions: [] });
  });

  test('runs its period from when the decision was recorded, not from the day it speaks of', () => {
    const story = tellUntilOffer(process);
    story.add('2026-03-06', 'disqualified', undefined, {
      data: { disposition: 'not_selected' },
      recordedAt: day('2026-03-16'),
    });
    expect(story.at('2026-03-17').decisions[0]?.reviewUntil).toBe(day('2026-04-15'));
    const unlimited = compileInTests({ ...version, reviewDays: undefined as never });
    const other = tell(unlimited);
    other.log.push(...story.log);
    expect(other.at('2026-03-17').decisions[0]?.reviewUntil).toBeUndefined();
  });

  test('is about a decision: not a withdrawal, and not what time alone brought about', () => {
    const withdrawn = tellUntilOffer(process);
    withdrawn.add('2026-03-16', 'withdrawn');
    expect(withdrawn.at('2026-03-17').decisions).toEqual([]);
    const reviewable = compileInTests({
      ...version,
      dispositions: version.dispositions.map((each) => ({ ...each, appealable: true })),
      steps: version.steps.map((step) => {
        const { retake: _, ...once } = step;
        return step.key === 'conditional_offer'
          ? {
              ...once,
              outcomes: step.outcomes.map((outcome) =>
                outcome.key === 'lapsed' ? { ...outcome, disposition: 'no_reply' } : outcome,
              ),
            }
          : step;
      }),
    });
    const lapsed = tell(reviewable);
    lapsed.log.push(...tellUntilOffer(reviewable).log.slice(0, -1));
    expect(lapsed.at('2026-05-01')).toMatchObject({ status: 'closed', decisions: [] });
  });
});

describe('a review of a result', () => {
  test('is about that result while the application goes on, and is over once it no longer stands', () => {
    const { story, decision } = failedExam();
    expect(story.at('2026-01-21').decisions).toMatchObject([{ event: decision, step: 'exam' }]);
    expect(story.refuses('2026-01-22', 'review.requested', undefined, asks)?.code).toBe('not_appealable');
    story.add('2026-01-22', 'review.requested', 'exam', asks);
    expect(story.at('2026-01-23')).toMatchObject({ status: 'in_process', review: { step: 'exam' } });
    expect(story.refuses('2026-01-23', 'review.refused', undefined, asks)?.code).toBe('no_review');
    story.correct('2026-01-24', decision);
    expect(story.at('2026-01-25')).toMatchObject({ review: undefined, decisions: [] });
    expect(story.step('2026-01-25', 'exam').state).toBe('open');
  });

  test('may be asked for again when the same step is decided anew', () => {
    const { story } = failedExam();
    story.add('2026-01-22', 'review.requested', 'exam', asks);
    story.add('2026-01-25', 'review.refused', 'exam', { reason: 'Marked twice' });
    expect(story.at('2026-01-26').decisions).toEqual([]);
    const second = story.add('2026-04-25', 'stage.completed', 'exam', { outcome: 'not_passed' });
    expect(story.at('2026-04-26').decisions).toMatchObject([{ event: second, step: 'exam' }]);
  });
});

describe('a waiver', () => {
  test('counts for what rests on the step, and is refused where the process does not allow it', () => {
    const story = tell(process);
    story.add('2026-01-06', 'application.submitted');
    story.add('2026-01-12', 'stage.completed', 'qualification', { outcome: 'qualified' });
    expect(story.refuses('2026-01-13', 'stage.waived', 'medical', { reason: 'Hurry' })).toMatchObject({
      code: 'not_waivable',
      message: 'The process does not allow Medical examination to be waived',
    });
    expect(story.refuses('2026-01-13', 'stage.waived', 'exam')).toMatchObject({ at: 'reason' });
    const waiver = story.add('2026-01-13', 'stage.waived', 'exam', { reason: 'Passed in another service' });
    expect(story.step('2026-01-14', 'exam').state).toBe('waived');
    expect(story.step('2026-01-14', 'fitness').isOpen).toBe(true);
    expect(story.refuses('2026-01-14', 'stage.waived', 'exam', { reason: 'Again' })?.code).toBe(
      'step_settled',
    );
    story.correct('2026-01-15', waiver);
    expect(story.step('2026-01-16', 'fitness').isOpen).toBe(false);
  });
});
