import { describe, expect, it } from 'vitest';
import { wordsIn } from '../messages/words.js';
import { readProcessTemplates } from '../templates/load-templates.js';
import { funnelStages } from './funnel.js';
import { howMuchLonger } from './how-much-longer.js';
import { gatherWaits, type WaitRow } from './step-waits.js';

const now = Date.parse('2026-11-02T09:00:00Z');
const words = wordsIn({ language: 'en', timeZone: 'UTC', now });

const wait = (days: number | null, ending: WaitRow['Ending__c'], openedDaysAgo = 0): WaitRow => ({
  Step__c: 'medical',
  Opened_At__c: new Date(now - openedDaysAgo * 86_400_000).toISOString(),
  Ending__c: ending,
  Days__c: days,
});

describe('waits', () => {
  it('count those still waiting as seen up to now', () => {
    const waits = gatherWaits([wait(10, 'finished'), wait(5, 'left'), wait(null, null, 20)], now).get(
      'medical',
    );
    expect(waits).toMatchObject({ entered: 3, finished: 1, stillWaiting: 1 });
    expect(waits?.observations).toContainEqual({ duration: 20, ended: false, count: 1 });
    expect(waits?.observations).toContainEqual({ duration: 5, ended: false, count: 1 });
  });

  it('say how much longer, given how long somebody has waited', () => {
    const finished = Array.from({ length: 20 }, (_, n) => wait(n + 1, 'finished'));
    const waits = gatherWaits(finished, now).get('medical');
    expect(howMuchLonger(waits, 0, words)).toEqual({
      text: 'Half of the people who had waited as long as you were done within another 10 days, 4 out of 5 within another 16 days.',
      fromPeople: 20,
    });
    expect(howMuchLonger(waits, 10, words)?.text).toContain('within another 5 days');
  });

  it('say nothing from fewer than ten people, or past the last one seen', () => {
    const few = gatherWaits(
      Array.from({ length: 9 }, (_, n) => wait(n + 1, 'finished')),
      now,
    ).get('medical');
    expect(howMuchLonger(few, 0, words)).toBeNull();
    const many = gatherWaits(
      Array.from({ length: 20 }, (_, n) => wait(n + 1, 'finished')),
      now,
    ).get('medical');
    expect(howMuchLonger(many, 15, words)).toBeNull();
    expect(howMuchLonger(undefined, 0, words)).toBeNull();
    const waiting = gatherWaits(
      Array.from({ length: 30 }, () => wait(null, null, 40)),
      now,
    ).get('medical');
    expect(howMuchLonger(waiting, 5, words)).toBeNull();
  });
});

describe('the funnel', () => {
  it('has a stage for every step, and one for checks that run side by side', async () => {
    const template = (await readProcessTemplates()).find((each) => each.key === 'marrenfell-field-officer');
    if (template === undefined) throw new Error('No template');
    expect(funnelStages(template).map(({ key, name }) => `${key} ${name}`)).toEqual([
      'qualification passed',
      'exam.attended attended',
      'exam passed',
      'fitness passed',
      'interview passed',
      'conditional_offer accepted',
      'after_offer all_passed',
      'final_offer accepted',
      'entry_on_duty on_duty',
    ]);
  });
});
