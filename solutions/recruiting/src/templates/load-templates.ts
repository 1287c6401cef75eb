import { readdir, readFile } from 'node:fs/promises';
import type { RecordInput, Session } from '@muster/records';
import { soql } from '@muster/soql';
import { instantText } from '../application/instants.js';
import { saveAll } from '../application/save-all.js';
import { type Label, type ProcessVersion, parseProcess } from '../engine/index.js';
import { checkFactFormula } from '../formulas/fact-formula.js';
import { compileQuestionnaire } from '../questionnaire/compile-questionnaire.js';
import { writeOptions } from '../questionnaire/load-questionnaire.js';
import type { Question } from '../questionnaire/question.js';

/** A questionnaire as its template file holds it. */
export interface QuestionnaireTemplate {
  readonly key: string;
  readonly name: Label;
  readonly minutes: number;
  readonly questions: readonly Question[];
}

const questionnaireFolder = new URL('../../seed/questionnaires/', import.meta.url);
const processFolder = new URL('../../processes/', import.meta.url);

export async function readQuestionnaireTemplates(): Promise<readonly QuestionnaireTemplate[]> {
  return readJsonFiles<QuestionnaireTemplate>(questionnaireFolder);
}

/** The hiring processes that ship, each checked as any other before it is published. */
export async function readProcessTemplates(): Promise<readonly ProcessVersion[]> {
  const values = await readJsonFiles<unknown>(processFolder);
  return values.map((value) => parseProcess(value, checkFactFormula));
}

async function readJsonFiles<Value>(folder: URL): Promise<readonly Value[]> {
  const names = (await readdir(folder)).filter((name) => name.endsWith('.json')).sort();
  const texts = await Promise.all(names.map((name) => readFile(new URL(name, folder), 'utf8')));
  return texts.map((text) => JSON.parse(text) as Value);
}

/**
 * Brings the shipped processes and questionnaires into the org. What is there already stays as it is: a questionnaire
 * by its key, a process that has any version.
 */
export async function loadTemplates(session: Session): Promise<void> {
  const [processes, questionnaires] = await Promise.all([
    readProcessTemplates(),
    readQuestionnaireTemplates(),
  ]);
  await session.transaction(async (transaction) => {
    const system = transaction.system('installation');
    for (const template of questionnaires) await installQuestionnaire(system, template);
    for (const template of processes) await installProcess(system, template);
  });
}

async function installQuestionnaire(system: Session, template: QuestionnaireTemplate): Promise<void> {
  compileQuestionnaire(template.questions);
  const known = await system.rows(soql`SELECT Id FROM Questionnaire__c WHERE Key__c = ${template.key}`);
  if (known.length > 0) return;
  const id = await system.create('Questionnaire__c', {
    Name: template.name.en,
    Name_es__c: template.name.es,
    Key__c: template.key,
    Minutes__c: template.minutes,
  });
  const records = template.questions.map((question, index) =>
    questionRecord(template.key, id, question, index),
  );
  await saveAll(system.insert('Question__c', records));
}

function questionRecord(
  questionnaireKey: string,
  questionnaireId: string,
  question: Question,
  index: number,
): RecordInput {
  const { minimum } = question;
  return {
    values: {
      Questionnaire__c: questionnaireId,
      Name: question.text.en.slice(0, 80),
      Key__c: question.key,
      External_Key__c: `${questionnaireKey}.${question.key}`,
      Order__c: index + 1,
      Kind__c: question.kind,
      Required__c: question.required,
      ...both('Text', question.text),
      ...both('Help', question.help),
      ...both('Why', question.why),
      Options__c: question.options === undefined ? null : writeOptions(question.options),
      Max_Length__c: question.maxLength ?? null,
      Condition__c: question.condition ?? null,
      Check__c: question.check?.formula ?? null,
      ...both('Check_Message', question.check?.message),
      Minimum_Rule__c: minimum?.formula ?? null,
      ...both('Requirement', minimum?.requirement),
      ...both('Stop_Title', minimum?.stop.title),
      ...both('Stop_Body', minimum?.stop.body),
      ...both('Stop_Rule', minimum?.stop.rule),
      ...both('Stop_Again', minimum?.stop.again),
      Fact__c: question.fact ?? null,
    },
  };
}

const both = (name: string, label: Label | undefined) => ({
  [`${name}__c`]: label?.en ?? null,
  [`${name}_es__c`]: label?.es ?? null,
});

async function installProcess(system: Session, template: ProcessVersion): Promise<void> {
  const known = await system.rows<{ Id: string }>(
    soql`SELECT Id FROM Hiring_Process__c WHERE Key__c = ${template.key}`,
  );
  if (known.length > 0) return;
  const id = await system.create('Hiring_Process__c', {
    Name: template.name.en,
    Name_es__c: template.name.es,
    Key__c: template.key,
  });
  await system.create('Hiring_Process_Version__c', {
    Process__c: id,
    Number__c: template.version,
    Status__c: 'Published',
    Definition__c: JSON.stringify(template),
    Published_At__c: instantText(system.now()),
  });
}
