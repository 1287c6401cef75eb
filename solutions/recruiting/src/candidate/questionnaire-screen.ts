import type { Session } from '@muster/records';
import { soql } from '@muster/soql';
import type { QuestionnaireScreen, QuestionView } from '../contract/index.js';
import { type Words, wordsOf } from '../messages/words.js';
import { postingText } from '../postings/posting-row.js';
import { answerText } from '../questionnaire/answer-text.js';
import {
  type AnswerTime,
  type CompiledQuestionnaire,
  compileQuestionnaire,
} from '../questionnaire/compile-questionnaire.js';
import { loadQuestionnaire } from '../questionnaire/load-questionnaire.js';
import type { Question } from '../questionnaire/question.js';
import { maxLengthOf } from '../questionnaire/read-answer.js';
import { previousQuestion, type Walk, walkQuestionnaire } from '../questionnaire/walk-questionnaire.js';
import { type GivenAnswers, loadAnswers } from './answers.js';

/** An application with its questions and answers, as far as it has come. */
export interface QuestionnaireState {
  readonly applicationId: string;
  readonly postingTitle: string;
  readonly status: string;
  readonly questionnaire: CompiledQuestionnaire;
  readonly given: GivenAnswers;
  readonly walk: Walk;
  readonly time: AnswerTime;
}

interface ApplicationForAnswers {
  readonly Status__c: string;
  readonly Posting__r: {
    readonly Title__c: string;
    readonly Title_es__c: string | null;
    readonly Questionnaire__c: string | null;
  };
}

/** Reads where the answers of an application stand; `system` belongs to its candidate. */
export async function loadQuestionnaireState(
  system: Session,
  applicationId: string,
): Promise<QuestionnaireState> {
  const row = await system.row<ApplicationForAnswers>(
    soql`SELECT Status__c, Posting__r.Title__c, Posting__r.Title_es__c, Posting__r.Questionnaire__c
      FROM ApplicationForm WHERE Id = ${applicationId}`,
  );
  const { Questionnaire__c } = row.Posting__r;
  const questions = Questionnaire__c === null ? [] : await loadQuestionnaire(system, Questionnaire__c);
  const questionnaire = compileQuestionnaire(questions);
  const given = await loadAnswers(system, applicationId);
  const time: AnswerTime = { now: system.now(), timeZone: system.principal.timeZone };
  return {
    applicationId,
    postingTitle: postingText(wordsOf(system), row.Posting__r, 'Title'),
    status: row.Status__c,
    questionnaire,
    given,
    walk: walkQuestionnaire(questionnaire, given.values, time),
    time,
  };
}

/** One screen: the question asked for if it applies, else the first without an answer, else the review. */
export function questionnaireScreen(
  state: QuestionnaireState,
  words: Words,
  wanted?: string,
): QuestionnaireScreen {
  const { walk, given } = state;
  const chosen = walk.asked.find((question) => question.key === wanted);
  const question = chosen ?? (walk.stoppedAt === undefined ? walk.next : undefined);
  const stopped = chosen === undefined ? walk.stoppedAt : undefined;
  const isComplete = question === undefined && stopped === undefined;
  const place = walk.asked.findIndex((each) => each.key === question?.key);
  return {
    applicationId: state.applicationId,
    postingTitle: state.postingTitle,
    question: question === undefined ? null : questionView(question, given, words),
    previousKey: stopped?.key ?? previousQuestion(walk, question?.key)?.key ?? null,
    position: place < 0 ? walk.asked.length : place + 1,
    of: walk.asked.length,
    savedAt: given.savedAt === undefined ? null : new Date(given.savedAt).toISOString(),
    stop: stopped === undefined ? null : stopView(stopped, words),
    review: isComplete ? reviewOf(state, words) : null,
    submitted: state.status !== 'draft',
  };
}

/** All questions that apply with their answers in words. */
export function reviewOf(
  { walk, given }: Pick<QuestionnaireState, 'walk' | 'given'>,
  words: Words,
): NonNullable<QuestionnaireScreen['review']> {
  return walk.asked.map((question) => ({
    key: question.key,
    text: words.label(question.text),
    answer: answerText(
      question,
      given.values.get(question.key),
      words,
      given.documents.get(question.key)?.name,
    ),
  }));
}

function questionView(question: Question, given: GivenAnswers, words: Words): QuestionView {
  const document = given.documents.get(question.key);
  return {
    key: question.key,
    text: words.label(question.text),
    help: question.help === undefined ? null : words.label(question.help),
    why: words.label(question.why),
    kind: question.kind,
    required: question.required,
    options: (question.options ?? []).map(({ value, label }) => ({ value, label: words.label(label) })),
    maxLength: maxLengthOf(question),
    check:
      question.check === undefined
        ? null
        : { formula: question.check.formula, message: words.label(question.check.message) },
    answer: given.values.get(question.key) ?? null,
    document: document === undefined ? null : { name: document.name, bytes: document.bytes },
  };
}

function stopView(question: Question, words: Words): QuestionnaireScreen['stop'] {
  const stop = question.minimum?.stop;
  if (stop === undefined) return null;
  return {
    title: words.label(stop.title),
    body: words.label(stop.body),
    rule: words.label(stop.rule),
    mayApplyAgain: words.label(stop.again),
  };
}
