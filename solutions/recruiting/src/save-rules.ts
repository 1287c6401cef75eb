import { MusterError } from '@muster/kernel';
import type { RuleRecord, SaveRule } from '@muster/records';

/** What a published version of a process may still change: nothing but being retired. */
const changeableOncePublished = ['status__c', 'name'];

const publishedVersionsStay: SaveRule = {
  object: 'Hiring_Process_Version__c',
  when: 'before',
  on: ['update', 'delete'],
  run: async (batch) => {
    for (const record of batch) {
      if (record.previous?.get('status__c') === 'Draft') continue;
      const isRetirement =
        record.values.get('status__c') === 'Retired' &&
        changedFields(record).every((field) => changeableOncePublished.includes(field));
      if (!isRetirement) {
        refuse(record, 'A published version never changes; draft a new one', ['Definition__c']);
      }
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
export const saveRules: readonly SaveRule[] = [publishedVersionsStay, eventsAreForever, firstContactsAreKept];

function changedFields(record: RuleRecord): readonly string[] {
  return [...record.values]
    .filter(([name, value]) => value !== (record.previous?.get(name) ?? null))
    .map(([name]) => name);
}

function refuse(record: RuleRecord, message: string, fields: readonly string[] = []): void {
  record.refuse(new MusterError('FIELD_CUSTOM_VALIDATION_EXCEPTION', message, { fields }));
}
