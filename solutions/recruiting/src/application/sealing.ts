import type { Step, StepKind } from '../engine/index.js';

/** Content that a right of its own opens. */
export type Seal = 'medical' | 'background';

const medicalKinds: readonly StepKind[] = ['medical', 'psychological'];

/** Under which seal the content of a step lies; undefined when it is open to all who see the application. */
export function sealOf(step: Pick<Step, 'kind' | 'sealed'>): Seal | undefined {
  if (!step.sealed) return undefined;
  return medicalKinds.includes(step.kind) ? 'medical' : 'background';
}
