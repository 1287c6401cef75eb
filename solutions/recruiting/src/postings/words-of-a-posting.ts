import type { Label, ProcessVersion } from '../engine/index.js';
import type { Question } from '../questionnaire/question.js';

/** What happens after applying, as it was when the posting was published; `days`: planned, null for none. */
export type StepsInWords = readonly { readonly title: Label; readonly days: number | null }[];
/** The legal minimums in plain words. */
export type RequirementsInWords = readonly Label[];

/** The way to the first day, in the words candidates read. */
export function stepsInWords(version: ProcessVersion): StepsInWords {
  const entry = version.steps.findIndex((step) => step.kind === 'entry_on_duty');
  return version.steps
    .slice(0, entry < 0 ? undefined : entry + 1)
    .filter((step) => step.kind !== 'interest')
    .map((step) => ({
      title: step.candidateLabel,
      days: step.kind === 'entry_on_duty' ? null : step.targetDays,
    }));
}

export function requirementsInWords(questions: readonly Question[]): RequirementsInWords {
  return questions.flatMap((question) => question.minimum?.requirement ?? []);
}

/** Reads what `JSON.stringify` of the above has stored. */
export function readInWords<Value>(text: string | null, none: Value): Value {
  return text === null ? none : (JSON.parse(text) as Value);
}
