import { seedArticles } from '@muster/community';
import type { Id } from '@muster/kernel';
import type { Operation, Principal, Session } from '@muster/records';
import { keepingTransport, type QuestionnaireScreen, sendDueMessages } from '@muster/recruiting';
import type { Instance } from '@muster/server';
import { soql } from '@muster/soql';
import { goodAnswers } from '../recruiting-world.js';
import type { Secrets } from '../secret-world/secrets.js';

export const PORTAL_PEOPLE = ['nia', 'joel', 'lena', 'idris'] as const;
export type PortalPerson = (typeof PORTAL_PEOPLE)[number];

/** An agency at work: what is in it came through the operations people use. */
export interface BusyAgency {
  readonly principals: Readonly<Record<PortalPerson, Principal>>;
  readonly contacts: Readonly<Record<PortalPerson, Id>>;
  readonly applications: Readonly<Record<PortalPerson, Id>>;
  readonly cases: Readonly<Record<'lena' | 'idris', Id>>;
  /** Numbers of postings: one that is open, one that is closed, one that was never published. */
  readonly postings: Readonly<Record<'open' | 'closed' | 'draft', string>>;
}

interface Desk {
  readonly instance: Instance;
  readonly system: Session;
  readonly secrets: Secrets;
  operate<Output>(session: Session, path: string, input?: unknown, method?: 'GET' | 'POST'): Promise<Output>;
}

/** Fills the org of a server whose solutions are installed. All text people could have typed is a secret. */
export async function createBusyAgency(
  instance: Instance,
  system: Session,
  secrets: Secrets,
): Promise<BusyAgency> {
  const operate: Desk['operate'] = async <Output>(
    session: Session,
    path: string,
    input: unknown = {},
    method?: string,
  ) => {
    const [solution, name] = path.split('/');
    const operation = instance.solutions
      .find((each) => each.name === solution)
      ?.operations.find((each) => each.name === name && (method === undefined || each.method === method));
    if (operation === undefined) throw new Error(`There is no operation ${path}`);
    return (operation as Operation<unknown, Output>).run(session, operation.parse(input));
  };
  const desk: Desk = { instance, system, secrets, operate };
  const tomas = await addStaff(desk, 'tomas', 'Recruiting_Specialist');
  const ruth = await addStaff(desk, 'ruth', 'Recruiting_Chief');
  const priya = await addStaff(desk, 'priya', 'Support_Agent', 'Knowledge_Reader');
  await seedArticles(system);
  const postings = await addPostings(desk, tomas);
  const people = {
    nia: await addPerson(desk, 'nia'),
    joel: await addPerson(desk, 'joel'),
    lena: await addPerson(desk, 'lena'),
    idris: await addPerson(desk, 'idris'),
  };
  const applications = {} as Record<PortalPerson, Id>;
  for (const name of PORTAL_PEOPLE) {
    applications[name] = await apply(desk, people[name].session, name, postings.open);
    await work(desk, { tomas, ruth }, people[name].session, name, applications[name]);
  }
  await sendMessages(desk, tomas, applications);
  const cases = {
    lena: await addCase(desk, people.lena.session, priya, 'lena'),
    idris: await addCase(desk, people.idris.session, priya, 'idris'),
  };
  const of = <Value>(read: (person: Person) => Value) =>
    Object.fromEntries(PORTAL_PEOPLE.map((name) => [name, read(people[name])])) as Record<
      PortalPerson,
      Value
    >;
  return {
    principals: of(({ principal }) => principal),
    contacts: of(({ contactId }) => contactId),
    applications,
    cases,
    postings,
  };
}

interface Person {
  readonly session: Session;
  readonly principal: Principal;
  readonly contactId: Id;
}

async function addUser(
  { instance, system, secrets }: Desk,
  name: string,
  tag: string,
  values: Record<string, unknown>,
) {
  const userId = await system.create('User', {
    FirstName: secrets.name('User', 'FirstName', tag),
    LastName: secrets.name('User', 'LastName', tag),
    Username: `${name}@example.com`,
    Email: `${secrets.name('User', 'Email', tag)}@example.com`,
    Phone: secrets.name('User', 'Phone', tag),
    Alias: name,
    CommunityNickname: name,
    TimeZoneSidKey: 'UTC',
    LocaleSidKey: 'en_US',
    LanguageLocaleKey: 'en_US',
    EmailEncodingKey: 'UTF-8',
    ...values,
  });
  const principal = await instance.signIn.findPrincipal(userId);
  if (principal === undefined) throw new Error(`${name} cannot sign in`);
  return { userId, principal, session: instance.records.openSession(principal, { key: 'test' }) };
}

async function profileId(system: Session, name: string): Promise<Id> {
  return (await system.row<{ Id: Id }>(soql`SELECT Id FROM Profile WHERE Name = ${name}`)).Id;
}

async function addStaff(desk: Desk, name: string, ...permissionSets: string[]): Promise<Session> {
  const { system, instance } = desk;
  const { userId } = await addUser(desk, name, 'staff', { ProfileId: await profileId(system, 'Standard') });
  for (const set of permissionSets) {
    const { Id } = await system.row<{ Id: Id }>(soql`SELECT Id FROM PermissionSet WHERE Name = ${set}`);
    await system.create('PermissionSetAssignment', { AssigneeId: userId, PermissionSetId: Id });
  }
  const principal = await instance.signIn.findPrincipal(userId);
  if (principal === undefined) throw new Error(`${name} cannot sign in`);
  return instance.records.openSession(principal, { key: 'test' });
}

async function addPerson(desk: Desk, name: PortalPerson): Promise<Person> {
  const { system, secrets } = desk;
  const text = (field: string) => secrets.name('Contact', field, name);
  const accountId = await system.create('Account', { Name: secrets.name('Account', 'Name', name) });
  const contactId = await system.create('Contact', {
    AccountId: accountId,
    FirstName: text('FirstName'),
    LastName: text('LastName'),
    Email: `${text('Email')}@example.com`,
    Phone: text('Phone'),
    MailingStreet: text('MailingStreet'),
    Unit__c: text('Unit__c'),
    Post__c: text('Post__c'),
    Preferred_Language__c: 'en',
  });
  const isOfficer = name === 'lena' || name === 'idris';
  const profile = await profileId(system, isOfficer ? 'Officer' : 'Candidate');
  const { session, principal } = await addUser(desk, name, name, {
    ContactId: contactId,
    ProfileId: profile,
  });
  return { session, principal, contactId };
}

async function addPostings(
  { operate, system, secrets }: Desk,
  tomas: Session,
): Promise<BusyAgency['postings']> {
  const [requisition] = await operate<{ id: string }[]>(tomas, 'recruiting/create-requisition', {
    name: secrets.name('RecruitmentRequisition', 'Name', 'staff'),
    unit: secrets.name('RecruitmentRequisition', 'Unit__c', 'staff'),
    seats: 48,
    processKey: 'marrenfell-field-officer',
    expectedHireDate: '2199-03-01',
  });
  const publish = async (tag: 'open' | 'closed') => {
    const both = (field: string) => ({
      en: secrets.name('RecruitmentPosting', field, tag),
      es: secrets.name('RecruitmentPosting', field.replace('__c', '_es__c'), tag),
    });
    await operate(tomas, 'recruiting/publish-posting', {
      requisitionId: requisition?.id,
      title: both('Title__c'),
      summary: both('Summary__c'),
      description: both('Body__c'),
      location: secrets.name('RecruitmentPosting', 'Location__c', tag),
      payMin: 48_000,
      payMax: 61_000,
      employmentType: 'FULL_TIME',
      closesAtLocal: '2199-02-14T23:59',
      timeZone: 'UTC',
      questionnaireKey: 'field-officer',
    });
    const title = secrets.name('RecruitmentPosting', 'Title__c', tag);
    return system.row<{ Id: Id; Name: string; Questionnaire__c: Id }>(
      soql`SELECT Id, Name, Questionnaire__c FROM RecruitmentPosting WHERE Title__c = ${title}`,
    );
  };
  const open = await publish('open');
  const closed = await publish('closed');
  await operate(tomas, 'recruiting/close-posting', { postingId: closed.Id });
  const draft = await system.create('RecruitmentPosting', {
    RecruitmentRequisitionId: requisition?.id,
    Questionnaire__c: open.Questionnaire__c,
    Published__c: false,
    State__c: 'Draft',
    Time_Zone__c: 'UTC',
    Title__c: secrets.name('RecruitmentPosting', 'Title__c', 'draft'),
    Body__c: secrets.name('RecruitmentPosting', 'Body__c', 'draft'),
  });
  const { Name } = await system.row<{ Name: string }>(
    soql`SELECT Name FROM RecruitmentPosting WHERE Id = ${draft}`,
  );
  return { open: open.Name, closed: closed.Name, draft: Name };
}

async function apply(
  { operate, secrets }: Desk,
  session: Session,
  name: PortalPerson,
  postingNumber: string,
): Promise<Id> {
  const { applicationId } = await operate<{ applicationId: Id }>(session, 'recruiting/start-application', {
    postingNumber,
  });
  const answers: Record<string, unknown> = {
    ...goodAnswers,
    why_this_job: secrets.name('Answer__c', 'Value__c', name),
  };
  let screen = await operate<QuestionnaireScreen>(session, 'recruiting/questionnaire', { applicationId });
  while (screen.question !== null) {
    const question = screen.question.key;
    screen = await operate(session, 'recruiting/answer', {
      applicationId,
      question,
      value: answers[question],
    });
  }
  await operate(session, 'recruiting/submit-application', { applicationId });
  return applicationId;
}

/** The way to the checks after an accepted offer, with all that is said about a person on it. */
async function work(
  { operate, secrets }: Desk,
  { tomas, ruth }: { readonly tomas: Session; readonly ruth: Session },
  candidate: Session,
  name: PortalPerson,
  applicationId: Id,
): Promise<void> {
  const reason = secrets.name('Application_Event__c', 'Reason__c', name);
  for (const [step, outcome] of [
    ['qualification', 'qualified'],
    ['exam', 'passed'],
    ['fitness', 'passed'],
    ['interview', 'recommended'],
  ]) {
    await operate(tomas, 'recruiting/record-result', { applicationId, step, outcome, reason });
  }
  const answerBy = new Date(Date.now() + 10 * 86_400_000).toISOString().slice(0, 10);
  await operate(tomas, 'recruiting/make-offer', { applicationId, kind: 'conditional', answerBy });
  await operate(candidate, 'recruiting/answer-offer', { applicationId, accept: true });
  await operate(tomas, 'recruiting/record-result', {
    applicationId,
    step: 'medical',
    outcome: 'fit',
    reason: secrets.name('Application_Event__c', 'Medical_Detail__c', name),
  });
  await operate(tomas, 'recruiting/schedule-step', {
    applicationId,
    step: 'psychological',
    at: '2199-01-05T09:00:00Z',
    place: secrets.name('Application_Step__c', 'Place__c', name),
  });
  await operate(ruth, 'recruiting/add-note', {
    applicationId,
    body: secrets.name('Application_Note__c', 'Body__c', name),
  });
}

/** One message that has left, and one that its writer may still take back. */
async function sendMessages(
  { operate, secrets, instance, system }: Desk,
  tomas: Session,
  applications: BusyAgency['applications'],
): Promise<void> {
  const send = (name: PortalPerson, tag: string) =>
    operate(tomas, 'recruiting/send-message', {
      applicationId: applications[name],
      subject: secrets.name('EmailMessage', 'Subject', tag),
      body: secrets.name('EmailMessage', 'TextBody', tag),
    });
  for (const name of PORTAL_PEOPLE) await send(name, name);
  await instance.store.database.rows({
    text: `update "${instance.org.schema}".emailmessage set send_after__c = now() - interval '1 minute'`,
    values: [],
  });
  await sendDueMessages(system, keepingTransport);
  for (const name of PORTAL_PEOPLE) await send(name, 'waiting');
}

async function addCase(
  { operate, secrets }: Desk,
  officer: Session,
  priya: Session,
  name: 'lena' | 'idris',
): Promise<Id> {
  const [topic] = await operate<{ value: string }[]>(officer, 'field/topics', {});
  const filed = await operate<{ id: Id }>(officer, 'field/file-case', {
    subject: secrets.name('Case', 'Subject', name),
    description: secrets.name('Case', 'Description', name),
    topic: topic?.value,
  });
  const say = (tag: string, readers: string) =>
    operate(priya, 'field/answer-case', {
      caseId: filed.id,
      body: secrets.name('CaseComment', 'CommentBody', tag),
      readers,
    });
  await say(name, 'person_and_support');
  await say('support', 'support_only');
  return filed.id;
}
