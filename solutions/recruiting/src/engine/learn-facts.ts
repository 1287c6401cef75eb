import { openAdjudication } from './adjudication.js';
import type { Process } from './compile-process.js';
import type { HiringEvent } from './events.js';
import type { Tally } from './tally.js';

/** Takes in the facts an event carries, looks at the conditions again, and at the gates whose fact was recorded. */
export function learnFacts(process: Process, tally: Tally, event: HiringEvent): void {
  const facts = event.data?.facts;
  if (!facts) return;
  Object.assign(tally.facts, facts);
  for (const [index, formula] of process.conditions.entries()) {
    const condition = tally.conditions[index];
    const holds = process.evaluate(formula, tally.facts);
    if (condition && condition.holds !== holds) {
      condition.holds = holds;
      condition.since = event.effectiveAt;
    }
  }
  if (tally.end) return;
  for (const gate of process.version.gates) {
    const isKnown = tally.causes.some((cause) => cause.kind === 'gate' && cause.gate === gate.key);
    if (isKnown || !Object.hasOwn(facts, gate.fact) || !process.evaluate(gate.when, tally.facts)) continue;
    openAdjudication(tally, { kind: 'gate', gate: gate.key, at: event.effectiveAt });
  }
}
