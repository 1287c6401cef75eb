/** How long something lasted, in any one unit, and whether it ended then or was only last seen then (censored). */
export interface Observation {
  readonly duration: number;
  readonly ended: boolean;
  /** How many of these there are. Default 1. */
  readonly count?: number;
}

/** One step of a survival curve: from `time` on, the share `survival` has not ended. */
export interface SurvivalPoint {
  readonly time: number;
  /** Still going on, and seen, just before `time`. */
  readonly atRisk: number;
  readonly ended: number;
  readonly survival: number;
}

/**
 * Kaplan-Meier's product-limit estimate: one point for each duration at which something ended. What is censored at
 * a time counts as at risk at that time. Kaplan and Meier 1958. Durations must be 0 or more.
 */
export function kaplanMeier(observations: readonly Observation[]): readonly SurvivalPoint[] {
  const byTime = new Map<number, { ended: number; censored: number }>();
  let atRisk = 0;
  for (const { duration, ended, count = 1 } of observations) {
    if (!(duration >= 0)) throw new Error(`A duration must be 0 or more: ${duration}`);
    const tally = byTime.get(duration) ?? { ended: 0, censored: 0 };
    tally[ended ? 'ended' : 'censored'] += count;
    byTime.set(duration, tally);
    atRisk += count;
  }
  const points: SurvivalPoint[] = [];
  let survival = 1;
  for (const [time, tally] of [...byTime].sort(([a], [b]) => a - b)) {
    if (tally.ended > 0) {
      survival *= 1 - tally.ended / atRisk;
      points.push({ time, atRisk, ended: tally.ended, survival });
    }
    atRisk -= tally.ended + tally.censored;
  }
  return points;
}

/** The share that has not ended by `time`. */
export function survivalAt(curve: readonly SurvivalPoint[], time: number): number {
  let survival = 1;
  for (const point of curve) {
    if (point.time > time) break;
    survival = point.survival;
  }
  return survival;
}

/** The shortest time by which the share `p` has ended, such as 0.5 for the median; null when it never has so far. */
export function quantile(curve: readonly SurvivalPoint[], p: number): number | null {
  return residualQuantile(curve, 0, p);
}

/**
 * How much longer it takes until the share `p` of those who have lasted `elapsed` has ended; null when the curve does
 * not reach so far, or nobody has been seen to last that long.
 */
export function residualQuantile(curve: readonly SurvivalPoint[], elapsed: number, p: number): number | null {
  const lasting = elapsed > 0 ? survivalAt(curve, elapsed) : 1;
  if (lasting === 0) return null;
  const reached = curve.find((point) => point.time >= elapsed && isAtMost(point.survival, (1 - p) * lasting));
  return reached === undefined ? null : reached.time - elapsed;
}

/** Products of fractions such as 1/2 · 1/1 may miss a round share by the last bit. */
function isAtMost(value: number, limit: number): boolean {
  return value <= limit + 1e-12;
}
