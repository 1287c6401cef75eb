import {
  type CompiledFormula,
  compileFormula,
  type EvaluationContext,
  type FormulaType,
} from '@muster/formula';
import { MusterError } from '@muster/kernel';
import type { AnswerValue, QuestionKind } from '../contract/index.js';
import type { Answers, Question } from './question.js';

/** When and in which zone the answers are looked at: what TODAY means in their formulas. */
export type AnswerTime = Pick<EvaluationContext, 'now' | 'timeZone'>;

/** A condition over the answers given so far. */
type Condition = (answers: Answers, time: AnswerTime) => boolean;

export interface CompiledQuestion {
  readonly question: Question;
  readonly applies: Condition;
  /** Whether the answer can be right. */
  readonly holds: Condition;
  /** Whether the legal minimum is met. */
  readonly isMet: Condition;
}

/** A questionnaire with its formulas compiled, in the order in which it asks. */
export type CompiledQuestionnaire = readonly CompiledQuestion[];

const formulaTypes: Readonly<Record<QuestionKind, FormulaType>> = {
  yes_no: 'Boolean',
  choice: 'Picklist',
  choices: 'Multipicklist',
  text: 'Text',
  long_text: 'Text',
  number: 'Number',
  date: 'Date',
  document: 'Text',
  phone: 'Text',
  address: 'Text',
};

const always: Condition = () => true;

/** @throws MusterError FIELD_INTEGRITY_EXCEPTION naming the question whose formula is wrong */
export function compileQuestionnaire(questions: readonly Question[]): CompiledQuestionnaire {
  const byKey = new Map(questions.map((question) => [question.key.toLowerCase(), question]));
  const compile = (question: Question, formula: string | undefined): Condition => {
    if (formula === undefined) return always;
    return conditionOf(compileAnswerFormula(question, formula, byKey));
  };
  return questions.map((question) => ({
    question,
    applies: compile(question, question.condition),
    holds: compile(question, question.check?.formula),
    isMet: compile(question, question.minimum?.formula),
  }));
}

function compileAnswerFormula(
  question: Question,
  formula: string,
  byKey: ReadonlyMap<string, Question>,
): CompiledFormula {
  try {
    return compileFormula(
      formula,
      (path) => {
        const asked = byKey.get(path.toLowerCase());
        if (asked === undefined) return undefined;
        const picklist = asked.options?.map((option) => option.value);
        return { type: formulaTypes[asked.kind], ...(picklist !== undefined && { picklist }) };
      },
      { expected: 'Boolean' },
    );
  } catch (error) {
    if (!(error instanceof MusterError)) throw error;
    throw new MusterError('FIELD_INTEGRITY_EXCEPTION', `Question ${question.key}: ${error.message}`, {
      cause: error,
    });
  }
}

/** A formula that has no value, such as a division by zero, is not true. */
function conditionOf(formula: CompiledFormula): Condition {
  return (answers, time) => {
    const byName = new Map([...answers].map(([key, value]) => [key.toLowerCase(), value]));
    const read = (path: string): AnswerValue => byName.get(path.toLowerCase()) ?? null;
    return formula.evaluate(read, { ...time, blanks: 'BlankAsBlank' }) === true;
  };
}
