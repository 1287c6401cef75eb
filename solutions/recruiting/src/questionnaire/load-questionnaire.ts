import type { Session } from '@muster/records';
import { soql } from '@muster/soql';
import type { QuestionKind } from '../contract/index.js';
import type { Label } from '../engine/index.js';
import type { Question, QuestionOption } from './question.js';

interface QuestionRow {
  readonly Key__c: string;
  readonly Kind__c: QuestionKind;
  readonly Required__c: boolean;
  readonly Options__c: string | null;
  readonly Max_Length__c: number | null;
  readonly Condition__c: string | null;
  readonly Check__c: string | null;
  readonly Minimum_Rule__c: string | null;
  readonly Fact__c: string | null;
  readonly [text: string]: unknown;
}

/** The questions of a questionnaire in their order. `session` must be able to read all their fields. */
export async function loadQuestionnaire(session: Session, id: string): Promise<readonly Question[]> {
  const rows = await session.rows<QuestionRow>(
    soql`SELECT Key__c, Kind__c, Required__c, Options__c, Max_Length__c, Condition__c, Check__c, Minimum_Rule__c, Fact__c,
      Text__c, Text_es__c, Help__c, Help_es__c, Why__c, Why_es__c, Check_Message__c, Check_Message_es__c,
      Requirement__c, Requirement_es__c, Stop_Title__c, Stop_Title_es__c, Stop_Body__c, Stop_Body_es__c,
      Stop_Rule__c, Stop_Rule_es__c, Stop_Again__c, Stop_Again_es__c
      FROM Question__c WHERE Questionnaire__c = ${id} ORDER BY Order__c, Key__c`,
  );
  return rows.map(readQuestionRow);
}

function readQuestionRow(row: QuestionRow): Question {
  const help = label(row, 'Help');
  const options = row.Options__c === null ? undefined : readOptions(row.Options__c);
  return {
    key: row.Key__c,
    kind: row.Kind__c,
    required: row.Required__c,
    text: label(row, 'Text'),
    why: label(row, 'Why'),
    ...(help.en !== '' && { help }),
    ...(options !== undefined && { options }),
    ...(row.Max_Length__c !== null && { maxLength: row.Max_Length__c }),
    ...(row.Condition__c !== null && { condition: row.Condition__c }),
    ...(row.Check__c !== null && { check: { formula: row.Check__c, message: label(row, 'Check_Message') } }),
    ...(row.Minimum_Rule__c !== null && {
      minimum: {
        formula: row.Minimum_Rule__c,
        requirement: label(row, 'Requirement'),
        stop: {
          title: label(row, 'Stop_Title'),
          body: label(row, 'Stop_Body'),
          rule: label(row, 'Stop_Rule'),
          again: label(row, 'Stop_Again'),
        },
      },
    }),
    ...(row.Fact__c !== null && { fact: row.Fact__c }),
  };
}

/** Both languages of a text; what is missing in one is shown in the other. */
function label(row: QuestionRow, name: string): Label {
  const en = row[`${name}__c`];
  const es = row[`${name}_es__c`];
  const first = typeof en === 'string' ? en : typeof es === 'string' ? es : '';
  return { en: first, es: typeof es === 'string' ? es : first };
}

/** Options as they are kept: one a line, `value | English | Spanish`. */
export function readOptions(text: string): readonly QuestionOption[] {
  return text
    .split('\n')
    .map((line) => line.split('|').map((part) => part.trim()))
    .filter(([value]) => value !== undefined && value !== '')
    .map(([value = '', en = value, es = en]) => ({ value, label: { en, es } }));
}

export function writeOptions(options: readonly QuestionOption[]): string {
  return options.map(({ value, label: { en, es } }) => `${value} | ${en} | ${es}`).join('\n');
}
