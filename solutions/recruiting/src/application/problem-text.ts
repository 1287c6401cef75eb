import type { EventProblem, Process } from '../engine/index.js';
import type { MessageKey } from '../messages/message-key.js';
import type { Words } from '../messages/words.js';

/** Why an event cannot be recorded, in the reader's language. */
export function problemText(words: Words, process: Process, problem: EventProblem): string {
  const stepName = (key: string | number | undefined) => {
    const step = process.steps[process.indexOf.get(String(key)) ?? -1];
    return step === undefined ? String(key ?? '') : words.label(step.label);
  };
  const { values } = problem;
  const day = (at: string | number | undefined) =>
    typeof at === 'number' ? words.day(at) : String(at ?? '');
  return words.say(`problem.${problem.code}` satisfies MessageKey, {
    step: stepName(values.step),
    prerequisite: stepName(values.prerequisite),
    until: day(values.until ?? values.at ?? values.openedAt),
    field: problem.at,
    attempts: values.attempts ?? '',
  });
}
