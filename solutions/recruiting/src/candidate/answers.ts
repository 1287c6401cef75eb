import type { Session } from '@muster/records';
import { soql } from '@muster/soql';
import { instantText, readInstant } from '../application/instants.js';
import { saveAll } from '../application/save-all.js';
import type { AnswerValue } from '../contract/index.js';

/** An uploaded file as its answer keeps it. */
export interface AnsweredDocument {
  readonly id: string;
  readonly name: string;
  readonly bytes: number;
}

/** The answers of one application. */
export interface GivenAnswers {
  readonly values: ReadonlyMap<string, AnswerValue>;
  readonly documents: ReadonlyMap<string, AnsweredDocument>;
  readonly savedAt: number | undefined;
}

interface AnswerRow {
  readonly Question_Key__c: string;
  readonly Value__c: string | null;
  readonly Document__c: string | null;
  readonly Answered_At__c: string;
}

export async function loadAnswers(session: Session, applicationId: string): Promise<GivenAnswers> {
  const rows = await session.rows<AnswerRow>(
    soql`SELECT Question_Key__c, Value__c, Document__c, Answered_At__c FROM Answer__c WHERE Application__c = ${applicationId}`,
  );
  const values = new Map<string, AnswerValue>();
  const documents = new Map<string, AnsweredDocument>();
  let savedAt: number | undefined;
  for (const row of rows) {
    const stored = row.Value__c === null ? null : (JSON.parse(row.Value__c) as AnswerValue);
    savedAt = Math.max(savedAt ?? 0, readInstant(row.Answered_At__c));
    if (row.Document__c === null) {
      values.set(row.Question_Key__c, stored);
      continue;
    }
    const file = JSON.parse(row.Value__c ?? '{}') as { name: string; bytes: number };
    values.set(row.Question_Key__c, row.Document__c);
    documents.set(row.Question_Key__c, { id: row.Document__c, ...file });
  }
  return { values, documents, savedAt };
}

/** Keeps an answer in place of the one before it. */
export async function saveAnswer(
  system: Session,
  applicationId: string,
  question: string,
  answer: { readonly value: AnswerValue } | { readonly document: AnsweredDocument },
): Promise<void> {
  const kept =
    'value' in answer
      ? { Value__c: answer.value === null ? null : JSON.stringify(answer.value), Document__c: null }
      : {
          Value__c: JSON.stringify({ name: answer.document.name, bytes: answer.document.bytes }),
          Document__c: answer.document.id,
        };
  const key = `${applicationId}.${question}`;
  const [known] = await system.rows<{ Id: string }>(
    soql`SELECT Id FROM Answer__c WHERE Answer_Key__c = ${key}`,
  );
  const values = { ...kept, Answered_At__c: instantText(system.now()) };
  await saveAll(
    known === undefined
      ? system.insert('Answer__c', [
          {
            values: {
              Application__c: applicationId,
              Question_Key__c: question,
              Answer_Key__c: key,
              ...values,
            },
          },
        ])
      : system.update('Answer__c', [{ id: known.Id, values }]),
  );
}
