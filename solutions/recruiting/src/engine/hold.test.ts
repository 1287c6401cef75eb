import { describe, expect, test } from 'vitest';
import { dueClockEvents } from './clock-events.js';
import { compileInTests, day, shippedVersion, tell, tellUntilOffer } from './testing/story.js';

const process = compileInTests(shippedVersion('marrenfell-field-officer'));
const clinicShut = { waitingOn: 'third_party', reason: 'Clinic shut' } as const;

describe('a hold on a step', () => {
  test('stops that step and counts for whom it waits on; the clock of the candidate runs from its end', () => {
    const story = tellUntilOffer(process);
    story.add('2026-03-04', 'contact.made', 'medical', { waitingOn: 'candidate' });
    story.add('2026-03-05', 'hold.started', 'medical', clinicShut);
    expect(story.at('2026-03-06')).toMatchObject({ status: 'in_process', openSteps: 4, heldSteps: 1 });
    expect(story.step('2026-03-06', 'medical')).toMatchObject({
      state: 'held',
      isOpen: false,
      waitingOn: 'third_party',
      waitingSince: day('2026-03-05'),
      hold: { reason: 'Clinic shut', until: undefined },
    });
    const again = { waitingOn: 'agency', reason: '-' } as const;
    expect(story.refuses('2026-03-06', 'hold.started', 'medical', again)?.code).toBe('already_held');
    expect(story.refuses('2026-03-06', 'hold.ended')?.code).toBe('nothing_held');
    expect(story.refuses('2026-03-06', 'stage.completed', 'medical', { outcome: 'fit' })?.code).toBe(
      'step_held',
    );
    story.add('2026-03-26', 'hold.ended', 'medical');
    expect(story.step('2026-03-27', 'medical')).toMatchObject({
      state: 'open',
      waitingOn: 'candidate',
      waitingSince: day('2026-03-26'),
      hold: undefined,
    });
  });

  test('is what the application waits on when nothing else is open', () => {
    const story = tell(process);
    story.add('2026-01-06', 'application.submitted');
    story.add('2026-01-10', 'hold.started', 'qualification', {
      waitingOn: 'third_party',
      reason: 'The school confirms the diploma',
    });
    expect(story.at('2026-01-12')).toMatchObject({
      status: 'submitted',
      openSteps: 0,
      waitingOn: 'third_party',
      waitingSince: day('2026-01-10'),
      waitingStep: 'qualification',
    });
  });
});

describe('a hold on an application', () => {
  const calledUp = { waitingOn: 'candidate', reason: 'Called up as a reservist' } as const;

  test('opens no step meanwhile, whatever was passed just before, and lets results run out', () => {
    const story = tellUntilOffer(process);
    story.add('2026-03-10', 'hold.started', undefined, calledUp);
    expect(story.at('2026-03-28')).toMatchObject({
      status: 'held',
      openSteps: 0,
      heldSteps: 5,
      waitingOn: 'candidate',
      waitingSince: day('2026-03-10'),
      hold: { ...calledUp, since: day('2026-03-10'), until: undefined },
    });
    expect(story.step('2026-11-03', 'fitness').state).toBe('held');
    expect(story.refuses('2026-03-29', 'offer.final', 'final_offer')?.code).toBe('prerequisite');
    story.add('2026-05-01', 'hold.ended');
    expect(story.at('2026-05-02')).toMatchObject({ status: 'in_process', openSteps: 5, hold: undefined });
    expect(story.step('2026-05-02', 'medical').waitingSince).toBe(day('2026-05-01'));
    expect(story.refuses('2026-05-02', 'hold.ended')?.code).toBe('nothing_held');
  });

  test('ends by itself on the day it was to last until, which the clock notes once', () => {
    const story = tellUntilOffer(process);
    const until = day('2026-05-01');
    story.add('2026-03-10', 'hold.started', undefined, { ...calledUp, data: { until } });
    expect(story.at('2026-04-30')).toMatchObject({ status: 'held', nextChangeAt: until });
    expect(story.at('2026-05-01')).toMatchObject({ status: 'in_process', openSteps: 5, hold: undefined });
    expect(story.step('2026-05-02', 'medical').waitingSince).toBe(until);
    const due = dueClockEvents(process, story.log, day('2026-05-02'));
    expect(due).toEqual([{ kind: 'hold.lapsed', step: undefined, attempt: undefined, effectiveAt: until }]);
    story.add('2026-05-02', 'hold.started', undefined, { waitingOn: 'agency', reason: 'Once more' });
    expect(dueClockEvents(process, story.log, day('2026-05-03'))).toEqual(due);
    story.add('2026-05-01', 'hold.lapsed', undefined, { recordedAt: day('2026-05-03') });
    expect(dueClockEvents(process, story.log, day('2026-05-04'))).toEqual([]);
    expect(story.at('2026-05-04').hold?.reason).toBe('Once more');
  });

  test('is not noted by the clock when somebody ended it before, and cannot end before it begins', () => {
    const story = tellUntilOffer(process);
    const data = { until: day('2026-05-01') };
    story.add('2026-03-10', 'hold.started', undefined, { ...calledUp, data });
    story.add('2026-04-10', 'hold.ended');
    expect(dueClockEvents(process, story.log, day('2026-05-02'))).toEqual([]);
    expect(story.step('2026-05-02', 'medical').waitingSince).toBe(day('2026-04-10'));
    const past = { ...calledUp, data: { until: day('2026-04-30') } };
    expect(story.refuses('2026-05-02', 'hold.started', undefined, past)).toMatchObject({
      code: 'bad_date',
      at: 'data.until',
    });
  });
});
