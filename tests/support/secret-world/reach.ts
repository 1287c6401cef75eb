import { findObject, type Snapshot } from '@muster/metadata';
import type { Principal } from '@muster/records';
import type { AgencyRecord, Tag } from './agency.js';
import type { PersonName } from './people.js';

/** Objects by name, with whose records of each are open: this is the policy in the words of the agency. */
type Reach = Readonly<Record<string, readonly Tag[] | 'all'>>;

const ownRecruiting = (own: Tag): Reach => ({
  ApplicationForm: [own],
  Application_Step__c: [own],
  Answer__c: [own],
  Contact: [own],
  EmailMessage: [own],
  EmploymentOffer: [own],
  Question__c: 'all',
  Questionnaire__c: 'all',
  RecruitmentPosting: ['open'],
});

const recruitingStaff: Reach = {
  ApplicationForm: 'all',
  Application_Event__c: 'all',
  Application_Step__c: 'all',
  Contact: 'all',
  EmploymentOffer: 'all',
  Hiring_Process__c: 'all',
  Hiring_Process_Version__c: 'all',
  JobPosition: 'all',
  Organization: 'all',
  Position: 'all',
  Question__c: 'all',
  Questionnaire__c: 'all',
  RecruitmentPosting: 'all',
  RecruitmentRequisition: 'all',
  User: ['tomas', 'ruth'],
};

const applicants: readonly Tag[] = ['nia', 'joel', 'lena', 'idris'];

/** What was answered, and the documents handed in: they are linked to the application. */
const answers: Reach = {
  Answer__c: 'all',
  ContentDocument: applicants,
  ContentDocumentLink: applicants,
  ContentVersion: applicants,
};

const { Contact: _contact, ...withoutPeople } = recruitingStaff;

export const REACH: Readonly<Record<PersonName, Reach>> = {
  guest: { RecruitmentPosting: ['open'], Knowledge__kav: ['public'] },
  candidate: { ...ownRecruiting('nia'), Knowledge__kav: ['public', 'account'] },
  officer: { ...ownRecruiting('lena'), Knowledge__kav: ['public', 'account', 'member'], Case: ['lena'] },
  specialist: {
    ...recruitingStaff,
    ...answers,
    Application_Note__c: 'all',
    First_Contact__c: 'all',
    Saved_View__c: ['tomas'],
    Workforce_Plan__c: 'all',
  },
  selectingOfficial: { ...recruitingStaff, ...answers, Application_Note__c: 'all', Saved_View__c: [] },
  chief: {
    ...recruitingStaff,
    ...answers,
    Application_Note__c: 'all',
    First_Contact__c: 'all',
    Saved_View__c: ['tomas', 'ruth'],
    Workforce_Plan__c: 'all',
  },
  analyst: { ...withoutPeople, Saved_View__c: [], Workforce_Plan__c: 'all' },
  auditor: { ...recruitingStaff, First_Contact__c: 'all', Workforce_Plan__c: 'all' },
  clinic: { ...recruitingStaff, Saved_View__c: [] },
  backgroundInvestigator: { ...recruitingStaff, ...answers, Saved_View__c: [] },
  supportAgent: {
    Answer_Target__c: 'all',
    Case: 'all',
    CaseComment: 'all',
    Group: 'all',
    Knowledge__kav: 'all',
    User: ['tomas', 'ruth'],
  },
  nobody: {},
};

/** Whether a person may read a record of the agency. */
export function reaches(person: PersonName, record: AgencyRecord): boolean {
  const tags = REACH[person][record.object];
  return tags === 'all' || tags?.includes(record.tag) === true;
}

const ALWAYS_READ_BY_STAFF =
  /^(IsDeleted|CreatedDate|CreatedById|LastModifiedDate|LastModifiedById|SystemModstamp|OwnerId)$/;

/**
 * The fields of an object a principal may read: the id, what the profile and permission sets name, and for staff what
 * no permission set takes away.
 */
export function readableFields(
  snapshot: Snapshot,
  principal: Principal,
  objectName: string,
): ReadonlySet<string> {
  const object = findObject(snapshot, objectName);
  if (object === undefined) throw new Error(`There is no object ${objectName}`);
  const sets = [
    snapshot.profiles.get(principal.profile.toLowerCase()),
    ...principal.permissionSets.map((name) => snapshot.permissionSets.get(name.toLowerCase())),
  ].filter((set) => set !== undefined);
  const named = sets.flatMap((set) =>
    set.fieldPermissions
      .filter(({ readable, editable }) => readable || editable)
      .map(({ field }) => field.toLowerCase()),
  );
  const isOpen = (name: string, isRequired: boolean) =>
    name === 'Id' ||
    named.includes(`${objectName}.${name}`.toLowerCase()) ||
    (principal.kind === 'internal' &&
      (ALWAYS_READ_BY_STAFF.test(name) || name === object.nameField || isRequired));
  return new Set(
    object.fields
      .filter((field) => isOpen(field.name, field.required || field.type === 'MasterDetail'))
      .map((field) => field.name),
  );
}
