import { MusterError } from '@muster/kernel';
import type { RuleRecord, SaveRule } from '@muster/records';

/** What the operations of recruiting write, with the checks that go with it, and nobody else, administrators included. */
interface Owned {
  readonly object: string;
  readonly on: SaveRule['on'];
  /** Only these fields; all of the record without them. */
  readonly fields?: readonly string[];
  /** Whether a record is one of those; all are without it. */
  readonly concerns?: (record: RuleRecord) => boolean;
}

/** What is stored of an application besides its events: who applied to what under which process, and the fold. */
export const applicationFields: readonly string[] = [
  'Contact__c',
  'Posting__c',
  'Requisition__c',
  'Process_Version__c',
  'Process_Key__c',
  'Receipt__c',
  'Open_Key__c',
  'Status__c',
  'Phase__c',
  'Open_Steps__c',
  'Waiting_On__c',
  'Waiting_Since__c',
  'Waiting_Step__c',
  'Next_Expiry__c',
  'Next_Due__c',
  'Next_Change_At__c',
  'Started_At__c',
  'Submitted_At__c',
  'Closed_At__c',
  'On_Duty_On__c',
  'Disposition__c',
  'Sealed_Disposition__c',
  'At_Gate_Since__c',
  'Review_Since__c',
  'On_Hold_Since__c',
  'Reapply_At__c',
  'Event_Count__c',
];

/** Of a posting: what publishing makes of process, questionnaire and closing time, and whether it is open. */
const postingFields: readonly string[] = [
  'RecruitmentRequisitionId',
  'Questionnaire__c',
  'Published__c',
  'Published_At__c',
  'State__c',
  'Closes_At__c',
  'Closes_At_Local__c',
  'Time_Zone__c',
  'Steps_In_Words__c',
  'Requirements__c',
];

const owned: readonly Owned[] = [
  { object: 'Application_Event__c', on: ['insert'] },
  { object: 'Application_Step__c', on: ['insert', 'update', 'delete'] },
  { object: 'EmploymentOffer', on: ['insert', 'update', 'delete'] },
  { object: 'Answer__c', on: ['insert', 'update'] },
  { object: 'First_Contact__c', on: ['insert'] },
  { object: 'ApplicationForm', on: ['insert'] },
  { object: 'ApplicationForm', on: ['update'], fields: applicationFields },
  { object: 'RecruitmentPosting', on: ['insert', 'update'], fields: postingFields },
  {
    object: 'EmailMessage',
    on: ['insert', 'update'],
    concerns: ({ values, previous }) =>
      Boolean(values.get('application_form__c') ?? previous?.get('application_form__c')),
  },
];

/** Refuses those writes to everybody but the operations, which write with all rights for a reason they name. */
export const ownedRecords: readonly SaveRule[] = owned.map(
  ({ object, on, fields, concerns }): SaveRule => ({
    object,
    when: 'before',
    on,
    async run(batch, session) {
      if (session.principal.kind === 'system') return;
      for (const record of batch) {
        if (concerns?.(record) === false || isHandedOver(record)) continue;
        const changed = fields?.filter((field) => changes(record, field));
        if (changed === undefined || changed.length > 0) refuse(record, object, changed ?? []);
      }
    },
  }),
);

const STAMPS: ReadonlySet<string> = new Set(['lastmodifieddate', 'lastmodifiedbyid', 'systemmodstamp']);

/** A new owner and nothing else: who looks after a record is not what the operations answer for. */
function isHandedOver({ values, previous }: RuleRecord): boolean {
  const columns = [...values.keys()].filter((column) => !STAMPS.has(column));
  return previous !== undefined && columns.length === 1 && columns[0] === 'ownerid';
}

/** A new checkbox that is not set is no change. */
function changes({ values, previous }: RuleRecord, field: string): boolean {
  const value = values.get(field.toLowerCase());
  if (value === undefined) return false;
  const before = previous?.get(field.toLowerCase()) ?? null;
  return value !== before && !(previous === undefined && value === 'f');
}

function refuse(record: RuleRecord, object: string, fields: readonly string[]): void {
  const what = fields.length === 0 ? `Records of ${object}` : `${fields.join(', ')} of ${object}`;
  const message = `${what} are written by the operations of recruiting alone`;
  record.refuse(new MusterError('FIELD_CUSTOM_VALIDATION_EXCEPTION', message, { fields }));
}
