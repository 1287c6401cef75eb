/** One comparison: ours against the plain way of doing the same, both in the same run. */
export interface Comparison {
  readonly name: string;
  /** Milliseconds, medians. */
  readonly ours: number;
  readonly plain: number;
  /** The figure the budget is about: ours ÷ plain for times, plain ÷ ours for throughput. */
  readonly ratio: number;
  readonly budget: string;
}

/**
 * Runs two ways in turn, A B A B …, so that a machine whose speed drifts slows both; gives the median of each in
 * milliseconds. The first rounds warm up and are not counted.
 */
export async function inTurn(
  ours: () => Promise<void>,
  plain: () => Promise<void>,
  { rounds, warmUp }: { readonly rounds: number; readonly warmUp: number },
): Promise<{ readonly ours: number; readonly plain: number }> {
  const times: { ours: number[]; plain: number[] } = { ours: [], plain: [] };
  for (let round = 0; round < rounds + warmUp; round += 1) {
    const a = await timed(ours);
    const b = await timed(plain);
    if (round < warmUp) continue;
    times.ours.push(a);
    times.plain.push(b);
  }
  return { ours: median(times.ours), plain: median(times.plain) };
}

async function timed(work: () => Promise<void>): Promise<number> {
  const start = performance.now();
  await work();
  return performance.now() - start;
}

function median(values: readonly number[]): number {
  const sorted = [...values].sort((a, b) => a - b);
  return sorted[Math.floor(sorted.length / 2)] ?? 0;
}
