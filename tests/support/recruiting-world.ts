import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fixedClock } from '@muster/kernel';
import type { Operation, Principal, Session } from '@muster/records';
import {
  createRecruiting,
  type Mail,
  type MyApplication,
  type QuestionnaireScreen,
} from '@muster/recruiting';
import { soql } from '@muster/soql';
import { type FileStore, openLocalFileStore } from '@muster/store';
import { openTestOrg, type TestOrg } from './test-org.js';

export const START = '2026-11-02T09:00:00Z';
export const TIME_ZONE = 'America/New_York';

/** An agency with one open posting for field officers, in which time stands still until a test moves it. */
export interface RecruitingWorld {
  readonly org: TestOrg;
  readonly files: FileStore;
  readonly clock: ReturnType<typeof fixedClock>;
  readonly mails: Mail[];
  readonly postingNumber: string;
  readonly specialist: Session;
  readonly chief: Session;
  /** Calls an operation as the API does: permission, input check, run. */
  call<Output>(session: Session, name: string, input?: unknown, method?: 'GET' | 'POST'): Promise<Output>;
  /** A new candidate with an account, and a session of that account. */
  candidate(name: string, language?: 'en' | 'es'): Promise<Session>;
  /** Staff with these permission sets. */
  staff(name: string, ...permissionSets: string[]): Promise<Session>;
  guest(): Session;
  /** Lets time pass, and the clock and outbox jobs run. */
  pass(days: number): Promise<void>;
  drop(): Promise<void>;
}

export async function openRecruitingWorld(): Promise<RecruitingWorld> {
  const clock = fixedClock(START);
  const folder = await mkdtemp(join(tmpdir(), 'muster-documents-'));
  const mails: Mail[] = [];
  const files = await openLocalFileStore(folder);
  const solution = createRecruiting({
    files,
    transport: {
      send: async (mail) => {
        mails.push(mail);
      },
    },
  });
  const org = await openTestOrg([solution], clock, files);
  const call: RecruitingWorld['call'] = async <Output>(
    session: Session,
    name: string,
    input: unknown = {},
    method?: 'GET' | 'POST',
  ) => {
    const operation = solution.operations.find(
      (each) => each.name === name && (method === undefined || each.method === method),
    ) as Operation<unknown, Output> | undefined;
    if (operation === undefined) throw new Error(`There is no operation ${name}`);
    if (!session.can(operation.permission)) throw new Error(`${name} needs ${operation.permission}`);
    return operation.run(session, operation.parse(input));
  };
  const people = peopleOf(org);
  const specialist = await people.staff('Tomas Keller', 'Recruiting_Specialist');
  const chief = await people.staff('Ruth Amsel', 'Recruiting_Chief');
  const postingNumber = await publishPosting(specialist, call);
  return {
    org,
    files,
    clock,
    mails,
    postingNumber,
    specialist,
    chief,
    call,
    ...people,
    guest: () => org.as({ kind: 'guest', profile: 'Guest', permissionSets: [], timeZone: TIME_ZONE }),
    async pass(days) {
      clock.set(clock.now() + days * 86_400_000);
      for (const job of solution.jobs) await job.run(org.system, {});
    },
    async drop() {
      await org.drop();
      await rm(folder, { recursive: true });
    },
  };
}

function peopleOf(org: TestOrg): Pick<RecruitingWorld, 'candidate' | 'staff'> {
  const addUser = async (name: string, profile: string, values: Record<string, unknown>) => {
    const [first = '', last = first] = name.split(' ');
    const email = `${first}.${last}@test.example`.toLowerCase();
    const { Id } = await org.system.row<{ Id: string }>(soql`SELECT Id FROM Profile WHERE Name = ${profile}`);
    return org.system.create('User', {
      Username: email,
      FirstName: first,
      LastName: last,
      Email: email,
      Alias: first.slice(0, 8),
      CommunityNickname: email,
      TimeZoneSidKey: TIME_ZONE,
      LocaleSidKey: 'en_US',
      LanguageLocaleKey: 'en_US',
      EmailEncodingKey: 'UTF-8',
      IsActive: true,
      ProfileId: Id,
      ...values,
    });
  };
  return {
    async candidate(name, language = 'en') {
      const [first = '', last = first] = name.split(' ');
      const email = `${first}.${last}@test.example`.toLowerCase();
      const accountId = await org.system.create('Account', { Name: name });
      const contactId = await org.system.create('Contact', {
        FirstName: first,
        LastName: last,
        Email: email,
        AccountId: accountId,
        Preferred_Language__c: language,
      });
      const userId = await addUser(name, 'Candidate', {
        ContactId: contactId,
        LanguageLocaleKey: language === 'es' ? 'es' : 'en_US',
      });
      const principal: Partial<Principal> = {
        kind: 'portal',
        userId,
        contactId,
        accountId,
        profile: 'Candidate',
        permissionSets: [],
        language,
        timeZone: TIME_ZONE,
      };
      return org.as(principal);
    },
    async staff(name, ...permissionSets) {
      const userId = await addUser(name, 'Standard', {});
      return org.as({ kind: 'internal', userId, profile: 'Standard', permissionSets, timeZone: TIME_ZONE });
    },
  };
}

async function publishPosting(specialist: Session, call: RecruitingWorld['call']): Promise<string> {
  const [requisition] = await call<{ id: string }[]>(specialist, 'create-requisition', {
    name: 'Field officers, spring class',
    unit: 'Ellery Coast',
    seats: 48,
    processKey: 'marrenfell-field-officer',
    expectedHireDate: '2027-03-01',
  });
  const [published] = await call<{ postings: { number: string }[] }[]>(specialist, 'publish-posting', {
    requisitionId: requisition?.id,
    title: { en: 'Field officer', es: 'Agente de campo' },
    summary: { en: 'Check travellers and rescue people.', es: 'Controle viajeros y rescate personas.' },
    description: {
      en: 'You work in all weathers.\n\n## What we offer\nA paid academy.',
      es: 'Trabaja con cualquier tiempo.',
    },
    location: 'Ellery Coast',
    payMin: 48_000,
    payMax: 61_000,
    employmentType: 'FULL_TIME',
    closesAtLocal: '2027-02-14T23:59',
    timeZone: TIME_ZONE,
    questionnaireKey: 'field-officer',
  });
  return published?.postings[0]?.number ?? '';
}

/** Answers that pass the field officer questionnaire. */
export const goodAnswers: Readonly<Record<string, unknown>> = {
  right_to_work: true,
  birth_date: '2002-05-04',
  phone: '+1 555 0100',
  has_licence: true,
  licence_kind: 'car',
  licence_state: 'valid',
  languages: ['en', 'es'],
  swim: 'm200',
  served: false,
  education: 'school',
  certificate: null,
  why_this_job: 'I grew up on this coast.',
  available_from: '2027-01-10',
};

/** Starts, answers and sends an application; gives its id. */
export async function applyTo(
  world: RecruitingWorld,
  candidate: Session,
  answers: Readonly<Record<string, unknown>> = goodAnswers,
): Promise<string> {
  const { call, postingNumber } = world;
  const { applicationId } = await call<{ applicationId: string }>(candidate, 'start-application', {
    postingNumber,
  });
  let screen = await call<QuestionnaireScreen>(candidate, 'questionnaire', { applicationId });
  while (screen.question !== null) {
    const question = screen.question.key;
    if (!(question in answers)) throw new Error(`No answer prepared for ${question}`);
    screen = await call<QuestionnaireScreen>(candidate, 'answer', {
      applicationId,
      question,
      value: answers[question],
    });
  }
  await call(candidate, 'submit-application', { applicationId });
  return applicationId;
}

/** One application of a candidate as the portal shows it. */
export async function myApplication(world: RecruitingWorld, candidate: Session): Promise<MyApplication> {
  const [mine] = await world.call<MyApplication[]>(candidate, 'my-applications');
  if (mine === undefined) throw new Error('The candidate has no application');
  return mine;
}
