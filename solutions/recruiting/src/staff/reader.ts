import { findObject } from '@muster/metadata';
import type { Session } from '@muster/records';
import { type Seal, sealOf } from '../application/sealing.js';
import type { ProcessStep } from '../engine/index.js';

/** What a reader's rights open of an application beyond its plain fields. */
export interface Reader {
  /** Results of sealed steps. */
  readonly outcomes: Readonly<Record<Seal, boolean>>;
  /** Reasons, places and findings of sealed steps. */
  readonly details: Readonly<Record<Seal, boolean>>;
  /** Why an application ended, when that tells the result of a sealed step. */
  readonly sealedDisposition: boolean;
  readonly answers: boolean;
  /** The content of what was handed in, where the record it is linked to may be read. */
  readonly documents: boolean;
  readonly notes: boolean;
  readonly firstContacts: boolean;
}

/** Field that holds the detail of events under a seal: whoever may read it may open what is sealed. */
export const detailFields: Readonly<Record<Seal, string>> = {
  medical: 'Medical_Detail__c',
  background: 'Background_Detail__c',
};

/** The rights of a session on the content of applications. */
export function readerOf(session: Session): Reader {
  const mayReadField = (objectName: string, field: string) => {
    const object = findObject(session.snapshot, objectName);
    return object !== undefined && session.rights(object).field(field).read;
  };
  const mayRead = (objectName: string) => {
    const object = findObject(session.snapshot, objectName);
    return object !== undefined && session.rights(object).read;
  };
  return {
    outcomes: {
      medical: mayReadField('Application_Step__c', 'Medical_Outcome__c'),
      background: mayReadField('Application_Step__c', 'Background_Outcome__c'),
    },
    details: {
      medical: mayReadField('Application_Event__c', detailFields.medical),
      background: mayReadField('Application_Event__c', detailFields.background),
    },
    sealedDisposition: mayReadField('ApplicationForm', 'Sealed_Disposition__c'),
    answers: mayRead('Answer__c'),
    documents: mayReadField('ContentVersion', 'VersionData'),
    notes: mayRead('Application_Note__c'),
    firstContacts: mayRead('First_Contact__c'),
  };
}

/** Whether a reader may know the result of a step. */
export function seesOutcome(reader: Reader, step: Pick<ProcessStep, 'kind' | 'sealed'>): boolean {
  const seal = sealOf(step);
  return seal === undefined || reader.outcomes[seal];
}

/** Whether a reader may read what was noted beside the result of a step. */
export function seesDetail(reader: Reader, step: Pick<ProcessStep, 'kind' | 'sealed'>): boolean {
  const seal = sealOf(step);
  return seal === undefined || reader.details[seal];
}

const recordPermissions: Readonly<Record<Seal, string>> = {
  medical: 'Record_Medical_Results',
  background: 'Record_Background_Results',
};

/** Whether the session may record results of a step. */
export function mayRecord(session: Session, step: Pick<ProcessStep, 'kind' | 'sealed'>): boolean {
  const seal = sealOf(step);
  return session.can(seal === undefined ? 'Record_Results' : recordPermissions[seal]);
}
