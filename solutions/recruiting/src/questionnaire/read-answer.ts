import { MusterError } from '@muster/kernel';
import type { AnswerValue } from '../contract/index.js';
import type { Words } from '../messages/words.js';
import type { AnswerTime, CompiledQuestion } from './compile-questionnaire.js';
import type { Answers, Question } from './question.js';

const DAY = /^\d{4}-\d\d-\d\d$/;
const PHONE = /^[+()\d\s./-]{5,40}$/;
const MAX_TEXT = 255;
const MAX_LONG_TEXT = 5000;

/**
 * Checks what somebody answered and gives the value that is kept: trimmed, of the question's type, within its options.
 * Blank is null: allowed when the question may be passed over.
 * @throws MusterError FIELD_CUSTOM_VALIDATION_EXCEPTION with the question's key as its field
 */
export function readAnswer(
  { question, holds }: CompiledQuestion,
  input: AnswerValue,
  answers: Answers,
  time: AnswerTime,
  words: Words,
): AnswerValue {
  const refuse = (message: string): never => {
    throw new MusterError('FIELD_CUSTOM_VALIDATION_EXCEPTION', message, { fields: [question.key] });
  };
  const value = readValue(question, input, words, refuse);
  if (value === null) return question.required ? refuse(words.say('answer.required')) : null;
  if (!holds(new Map(answers).set(question.key, value), time)) {
    refuse(question.check === undefined ? words.say('answer.wrong') : words.label(question.check.message));
  }
  return value;
}

type Refuse = (message: string) => never;

function readValue(question: Question, input: AnswerValue, words: Words, refuse: Refuse): AnswerValue {
  if (isBlank(input)) return null;
  switch (question.kind) {
    case 'yes_no':
      return typeof input === 'boolean' ? input : refuse(words.say('answer.choose'));
    case 'choice':
      return isOption(question, input) ? input : refuse(words.say('answer.choose'));
    case 'choices':
      return Array.isArray(input) && input.every((each) => isOption(question, each))
        ? [...new Set(input as readonly string[])]
        : refuse(words.say('answer.choose'));
    case 'number':
      return typeof input === 'number' && Number.isFinite(input) ? input : refuse(words.say('answer.number'));
    case 'date':
      return typeof input === 'string' && isDay(input) ? input : refuse(words.say('answer.date'));
    case 'phone':
      return typeof input === 'string' && PHONE.test(input.trim())
        ? input.trim()
        : refuse(words.say('answer.phone'));
    case 'document':
      return typeof input === 'string' ? input : refuse(words.say('answer.document'));
    case 'text':
    case 'long_text':
    case 'address':
      return readText(question, input, words, refuse);
  }
}

function readText(question: Question, input: AnswerValue, words: Words, refuse: Refuse): string {
  if (typeof input !== 'string') return refuse(words.say('answer.text'));
  const most = maxLengthOf(question) ?? MAX_LONG_TEXT;
  const text = input.trim();
  return text.length <= most ? text : refuse(words.say('answer.too_long', { most: words.number(most) }));
}

/** Characters an answer may have; null where length is no matter. */
export function maxLengthOf(question: Question): number | null {
  if (question.kind === 'long_text') return question.maxLength ?? MAX_LONG_TEXT;
  return question.kind === 'text' || question.kind === 'address' ? (question.maxLength ?? MAX_TEXT) : null;
}

function isBlank(input: AnswerValue): boolean {
  if (input === null || (Array.isArray(input) && input.length === 0)) return true;
  return typeof input === 'string' && input.trim() === '';
}

function isOption(question: Question, value: unknown): value is string {
  return typeof value === 'string' && (question.options ?? []).some((option) => option.value === value);
}

function isDay(text: string): boolean {
  return DAY.test(text) && !Number.isNaN(Date.parse(text)) && new Date(text).toISOString().startsWith(text);
}
