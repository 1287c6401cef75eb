import type { ProcessVersionView } from '@muster/client';

/** Where the box of a step stands: its phase from the left, its lane from the top, both from 0. */
export interface PlacedStep {
  readonly step: string;
  readonly label: string;
  readonly column: number;
  readonly lane: number;
}

export interface PlacedEdge {
  readonly from: PlacedStep;
  readonly to: PlacedStep;
}

export interface ProcessLayout {
  readonly columns: readonly { readonly id: string; readonly label: string }[];
  readonly steps: readonly PlacedStep[];
  readonly edges: readonly PlacedEdge[];
  /** The most steps in one column. */
  readonly lanes: number;
}

/**
 * Steps in columns, phase by phase. A step that waits for another of its own phase stands one column further, so that
 * every arrow leads to the right. Arrows that a chain of others already says are left out.
 */
export function layoutProcess(version: Pick<ProcessVersionView, 'phases'>): ProcessLayout {
  const columns: { id: string; label: string }[] = [];
  const steps: PlacedStep[] = [];
  for (const phase of version.phases) {
    if (phase.steps.length === 0) continue;
    const depths = depthsWithin(phase.steps);
    const depth = Math.max(...depths.values());
    const first = columns.length;
    for (let column = 0; column <= depth; column += 1) {
      columns.push({ id: `${phase.phase} ${column}`, label: column === 0 ? phase.label : '' });
    }
    const taken = new Map<number, number>();
    for (const step of phase.steps) {
      const column = first + (depths.get(step.step) ?? 0);
      const lane = taken.get(column) ?? 0;
      taken.set(column, lane + 1);
      steps.push({ step: step.step, label: step.label, column, lane });
    }
  }
  return {
    columns,
    steps,
    edges: edgesOf(version, steps),
    lanes: Math.max(0, ...steps.map((s) => s.lane + 1)),
  };
}

type PhaseSteps = ProcessVersionView['phases'][number]['steps'];

function depthsWithin(steps: PhaseSteps): ReadonlyMap<string, number> {
  const byKey = new Map(steps.map((step) => [step.step, step]));
  const depths = new Map<string, number>();
  const depthOf = (key: string): number => {
    const known = depths.get(key);
    if (known !== undefined) return known;
    depths.set(key, 0);
    const before = byKey.get(key)?.prerequisites.filter(({ value }) => byKey.has(value)) ?? [];
    const depth = Math.max(0, ...before.map(({ value }) => depthOf(value) + 1));
    depths.set(key, depth);
    return depth;
  };
  for (const step of steps) depthOf(step.step);
  return depths;
}

function edgesOf(version: Pick<ProcessVersionView, 'phases'>, placed: readonly PlacedStep[]): PlacedEdge[] {
  const all = version.phases.flatMap((phase) => phase.steps);
  const before = new Map(all.map((step) => [step.step, step.prerequisites.map(({ value }) => value)]));
  const places = new Map(placed.map((place) => [place.step, place]));
  return all.flatMap((step) => {
    const direct = before.get(step.step) ?? [];
    return direct
      .filter((key) => !direct.some((other) => other !== key && waitsFor(other, key, before)))
      .flatMap((key) => {
        const from = places.get(key);
        const to = places.get(step.step);
        return from && to ? [{ from, to }] : [];
      });
  });
}

/** Whether `step` waits for `wanted`, directly or through others. */
function waitsFor(step: string, wanted: string, before: ReadonlyMap<string, readonly string[]>): boolean {
  const seen = new Set<string>();
  const open = [step];
  for (let next = open.pop(); next !== undefined; next = open.pop()) {
    if (seen.has(next)) continue;
    seen.add(next);
    const direct = before.get(next) ?? [];
    if (direct.includes(wanted)) return true;
    open.push(...direct);
  }
  return false;
}
