import { MusterError } from '@muster/kernel';
import type { RuleRecord, SaveRule } from '@muster/records';

/** What a published version consists of. All that may still happen to it is being retired. */
const fixedOncePublished = ['process__c', 'number__c', 'definition__c', 'published_at__c'];

const publishedVersionsStay: SaveRule = {
  object: 'Hiring_Process_Version__c',
  when: 'before',
  on: ['update'],
  run: async (batch) => {
    for (const record of batch) {
      if (record.previous?.get('status__c') === 'Draft') continue;
      const mayStand = !changes(record, 'status__c') || record.values.get('status__c') === 'Retired';
      if (mayStand && !fixedOncePublished.some((field) => changes(record, field))) continue;
      refuse(record, 'A published version never changes; draft a new one', ['Definition__c']);
    }
  },
};

const onlyDraftsAreDeleted: SaveRule = {
  object: 'Hiring_Process_Version__c',
  when: 'before',
  on: ['delete'],
  run: async (batch) => {
    for (const record of batch) {
      if (record.previous?.get('status__c') !== 'Draft')
        refuse(record, 'A published version is kept for good');
    }
  },
};

const eventsAreForever: SaveRule = {
  object: 'Application_Event__c',
  when: 'before',
  on: ['update', 'delete'],
  run: async (batch) => {
    for (const record of batch) {
      refuse(record, 'What was recorded stays; put a mistake right by a later event that names it');
    }
  },
};

const firstContactsAreKept: SaveRule = {
  object: 'First_Contact__c',
  when: 'before',
  on: ['update', 'delete'],
  run: async (batch) => {
    for (const record of batch) refuse(record, 'How a person first came to us is never overwritten');
  },
};

/** Rules of recruiting that hold whichever way a record comes in. */
export const saveRules: readonly SaveRule[] = [
  publishedVersionsStay,
  onlyDraftsAreDeleted,
  eventsAreForever,
  firstContactsAreKept,
];

function changes(record: RuleRecord, field: string): boolean {
  const value = record.values.get(field);
  return value !== undefined && value !== (record.previous?.get(field) ?? null);
}

function refuse(record: RuleRecord, message: string, fields: readonly string[] = []): void {
  record.refuse(new MusterError('FIELD_CUSTOM_VALIDATION_EXCEPTION', message, { fields }));
}
