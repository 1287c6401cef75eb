import { describe, expect, it } from 'vitest';
import { funnel, openChecks, scaledFunnel } from './funnel.js';
import { endingsOfYear, tellStory } from './officer-year.js';
import { seeded } from './seeded.js';

const NOW = Date.UTC(2026, 10, 25, 12);

describe('the year of officer applications', () => {
  const endings = endingsOfYear(seeded(27), funnel);

  it('has 12,000 applications and six of the year before', () => {
    expect(endings).toHaveLength(12_006);
    expect(endings.filter(({ isEarlier }) => isEarlier)).toHaveLength(6);
  });

  it('leaves 2,470 people in process, with 2,912 open steps', () => {
    const here = endings.flatMap(({ ending }) => (ending.kind === 'at' ? [ending] : []));
    const steps = here.reduce((sum, ending) => sum + (ending.open?.length ?? 1), 0);
    expect([here.length, steps]).toEqual([2_470, 2_912]);
    for (const [check, count] of Object.entries(openChecks)) {
      expect(here.filter((ending) => ending.open?.some((open) => open === check))).toHaveLength(count);
    }
  });

  it('tells every application within the year, in order, and nothing of tomorrow', () => {
    const random = seeded(3);
    const wrong = endings.filter(({ ending, isEarlier }) => {
      const { submittedAt, events } = tellStory(random, ending, isEarlier, NOW);
      const times = events.map((event) => event.effectiveAt);
      const isInOrder = times.every((time, i) => i === 0 || time >= (times[i - 1] ?? 0));
      return !isInOrder || (times.at(-1) ?? 0) > NOW || (NOW - submittedAt) / 86_400_000 > 365 !== isEarlier;
    });
    expect(wrong).toEqual([]);
  });

  it('keeps its proportions at another size', () => {
    const scaled = scaledFunnel(600);
    expect([scaled.applications, scaled.qualified, scaled.inChecks]).toEqual([600, 420, 32]);
  });
});
