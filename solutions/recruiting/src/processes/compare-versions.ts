import type { MovePreview } from '../contract/index.js';
import { fold, type HiringEvent, type Process } from '../engine/index.js';
import { legalKeys } from './legal-keys.js';

/** A running application, as a move looks at it. */
export interface RunningApplication {
  readonly id: string;
  readonly name: string;
  readonly log: readonly HiringEvent[];
}

/** Why an application cannot move to another version: its log names what that version does not have. */
export interface MoveObstacle {
  readonly step: string;
  readonly outcome: string | undefined;
}

/** The first thing in a log that the other version has no place for; undefined when the application can move. */
export function moveObstacle(to: Process, log: readonly HiringEvent[]): MoveObstacle | undefined {
  for (const event of log) {
    if (event.step === undefined) continue;
    if (!legalKeys(to, event)) return { step: event.step, outcome: event.outcome };
  }
  return undefined;
}

/** How the steps of running applications would stand after a move, counted by step and change of state. */
export function compareVersions(
  from: Process,
  to: Process,
  applications: readonly RunningApplication[],
  now: number,
): Pick<MovePreview, 'unchanged' | 'changes'> {
  const changes = new Map<string, { step: string; from: string; to: string; people: number }>();
  let unchanged = 0;
  for (const { log } of applications) {
    const before = new Map(fold(from, log, { now }).steps.map((state) => [state.step, state.state]));
    const after = new Map(fold(to, log, { now }).steps.map((state) => [state.step, state.state]));
    let isSame = true;
    for (const step of new Set([...before.keys(), ...after.keys()])) {
      const change = { step, from: before.get(step) ?? 'absent', to: after.get(step) ?? 'absent' };
      if (change.from === change.to || isIdle(change.from, change.to)) continue;
      isSame = false;
      const key = `${step} ${change.from} ${change.to}`;
      changes.set(key, { ...change, people: (changes.get(key)?.people ?? 0) + 1 });
    }
    if (isSame) unchanged += 1;
  }
  return { unchanged, changes: [...changes.values()].sort((a, b) => b.people - a.people) };
}

/** A step nobody has come to yet makes no difference to anybody by being added or taken away. */
function isIdle(from: string, to: string): boolean {
  const idle = ['absent', 'not_open', 'skipped'];
  return idle.includes(from) && idle.includes(to);
}
