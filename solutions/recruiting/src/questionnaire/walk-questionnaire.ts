import type { AnswerTime, CompiledQuestion, CompiledQuestionnaire } from './compile-questionnaire.js';
import type { Answers, Question } from './question.js';

/** Where somebody stands in a questionnaire. */
export interface Walk {
  /** The questions that apply so far, in order; after one whose minimum is not met there are none. */
  readonly asked: readonly Question[];
  /** The first that applies and has no answer. */
  readonly next: Question | undefined;
  /** The answered question whose legal minimum is not met. */
  readonly stoppedAt: Question | undefined;
}

/** Which questions apply to these answers, which comes next, and whether a legal minimum stops it. */
export function walkQuestionnaire(
  questionnaire: CompiledQuestionnaire,
  answers: Answers,
  time: AnswerTime,
): Walk {
  const asked: Question[] = [];
  let next: Question | undefined;
  for (const each of questionnaire) {
    if (!each.applies(answers, time)) continue;
    asked.push(each.question);
    if (isAnswered(each.question, answers)) {
      if (stops(each, answers, time)) return { asked, next: undefined, stoppedAt: each.question };
    } else {
      next ??= each.question;
    }
  }
  return { asked, next, stoppedAt: undefined };
}

/** Answered, or passed over where that is allowed. */
function isAnswered(question: Question, answers: Answers): boolean {
  const answer = answers.get(question.key);
  return answer === undefined ? false : answer !== null || !question.required;
}

function stops({ question, isMet }: CompiledQuestion, answers: Answers, time: AnswerTime): boolean {
  return (
    question.minimum !== undefined && (answers.get(question.key) ?? null) !== null && !isMet(answers, time)
  );
}

/** The question before this one among those that apply. */
export function previousQuestion(walk: Walk, key: string | undefined): Question | undefined {
  const place = walk.asked.findIndex((question) => question.key === key);
  return place < 0 ? walk.asked.at(-1) : walk.asked[place - 1];
}

/** What the answers make known to the hiring process: facts by name, from questions that apply. */
export function factsOf(walk: Walk, answers: Answers): Readonly<Record<string, string | number | boolean>> {
  const facts: Record<string, string | number | boolean> = {};
  for (const { fact, key } of walk.asked) {
    const answer = answers.get(key);
    if (fact === undefined || answer === undefined || answer === null || typeof answer === 'object') continue;
    facts[fact] = answer;
  }
  return facts;
}
