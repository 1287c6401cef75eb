import { MusterError } from '@muster/kernel';
import type { RuleRecord, SaveRule, Session } from '@muster/records';
import { soql } from '@muster/soql';
import { instantText } from '../application/instants.js';
import { wordsOf } from '../messages/words.js';
import { processProblems, shapeProblems } from './process-problems.js';

const OBJECT = 'Hiring_Process_Version__c';

/** What a published version consists of. All that may still happen to it is being retired. */
const fixedOncePublished = ['process__c', 'number__c', 'definition__c', 'published_at__c'];

const publishedVersionsStay: SaveRule = {
  object: OBJECT,
  when: 'before',
  on: ['update'],
  run: async (batch) => {
    for (const record of batch) {
      if (record.previous?.get('status__c') === 'Draft') continue;
      const mayStand = !changes(record, 'status__c') || record.values.get('status__c') === 'Retired';
      if (mayStand && !fixedOncePublished.some((field) => changes(record, field))) continue;
      refuse(record, 'A published version never changes; draft a new one', 'Definition__c');
    }
  },
};

/** Whichever way a version comes in, a draft can be read and a published one can be run, one of each process. */
const definitionsAreChecked: SaveRule = {
  object: OBJECT,
  when: 'before',
  on: ['insert', 'update'],
  async run(batch, session) {
    const words = wordsOf(session);
    for (const record of batch) {
      const isNew = record.previous === undefined;
      const status = after(record, 'status__c') ?? 'Draft';
      if (isNew && status === 'Retired') refuse(record, 'A version begins as a draft', 'Status__c');
      const isPublished = status === 'Published' && (isNew || changes(record, 'status__c'));
      if (!isPublished && !changes(record, 'definition__c')) continue;
      const find = isPublished ? processProblems : shapeProblems;
      const problems = find(readJson(after(record, 'definition__c')), words);
      for (const problem of problems) refuse(record, problem, 'Definition__c', 'FIELD_INTEGRITY_EXCEPTION');
      if (isPublished) await publish(record, batch, session);
    }
  },
};

const onlyDraftsAreDeleted: SaveRule = {
  object: OBJECT,
  when: 'before',
  on: ['delete'],
  run: async (batch) => {
    for (const record of batch) {
      if (record.previous?.get('status__c') !== 'Draft')
        refuse(record, 'A published version is kept for good', 'Status__c');
    }
  },
};

/** Rules of the versions of hiring processes. */
export const versionRules: readonly SaveRule[] = [
  publishedVersionsStay,
  definitionsAreChecked,
  onlyDraftsAreDeleted,
];

async function publish(record: RuleRecord, batch: readonly RuleRecord[], session: Session): Promise<void> {
  const process = after(record, 'process__c') ?? '';
  const published = await session
    .system('hiring-event')
    .rows<{ Id: string }>(
      soql`SELECT Id FROM Hiring_Process_Version__c WHERE Process__c = ${process} AND Status__c = 'Published'`,
    );
  const leaving = new Set(batch.flatMap((other) => (changes(other, 'status__c') ? (other.id ?? []) : [])));
  const others = batch.filter(
    (other) =>
      other !== record && after(other, 'process__c') === process && after(other, 'status__c') === 'Published',
  );
  if (others.length > 0 || published.some(({ Id }) => !leaving.has(Id))) {
    refuse(record, 'Another version of the process is published; retire it first', 'Status__c');
  }
  if (after(record, 'published_at__c') === null) {
    record.values.set('published_at__c', instantText(session.now()));
  }
}

/** Undefined, which is no definition of anything, for a text that is no JSON. */
function readJson(text: string | null): unknown {
  try {
    return JSON.parse(text ?? '');
  } catch {
    return undefined;
  }
}

function after(record: RuleRecord, field: string): string | null {
  const value = record.values.get(field);
  return value === undefined ? (record.previous?.get(field) ?? null) : value;
}

function changes(record: RuleRecord, field: string): boolean {
  const value = record.values.get(field);
  return value !== undefined && value !== (record.previous?.get(field) ?? null);
}

function refuse(
  record: RuleRecord,
  message: string,
  field: string,
  code: MusterError['code'] = 'FIELD_CUSTOM_VALIDATION_EXCEPTION',
): void {
  record.refuse(new MusterError(code, message, { fields: [field] }));
}
