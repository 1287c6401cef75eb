import type { AnswerValue, QuestionView } from '@muster/client';
import {
  compileFormula,
  type EvaluationContext,
  type FormulaType,
  fieldsUsed,
  parseFormula,
} from '@muster/formula';

const types: Readonly<Record<QuestionView['kind'], FormulaType>> = {
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

export interface GivenAnswer {
  readonly question: QuestionView;
  readonly value: AnswerValue;
}

/**
 * What a question's rule says against an answer, or undefined. The same formula runs on the server, which decides; a
 * rule that looks at answers this page does not know is left to it.
 */
export function checkAnswer(
  { question, value }: GivenAnswer,
  others: readonly QuestionView[],
  time: Pick<EvaluationContext, 'now' | 'timeZone'>,
): string | undefined {
  const { check } = question;
  if (check === null || value === null) return undefined;
  const known = new Map<string, GivenAnswer>(
    [...others.map((other) => ({ question: other, value: other.answer })), { question, value }].map(
      (given) => [given.question.key.toLowerCase(), given],
    ),
  );
  const isKnown = (path: string) => known.has(path.toLowerCase());
  if (!fieldsUsed(parseFormula(check.formula)).every(isKnown)) return undefined;
  const formula = compileFormula(
    check.formula,
    (path) => {
      const given = known.get(path.toLowerCase());
      if (given === undefined) return undefined;
      const picklist = given.question.options.map((option) => option.value);
      return { type: types[given.question.kind], ...(picklist.length > 0 && { picklist }) };
    },
    { expected: 'Boolean' },
  );
  const result = formula.evaluate((path) => known.get(path.toLowerCase())?.value ?? null, {
    ...time,
    blanks: 'BlankAsBlank',
  });
  return result === true ? undefined : check.message;
}
