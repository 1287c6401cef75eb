import type { AnswerValue } from '../contract/index.js';
import type { Words } from '../messages/words.js';
import type { Question } from './question.js';

/** An answer in words, as a person reads it back. `document` is the name of an uploaded file. */
export function answerText(
  question: Question,
  answer: AnswerValue | undefined,
  words: Words,
  document?: string,
): string {
  if (answer === undefined || answer === null) return words.say('answer.none');
  const option = (value: string) => {
    const found = question.options?.find((each) => each.value === value);
    return found === undefined ? value : words.label(found.label);
  };
  if (typeof answer === 'boolean') return words.say(answer ? 'answer.yes' : 'answer.no');
  if (typeof answer === 'number') return words.number(answer);
  if (typeof answer !== 'string') return answer.map(option).join(', ');
  if (question.kind === 'date') return words.day(Date.parse(`${answer}T12:00:00Z`));
  if (question.kind === 'document') return document ?? words.say('answer.document_kept');
  return question.kind === 'choice' ? option(answer) : answer;
}
