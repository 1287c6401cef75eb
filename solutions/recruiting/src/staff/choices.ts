import type { Session } from '@muster/records';
import type { Application } from '../application/load-application.js';
import type { Choice, RecordableFact } from '../contract/index.js';
import type { Words } from '../messages/words.js';

/** With what the reader may end an application; none when they may not. */
export function dispositionChoices(
  session: Session,
  { process }: Application,
  words: Words,
): readonly Choice[] {
  if (!session.can('Work_Applications') && !session.can('Adjudicate')) return [];
  return process.version.dispositions.map(({ key, label }) => ({ value: key, label: words.label(label) }));
}

/** Facts the gates of the process look at, with the values their conditions name. */
export function recordableFacts(
  session: Session,
  { process, state }: Application,
  words: Words,
): readonly RecordableFact[] {
  if (!session.can('Work_Applications')) return [];
  return process.version.gates.map((gate) => ({
    fact: gate.fact,
    label: words.label(gate.label),
    known: state.facts[gate.fact] ?? null,
    values: valuesNamed(gate.when, gate.fact),
  }));
}

/** The values a condition names: its text literals, or true where the fact stands by itself. */
export function valuesNamed(condition: string, fact: string): readonly (string | boolean)[] {
  const texts = [...condition.matchAll(/"([^"\\]*)"/g)].map(([, text = '']) => text);
  if (texts.length > 0) return [...new Set(texts)];
  return condition.includes(fact) ? [true] : [];
}
