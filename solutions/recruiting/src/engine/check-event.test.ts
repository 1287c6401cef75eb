import { describe, expect, test } from 'vitest';
import { compileInTests, day, shippedVersion, tell, tellUntilOffer } from './testing/story.js';

const process = compileInTests(shippedVersion('marrenfell-field-officer'));

function submitted() {
  const story = tell(process);
  story.add('2026-01-05', 'application.started');
  story.add('2026-01-06', 'application.submitted');
  return story;
}

describe('an event is refused', () => {
  test('for a step that is not open, naming what it rests on', () => {
    expect(submitted().refuses('2026-01-10', 'stage.completed', 'exam', { outcome: 'passed' })).toEqual({
      code: 'prerequisite',
      at: 'step',
      message: 'Entrance exam is not open: it rests on qualification, which is open',
      values: { step: 'exam', prerequisite: 'qualification', state: 'open' },
    });
  });

  test('when it is a medical before the conditional offer is accepted', () => {
    const story = submitted();
    for (const kind of ['stage.entered', 'stage.attended'] as const) {
      expect(story.refuses('2026-01-10', kind, 'medical')?.code).toBe('before_conditional_offer');
    }
    story.add('2026-01-12', 'stage.completed', 'qualification', { outcome: 'qualified' });
    for (const step of ['exam', 'fitness', 'interview']) {
      story.add('2026-01-12', 'stage.waived', step, { reason: 'Transfer' });
    }
    story.add('2026-01-20', 'offer.tentative', 'conditional_offer');
    expect(story.refuses('2026-01-21', 'stage.completed', 'medical', { outcome: 'fit' })?.code).toBe(
      'before_conditional_offer',
    );
    expect(story.refuses('2026-01-21', 'stage.waived', 'conditional_offer', { reason: 'Hurry' })?.code).toBe(
      'wrong_step_kind',
    );
    story.add('2026-01-22', 'offer.accepted', 'conditional_offer');
    story.add('2026-01-23', 'stage.completed', 'medical', { outcome: 'fit' });
  });

  test('when it takes effect in the future, or before the step opened', () => {
    const story = submitted();
    expect(
      story.refuses('2026-01-10', 'stage.completed', 'qualification', {
        outcome: 'qualified',
        recordedAt: day('2026-01-09'),
      }),
    ).toMatchObject({ code: 'in_the_future', at: 'effectiveAt' });
    story.add('2026-01-12', 'stage.completed', 'qualification', { outcome: 'qualified' });
    expect(
      story.refuses('2026-01-11', 'stage.completed', 'exam', {
        outcome: 'passed',
        recordedAt: day('2026-01-13'),
      }),
    ).toMatchObject({ code: 'before_step_opened', values: { openedAt: day('2026-01-12') } });
  });

  test('when a second result for one attempt would slip in before the first', () => {
    const story = submitted();
    const first = story.add('2026-01-12', 'stage.completed', 'qualification', { outcome: 'qualified' });
    const again = { outcome: 'qualified', recordedAt: day('2026-01-14') };
    expect(story.refuses('2026-01-10', 'stage.completed', 'qualification', again)).toMatchObject({
      code: 'conflicts_with_later',
      values: { id: first },
    });
    expect(story.refuses('2026-01-13', 'stage.completed', 'qualification', again)?.code).toBe('step_settled');
  });

  test('when it does not say what its kind must say', () => {
    const story = submitted();
    expect(story.refuses('2026-01-10', 'stage.completed')?.code).toBe('step_missing');
    expect(story.refuses('2026-01-10', 'stage.completed', 'juggling')?.code).toBe('unknown_step');
    expect(story.refuses('2026-01-10', 'withdrawn', 'exam')?.code).toBe('step_not_expected');
    expect(story.refuses('2026-01-10', 'stage.completed', 'qualification')?.code).toBe('unknown_outcome');
    expect(
      story.refuses('2026-01-10', 'stage.completed', 'background', { outcome: 'favourable' })?.code,
    ).toBe('wrong_step_kind');
    expect(story.refuses('2026-01-10', 'stage.scheduled', 'qualification')?.at).toBe('data.appointment');
    expect(story.refuses('2026-01-10', 'disqualified')?.at).toBe('data.disposition');
    expect(
      story.refuses('2026-01-10', 'disqualified', undefined, { data: { disposition: 'odd' } })?.code,
    ).toBe('unknown_disposition');
    expect(
      story.refuses('2026-01-10', 'stage.completed', 'qualification', { outcome: 'qualified', attempt: 2 }),
    ).toMatchObject({ code: 'wrong_attempt', at: 'attempt' });
  });

  test('when the application is not there yet, or over', () => {
    const story = tell(process);
    expect(
      story.refuses('2026-01-04', 'disqualified', undefined, { data: { disposition: 'no_reply' } })?.code,
    ).toBe('not_submitted');
    story.add('2026-01-05', 'application.started');
    expect(story.refuses('2026-01-06', 'application.started')?.code).toBe('already_started');
    story.add('2026-01-06', 'application.submitted');
    expect(story.refuses('2026-01-07', 'application.submitted')?.code).toBe('already_submitted');
    expect(story.refuses('2026-01-07', 'left', undefined, { reason: 'Moved' })?.code).toBe('not_on_duty');
    story.add('2026-01-08', 'withdrawn');
    expect(story.refuses('2026-01-09', 'withdrawn')?.code).toBe('application_ended');
    expect(story.refuses('2026-01-09', 'stage.entered', 'qualification')?.code).toBe('application_ended');
    expect(story.refuses('2026-01-09', 'review.requested', undefined, { reason: 'Sorry' })?.code).toBe(
      'not_appealable',
    );
  });

  test('but what happened before the end may still be recorded after it', () => {
    const story = submitted();
    story.add('2026-01-12', 'withdrawn');
    story.add('2026-01-10', 'stage.completed', 'qualification', {
      outcome: 'qualified',
      recordedAt: day('2026-01-13'),
    });
    expect(story.at('2026-01-14').status).toBe('withdrawn');
    expect(story.step('2026-01-14', 'qualification').state).toBe('done');
  });

  test('when an offer is answered that was not made', () => {
    const story = submitted();
    story.add('2026-01-12', 'stage.completed', 'qualification', { outcome: 'qualified' });
    for (const step of ['exam', 'fitness', 'interview']) {
      story.add('2026-01-12', 'stage.waived', step, { reason: 'Transfer' });
    }
    expect(story.refuses('2026-01-13', 'offer.accepted', 'conditional_offer')?.code).toBe('no_offer');
    const answerBy = day('2026-01-13');
    expect(
      story.refuses('2026-01-13', 'offer.tentative', 'conditional_offer', { data: { answerBy } })?.code,
    ).toBe('bad_date');
  });

  test('when the clock has nothing to say', () => {
    const story = tellUntilOffer(process);
    expect(story.refuses('2026-05-01', 'stage.expired', 'fitness', { attempt: 1 })?.code).toBe('not_due');
    story.add('2026-11-02', 'stage.expired', 'fitness', { attempt: 1 });
    expect(story.refuses('2026-11-02', 'stage.expired', 'fitness', { attempt: 1 })?.code).toBe('not_due');
  });
});
