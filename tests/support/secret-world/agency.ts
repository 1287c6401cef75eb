import type { Id } from '@muster/kernel';
import { findObject } from '@muster/metadata';
import type { Session } from '@muster/records';
import { soql } from '@muster/soql';
import type { Secrets } from './secrets.js';

/** Whose a record is, or to whom it is published. */
export const TAGS = [
  'nia',
  'joel',
  'lena',
  'idris',
  'open',
  'closed',
  'draft',
  'public',
  'account',
  'member',
  'staff',
  'everyone',
  'tomas',
  'ruth',
] as const;
export type Tag = (typeof TAGS)[number];

export interface AgencyRecord {
  readonly object: string;
  readonly id: Id;
  readonly tag: Tag;
}

/** A small agency: two candidates, two officers, staff, and of everything one that is theirs and one that is not. */
export interface Agency {
  readonly records: readonly AgencyRecord[];
  /** The id of a record by its name, such as `ApplicationForm.nia`. */
  id(name: string): Id;
}

const SOON = '2200-01-01T12:00:00Z';

type Add = (object: string, tag: Tag, values?: Record<string, unknown>, name?: string) => Promise<Id>;

/** Fills an org that has all solutions. Every field that has room for a secret gets one. */
export async function createAgency(system: Session, secrets: Secrets): Promise<Agency> {
  const records: AgencyRecord[] = [];
  const ids = new Map<string, Id>();
  const add: Add = async (object, tag, values = {}, name = tag) => {
    const definition = findObject(system.snapshot, object);
    if (definition === undefined) throw new Error(`There is no object ${object}`);
    const id = await system.create(object, { ...secrets.fill(definition, tag), ...values });
    records.push({ object, id, tag });
    ids.set(`${object}.${name}`, id);
    return id;
  };
  await addStaff(system, add);
  await addVacancies(add, ids);
  for (const person of ['nia', 'joel', 'lena', 'idris'] as const) await addPerson(system, add, ids, person);
  for (const officer of ['lena', 'idris'] as const) await addCase(add, ids, officer);
  await addArticles(add);
  return {
    records,
    id(name) {
      const id = ids.get(name);
      if (id === undefined) throw new Error(`The agency has no ${name}`);
      return id;
    },
  };
}

const STAFF = {
  tomas: 'Recruiting_Specialist',
  ruth: 'Recruiting_Chief',
} as const;

async function addStaff(system: Session, add: Add): Promise<void> {
  const profile = await system.row<{ Id: Id }>("SELECT Id FROM Profile WHERE Name = 'Standard'");
  for (const [name, role] of Object.entries(STAFF) as ['tomas' | 'ruth', string][]) {
    const { Id } = await system.row<{ Id: Id }>(soql`SELECT Id FROM UserRole WHERE DeveloperName = ${role}`);
    const userId = await add('User', name, {
      ...account(name),
      ProfileId: profile.Id,
      UserRoleId: Id,
      UserType: 'Standard',
    });
    await add('Saved_View__c', name, { OwnerId: userId });
  }
  await add('Workforce_Plan__c', 'staff');
  await add('Answer_Target__c', 'staff');
  await addFile(add, 'staff', await add('Account', 'staff'));
  await add('Lead', 'staff', { Email: 'CANARY-Lead-Email-staff@example.com' });
}

/** A document with one version, linked to a record. */
async function addFile(add: Add, tag: Tag, recordId: Id): Promise<Id> {
  const ContentDocumentId = await add('ContentDocument', tag);
  await add('ContentVersion', tag, { ContentDocumentId, VersionData: null });
  await add('ContentDocumentLink', tag, { ContentDocumentId, LinkedEntityId: recordId, ShareType: 'V' });
  return ContentDocumentId;
}

async function addVacancies(add: Add, ids: Map<string, Id>): Promise<void> {
  const process = await add('Hiring_Process__c', 'staff');
  await add('Hiring_Process_Version__c', 'staff', {
    Process__c: process,
    Number__c: 1,
    Status__c: 'Published',
  });
  const questionnaire = await add('Questionnaire__c', 'everyone');
  await add('Question__c', 'everyone', { Questionnaire__c: questionnaire, Kind__c: 'text', Order__c: 1 });
  const requisition = await add('RecruitmentRequisition', 'staff', { Hiring_Process__c: process });
  const position = await add('Position', 'staff');
  await add('JobPosition', 'staff', { PositionId: position });
  const common = {
    RecruitmentRequisitionId: requisition,
    Questionnaire__c: questionnaire,
    Closes_At__c: SOON,
  };
  await add('RecruitmentPosting', 'open', { ...common, Published__c: true, State__c: 'Open' });
  await add('RecruitmentPosting', 'closed', { ...common, Published__c: true, State__c: 'Closed' });
  await add('RecruitmentPosting', 'draft', { ...common, Published__c: false, State__c: 'Draft' });
  if (ids.size === 0) throw new Error('Nothing was added');
}

type Person = 'nia' | 'joel' | 'lena' | 'idris';

async function addPerson(system: Session, add: Add, ids: Map<string, Id>, person: Person): Promise<void> {
  const isOfficer = person === 'lena' || person === 'idris';
  const [profile] = await system.rows<{ Id: Id }>(
    soql`SELECT Id FROM Profile WHERE Name = ${isOfficer ? 'Officer' : 'Candidate'}`,
  );
  const accountId = await add('Account', person);
  const contact = await add('Contact', person, { AccountId: accountId });
  await add('User', person, {
    ...account(person),
    ProfileId: profile?.Id,
    ContactId: contact,
    UserType: 'CspLitePortal',
  });
  await add('First_Contact__c', person, { Contact__c: contact, Person_Key__c: contact, Kind__c: 'direct' });
  const application = await add('ApplicationForm', person, {
    AccountId: accountId,
    Contact__c: contact,
    Posting__c: ids.get('RecruitmentPosting.closed'),
    Requisition__c: ids.get('RecruitmentRequisition.staff'),
    Process_Version__c: ids.get('Hiring_Process_Version__c.staff'),
    Status__c: 'in_process',
    OwnerId: ids.get('User.tomas'),
  });
  await add('Application_Step__c', person, { Application__c: application, State__c: 'open' });
  await add('Application_Event__c', person, { Application__c: application, Number__c: 1 });
  await add('Application_Note__c', person, { Application__c: application });
  const document = await addFile(add, person, application);
  await add('Answer__c', person, { Application__c: application, Document__c: document });
  await add('EmploymentOffer', person, {
    ApplicationFormId: application,
    Contact__c: contact,
    Answer__c: 'open',
    Kind__c: 'conditional',
  });
  const message = {
    Application_Form__c: application,
    Status: '3',
    HtmlBody: '<p>CANARY-EmailMessage-HtmlBody-staff</p>',
  };
  await add('EmailMessage', person, { ...message, Reader__c: contact, Delivery__c: 'Sent' });
  await add('EmailMessage', 'staff', { ...message, Delivery__c: 'Queued' }, `queued.${person}`);
}

async function addCase(add: Add, ids: Map<string, Id>, officer: 'lena' | 'idris'): Promise<void> {
  const caseId = await add('Case', officer, {
    ContactId: ids.get(`Contact.${officer}`),
    AccountId: ids.get(`Account.${officer}`),
    Status: 'New',
  });
  await add('CaseComment', officer, { ParentId: caseId, IsPublished: true });
  await add('CaseComment', 'staff', { ParentId: caseId, IsPublished: false }, `support.${officer}`);
  await add('Task', officer, { WhatId: caseId, Status: 'Open' });
}

async function addArticles(add: Add): Promise<void> {
  const online = { Language: 'en_US', PublishStatus: 'Online' };
  await add('Knowledge__kav', 'public', {
    ...online,
    IsVisibleInPkb: true,
    IsVisibleInCsp: true,
    IsVisibleInPrm: true,
  });
  await add('Knowledge__kav', 'account', { ...online, IsVisibleInCsp: true, IsVisibleInPrm: true });
  await add('Knowledge__kav', 'member', { ...online, IsVisibleInPrm: true });
  await add('Knowledge__kav', 'staff', online);
  await add('Knowledge__kav', 'draft', {
    Language: 'en_US',
    PublishStatus: 'Draft',
    IsVisibleInPkb: true,
    IsVisibleInCsp: true,
    IsVisibleInPrm: true,
  });
}

function account(name: string): Record<string, string> {
  return {
    Username: `CANARY-User-Username-${name}@example.com`,
    Alias: name,
    TimeZoneSidKey: 'UTC',
    LanguageLocaleKey: 'en_US',
    LocaleSidKey: 'en_US',
    EmailEncodingKey: 'UTF-8',
  };
}
