import { MusterError } from '@muster/kernel';
import type { RuleRecord, SaveRule } from '@muster/records';
import { versionRules } from './processes/version-rules.js';
import { ownedRecords } from './written-by-operations.js';

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
  ...versionRules,
  eventsAreForever,
  firstContactsAreKept,
  ...ownedRecords,
];

function refuse(record: RuleRecord, message: string): void {
  record.refuse(new MusterError('FIELD_CUSTOM_VALIDATION_EXCEPTION', message));
}
