import { expect, test } from 'vitest';
import { dueClockEvents } from './clock-events.js';
import { compileInTests, day, type Story, shippedVersion, tell, tellUntilOffer } from './testing/story.js';

const process = compileInTests(shippedVersion('marrenfell-field-officer'));

function runClock(story: Story, date: string) {
  const due = dueClockEvents(process, story.log, day(date));
  for (const { effectiveAt, kind, step, attempt } of due) {
    const at = new Date(effectiveAt).toISOString().slice(0, 10);
    story.add(at, kind, step, { attempt, recordedAt: day(date), author: 'clock' });
  }
  return due;
}

test('a result that ran out is due once, with the instant it ran out', () => {
  const story = tellUntilOffer(process);
  expect(runClock(story, '2026-11-01')).toEqual([]);
  expect(runClock(story, '2026-12-24')).toEqual([
    { kind: 'stage.expired', step: 'fitness', attempt: 1, effectiveAt: day('2026-11-02') },
  ]);
  expect(runClock(story, '2026-12-24')).toEqual([]);
  expect(runClock(story, '2027-01-24')).toEqual([]);
});

test('appending what is due does not change the state', () => {
  const story = tellUntilOffer(process);
  const before = story.at('2030-01-01');
  runClock(story, '2029-12-31');
  expect(story.at('2030-01-01')).toEqual(before);
});

test('what ran out while the clock was not running is caught up with, though it has been renewed since', () => {
  const story = tellUntilOffer(process);
  story.add('2026-11-20', 'stage.completed', 'fitness', { outcome: 'passed' });
  expect(runClock(story, '2026-12-24')).toEqual([
    { kind: 'stage.expired', step: 'fitness', attempt: 1, effectiveAt: day('2026-11-02') },
  ]);
  expect(runClock(story, '2027-12-24')).toEqual([
    { kind: 'stage.expired', step: 'fitness', attempt: 2, effectiveAt: day('2027-08-20') },
  ]);
});

test('offers nobody answered are due, each with its number, until the last one closes the application', () => {
  const story = tell(process);
  story.add('2026-01-06', 'application.submitted');
  story.add('2026-01-12', 'stage.completed', 'qualification', { outcome: 'qualified' });
  for (const step of ['exam', 'fitness', 'interview']) {
    story.add('2026-01-12', 'stage.waived', step, { reason: 'Transfer' });
  }
  story.add('2026-02-01', 'offer.tentative', 'conditional_offer');
  story.add('2026-03-01', 'offer.tentative', 'conditional_offer');
  story.add('2026-04-01', 'offer.tentative', 'conditional_offer');
  expect(runClock(story, '2026-04-21')).toEqual([
    { kind: 'offer.expired', step: 'conditional_offer', attempt: 1, effectiveAt: day('2026-02-22') },
    { kind: 'offer.expired', step: 'conditional_offer', attempt: 2, effectiveAt: day('2026-03-22') },
  ]);
  expect(runClock(story, '2026-06-01')).toEqual([
    { kind: 'offer.expired', step: 'conditional_offer', attempt: 3, effectiveAt: day('2026-04-22') },
  ]);
  expect(story.at('2026-06-01')).toMatchObject({
    status: 'closed',
    closing: { disposition: 'no_reply', at: day('2026-04-22') },
  });
});
