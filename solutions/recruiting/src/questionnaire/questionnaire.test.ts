import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { AnswerValue } from '../contract/index.js';
import { wordsIn } from '../messages/words.js';
import { readQuestionnaireTemplates } from '../templates/load-templates.js';
import { compileQuestionnaire } from './compile-questionnaire.js';
import { readOptions, writeOptions } from './load-questionnaire.js';
import type { Question } from './question.js';
import { readAnswer } from './read-answer.js';
import { factsOf, previousQuestion, walkQuestionnaire } from './walk-questionnaire.js';

const time = { now: Date.parse('2026-11-02T09:00:00Z'), timeZone: 'America/New_York' };
const words = wordsIn({ language: 'en', timeZone: time.timeZone, now: time.now });
const label = (text: string) => ({ en: text, es: text });

function question(key: string, more: Partial<Question> = {}): Question {
  return { key, kind: 'text', required: true, text: label(key), why: label('why'), ...more };
}

const stop = { title: label('t'), body: label('b'), rule: label('r'), again: label('a') };
const questionnaire = compileQuestionnaire([
  question('adult', {
    kind: 'yes_no',
    minimum: { formula: 'adult', requirement: label('18'), stop },
  }),
  question('drives', { kind: 'yes_no' }),
  question('licence', {
    kind: 'choice',
    condition: 'drives',
    fact: 'driving_licence',
    options: [
      { value: 'valid', label: label('Valid') },
      { value: 'suspended', label: label('Suspended') },
    ],
  }),
  question('note', { required: false }),
]);
const walk = (answers: Record<string, AnswerValue>) =>
  walkQuestionnaire(questionnaire, new Map(Object.entries(answers)), time);
const keys = (questions: readonly Question[]) => questions.map((each) => each.key);

describe('walking a questionnaire', () => {
  it('asks what applies, in order, and nothing twice', () => {
    expect(walk({}).next?.key).toBe('adult');
    expect(keys(walk({ adult: true }).asked)).toEqual(['adult', 'drives', 'note']);
    expect(keys(walk({ adult: true, drives: true }).asked)).toEqual(['adult', 'drives', 'licence', 'note']);
    expect(walk({ adult: true, drives: false }).next?.key).toBe('note');
    expect(walk({ adult: true, drives: false, note: null }).next).toBeUndefined();
  });

  it('stops at a minimum that is not met, and asks no more', () => {
    const stopped = walk({ adult: false, drives: true });
    expect(stopped.stoppedAt?.key).toBe('adult');
    expect(stopped.next).toBeUndefined();
    expect(keys(stopped.asked)).toEqual(['adult']);
  });

  it('goes back to what applies', () => {
    const at = walk({ adult: true, drives: false });
    expect(previousQuestion(at, 'note')?.key).toBe('drives');
    expect(previousQuestion(at, 'adult')).toBeUndefined();
    expect(previousQuestion(at, undefined)?.key).toBe('note');
  });

  it('makes facts known only of questions that apply', () => {
    const answers = { adult: true, drives: true, licence: 'suspended' };
    expect(factsOf(walk(answers), new Map(Object.entries(answers)))).toEqual({
      driving_licence: 'suspended',
    });
    const changed = { ...answers, drives: false };
    expect(factsOf(walk(changed), new Map(Object.entries(changed)))).toEqual({});
  });

  it('comes to an end whatever is answered', () => {
    const values: Record<string, fc.Arbitrary<AnswerValue>> = {
      adult: fc.boolean(),
      drives: fc.boolean(),
      licence: fc.constantFrom('valid', 'suspended'),
      note: fc.constantFrom(null, 'x'),
    };
    fc.assert(
      fc.property(fc.record(values), (given) => {
        const answers: Record<string, AnswerValue> = {};
        for (let n = 0; n < 10; n += 1) {
          const { next, stoppedAt } = walk(answers);
          if (next === undefined) return stoppedAt === undefined ? true : given.adult === false;
          answers[next.key] = given[next.key] as AnswerValue;
        }
        return false;
      }),
    );
  });
});

describe('reading answers', () => {
  const read = (kind: Question['kind'], input: AnswerValue, more: Partial<Question> = {}) => {
    const [asked] = compileQuestionnaire([question('q', { kind, ...more })]);
    if (asked === undefined) throw new Error('No question');
    return readAnswer(asked, input, new Map(), time, words);
  };

  it('takes what is of the kind, trimmed', () => {
    expect(read('text', '  Nia ')).toBe('Nia');
    expect(read('yes_no', false)).toBe(false);
    expect(read('date', '2004-02-29')).toBe('2004-02-29');
    expect(read('phone', '+1 (555) 01-00')).toBe('+1 (555) 01-00');
    expect(read('choices', ['a', 'a'], { options: [{ value: 'a', label: label('A') }] })).toEqual(['a']);
    expect(read('text', ' ', { required: false })).toBeNull();
  });

  it('refuses the rest with the question as the field', () => {
    expect(() => read('text', ' ')).toThrow('We need an answer');
    expect(() => read('yes_no', 'true')).toThrow('Choose one');
    expect(() => read('date', '2003-02-29')).toThrow('Enter a day');
    expect(() => read('number', '5')).toThrow('Enter a number');
    expect(() => read('phone', 'call me')).toThrow('phone number');
    expect(() => read('choice', 'b', { options: [{ value: 'a', label: label('A') }] })).toThrow('Choose one');
    expect(() => read('text', 'x'.repeat(256))).toThrow('255');
  });

  it('looks at the check with the new answer', () => {
    const check = { formula: 'q <= TODAY()', message: label('Not in the future') };
    expect(read('date', '2026-11-02', { check })).toBe('2026-11-02');
    expect(() => read('date', '2026-11-03', { check })).toThrow('Not in the future');
  });
});

describe('templates', () => {
  it('compile, and say everything in both languages', async () => {
    for (const template of await readQuestionnaireTemplates()) {
      expect(compileQuestionnaire(template.questions)).toHaveLength(template.questions.length);
      const labels = JSON.stringify(template).match(/\{"en":"[^"]*"(,"es":"[^"]*")?\}/g) ?? [];
      expect(labels.filter((text) => !text.includes('"es"'))).toEqual([]);
      expect(new Set(template.questions.map((each) => each.key)).size).toBe(template.questions.length);
    }
  });

  it('keep options as they are', async () => {
    for (const { questions } of await readQuestionnaireTemplates()) {
      for (const { options = [] } of questions) expect(readOptions(writeOptions(options))).toEqual(options);
    }
  });

  it('name the question whose formula is wrong', () => {
    expect(() => compileQuestionnaire([question('a', { condition: 'nobody' })])).toThrow('Question a');
  });
});
