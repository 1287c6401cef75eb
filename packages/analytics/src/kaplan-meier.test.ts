import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { kaplanMeier, type Observation, quantile, residualQuantile, survivalAt } from './kaplan-meier.js';

const ended = (...durations: number[]): Observation[] =>
  durations.map((duration) => ({ duration, ended: true }));
const censored = (...durations: number[]): Observation[] =>
  durations.map((duration) => ({ duration, ended: false }));

/** Weeks in remission under 6-mercaptopurine; Freireich and others 1963. */
const freireich = [
  ...ended(6, 6, 6, 7, 10, 13, 16, 22, 23),
  ...censored(6, 9, 10, 11, 17, 19, 20, 25, 32, 32, 34, 35),
];

describe('kaplanMeier', () => {
  it('gives the published values for the 6-MP trial', () => {
    const curve = kaplanMeier(freireich);
    expect(survivalAt(curve, 6)).toBeCloseTo(0.8571, 4);
    expect(survivalAt(curve, 10)).toBeCloseTo(0.7529, 4);
    expect(survivalAt(curve, 23)).toBeCloseTo(0.4482, 4);
    expect(survivalAt(curve, 5.9)).toBe(1);
    expect(quantile(curve, 0.5)).toBe(23);
    expect(quantile(curve, 0.8)).toBeNull();
  });

  it('is the empirical share when nothing is censored', () => {
    fc.assert(
      fc.property(
        fc.array(fc.integer({ min: 0, max: 50 }), { minLength: 1 }),
        fc.integer({ min: 0, max: 50 }),
        (durations, time) => {
          const lasting = durations.filter((duration) => duration > time).length / durations.length;
          expect(survivalAt(kaplanMeier(ended(...durations)), time)).toBeCloseTo(lasting, 9);
        },
      ),
    );
  });

  it('counts equal observations together as it counts them one by one', () => {
    const together = kaplanMeier([
      { duration: 3, ended: true, count: 4 },
      { duration: 5, ended: false, count: 2 },
    ]);
    expect(together).toEqual(kaplanMeier([...ended(3, 3, 3, 3), ...censored(5, 5)]));
  });

  it('never rises, and never falls for want of an end', () => {
    const observation = fc.record({ duration: fc.integer({ min: 0, max: 99 }), ended: fc.boolean() });
    fc.assert(
      fc.property(fc.array(observation), (observations) => {
        const curve = kaplanMeier(observations);
        const values = curve.map((point) => point.survival);
        expect(values).toEqual([...values].sort((a, b) => b - a));
        expect(curve.reduce((sum, point) => sum + point.ended, 0)).toBe(
          observations.filter((each) => each.ended).length,
        );
      }),
    );
  });

  it('refuses a negative duration', () => {
    expect(() => kaplanMeier(ended(-1))).toThrow('0 or more');
  });
});

describe('residualQuantile', () => {
  it('is the quantile of those still there', () => {
    const curve = kaplanMeier(ended(1, 2, 3, 4, 5, 6, 7, 8, 9, 10));
    expect(quantile(curve, 0.5)).toBe(5);
    expect(residualQuantile(curve, 4, 0.5)).toBe(3);
    expect(residualQuantile(curve, 9, 0.5)).toBe(1);
  });

  it('says nothing past the last one seen', () => {
    const curve = kaplanMeier(ended(1, 2, 3));
    expect(residualQuantile(curve, 3, 0.5)).toBeNull();
    expect(residualQuantile(kaplanMeier(freireich), 30, 0.5)).toBeNull();
    expect(residualQuantile([], 0, 0.5)).toBeNull();
  });
});
