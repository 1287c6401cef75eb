import type { Session } from '@muster/records';
import type { ApplicationView, StepLane } from '@muster/recruiting';
import { soql } from '@muster/soql';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import {
  applyTo,
  goodAnswers,
  myApplication,
  openRecruitingWorld,
  type RecruitingWorld,
} from '../../support/recruiting-world.js';

let world: RecruitingWorld;
let nia: Session;
let niasApplication: string;
let other: Session;

beforeAll(async () => {
  world = await openRecruitingWorld();
  nia = await world.candidate('Nia Calder');
  other = await world.candidate('Otto Other');
  niasApplication = await applyTo(world, nia);
  await applyTo(world, other);
  const act = (name: string, input: Record<string, unknown>) =>
    world.call(world.specialist, name, { applicationId: niasApplication, ...input });
  for (const [step, outcome] of [
    ['qualification', 'qualified'],
    ['exam', 'passed'],
    ['fitness', 'passed'],
    ['interview', 'recommended'],
  ] as const) {
    await act('record-result', { step, outcome });
  }
  await act('make-offer', { kind: 'conditional', answerBy: '2026-11-20' });
  await world.call(nia, 'answer-offer', { applicationId: niasApplication, accept: true });
  await act('record-result', { step: 'medical', outcome: 'temporarily_unfit', reason: 'Broken wrist' });
  await act('record-result', { step: 'drug_test', outcome: 'negative' });
  await act('add-note', { body: 'Called back on Monday' });
});
afterAll(async () => {
  await world?.drop();
});

const see = (session: Session) =>
  world.call<ApplicationView>(session, 'application', { id: niasApplication });
const lane = (of: ApplicationView, step: string): StepLane | undefined =>
  of.lanes.flatMap((each) => each.steps).find((each) => each.step === step);

describe('sealed content', () => {
  it('shows the clinic all of it, staff the result, selecting officials neither', async () => {
    const clinic = await see(await world.staff('Cleo Clinic', 'Clinic'));
    expect(lane(clinic, 'medical')).toMatchObject({ state: 'failed', outcome: 'Not fit for now' });
    expect(clinic.history.find((event) => event.text.startsWith('Medical'))?.reason).toBe('Broken wrist');
    expect(clinic.answers).toEqual([]);
    expect(clinic.conversation).toEqual([]);

    const specialist = await see(world.specialist);
    expect(lane(specialist, 'medical')).toMatchObject({ outcome: 'Not fit for now', sealed: true });
    expect(JSON.stringify(specialist)).not.toContain('Broken wrist');
    expect(specialist.sealed).toContainEqual({ what: 'Medical examination: findings', whoMayOpen: 'Clinic' });

    const official = await see(await world.staff('Olga Official', 'Selecting_Official'));
    expect(lane(official, 'medical')).toMatchObject({ state: 'done', outcome: null, nextAttemptAt: null });
    expect(lane(official, 'drug_test')).toMatchObject({ outcome: null });
    expect(JSON.stringify(official)).not.toMatch(/Broken wrist|fit for now|[Nn]egative/);
    expect(official.sealed.map((item) => item.whoMayOpen)).toContain('Background Investigator');
  });

  it('holds the same by SOQL', async () => {
    const official = await world.staff('Oscar Official', 'Selecting_Official');
    for (const field of ['Medical_Outcome__c', 'Background_Outcome__c', 'Passed_At__c']) {
      await expect(official.rows(`SELECT ${field} FROM Application_Step__c`)).rejects.toThrow(field);
    }
    for (const field of ['Medical_Detail__c', 'Background_Detail__c']) {
      await expect(official.rows(`SELECT ${field} FROM Application_Event__c`)).rejects.toThrow(field);
    }
    await expect(official.rows('SELECT Sealed_Disposition__c FROM ApplicationForm')).rejects.toThrow(
      'Sealed',
    );
    const rows = await official.rows<{ State__c: string; Outcome__c: string | null }>(
      soql`SELECT State__c, Outcome__c FROM Application_Step__c WHERE Application__c = ${niasApplication}
        AND Step__c = 'medical'`,
    );
    expect(rows).toEqual([{ State__c: 'done', Outcome__c: null }]);
  });

  it('lets only those record a sealed result whose task it is', async () => {
    const official = await world.staff('Ole Official', 'Selecting_Official');
    await expect(
      world.call(official, 'record-result', {
        applicationId: niasApplication,
        step: 'psychological',
        outcome: 'suitable',
      }),
    ).rejects.toMatchObject({ code: 'INSUFFICIENT_ACCESS_OR_READONLY' });
    const investigator = await world.staff('Ines Investigator', 'Background_Investigator');
    const seen = await see(investigator);
    expect(lane(seen, 'medical')?.outcome).toBeNull();
    expect(lane(seen, 'background')?.outcomes.length).toBeGreaterThan(0);
    expect(lane(seen, 'psychological')?.outcomes).toEqual([]);
  });
});

describe('candidates', () => {
  it('reach their own application and nobody else’s', async () => {
    expect((await myApplication(world, nia)).id).toBe(niasApplication);
    for (const [name, input] of [
      ['questionnaire', { applicationId: niasApplication }],
      ['answer', { applicationId: niasApplication, question: 'phone', value: '555 0100' }],
      ['withdraw', { applicationId: niasApplication }],
      ['reply', { applicationId: niasApplication, body: 'x' }],
      ['answer-offer', { applicationId: niasApplication, accept: false }],
    ] as const) {
      await expect(world.call(other, name, input)).rejects.toMatchObject({ code: 'NOT_FOUND' });
    }
    expect(await other.rows('SELECT Name FROM ApplicationForm')).toHaveLength(1);
    expect(await other.rows('SELECT Name FROM Contact')).toHaveLength(1);
  });

  it('read of their own what is safe, by SOQL too, and write none of it', async () => {
    expect(await nia.rows('SELECT Step__c, State__c FROM Application_Step__c')).not.toHaveLength(0);
    expect(await nia.rows('SELECT Question_Key__c FROM Answer__c')).toHaveLength(
      Object.keys(goodAnswers).length,
    );
    expect(await nia.rows('SELECT Kind__c, Answer__c FROM EmploymentOffer')).toEqual([
      { Kind__c: 'conditional', Answer__c: 'accepted' },
    ]);
    for (const object of [
      'Application_Event__c',
      'Application_Note__c',
      'First_Contact__c',
      'Hiring_Process__c',
    ]) {
      await expect(nia.rows(`SELECT Id FROM ${object}`)).rejects.toThrow();
    }
    const [refused] = await nia.update('ApplicationForm', [
      { id: niasApplication, values: { Status__c: 'on_duty' } },
    ]);
    expect(refused?.success).toBe(false);
    expect(
      (await nia.insert('Answer__c', [{ values: { Application__c: niasApplication } }]))[0]?.success,
    ).toBe(false);
  });

  it('change their phone and address, not their e-mail', async () => {
    const details = {
      firstName: 'Nia',
      lastName: 'Calder',
      email: 'nia.calder@test.example',
      phone: '+1 555 0199',
      street: 'Quay 4',
      city: 'Ellery',
      postalCode: '12345',
      language: 'es',
    };
    expect(await world.call(nia, 'my-details', details, 'POST')).toEqual(details);
    await expect(
      world.call(nia, 'my-details', { ...details, email: 'new@test.example' }, 'POST'),
    ).rejects.toMatchObject({ code: 'INVALID_OPERATION' });
  });
});

describe('strangers', () => {
  it('see published and open postings, and nothing else of recruiting', async () => {
    const guest = world.guest();
    expect(await guest.rows('SELECT Title__c FROM RecruitmentPosting')).toHaveLength(1);
    await expect(guest.rows('SELECT RecruitmentRequisitionId FROM RecruitmentPosting')).rejects.toThrow();
    for (const object of world.org.records.snapshot().objects.values()) {
      if (object.name === 'RecruitmentPosting') continue;
      await expect(guest.rows(`SELECT Id FROM ${object.name}`), object.name).rejects.toThrow();
    }
  });

  it('do not see a draft or a closed posting', async () => {
    const [row] = await world.org.system.rows<{ Id: string }>('SELECT Id FROM RecruitmentPosting');
    const id = row?.Id ?? '';
    for (const values of [
      { State__c: 'Closed' },
      { State__c: 'Draft' },
      { State__c: 'Open', Published__c: false },
    ]) {
      await world.org.system.change('RecruitmentPosting', id, values);
      expect(await world.guest().rows('SELECT Title__c FROM RecruitmentPosting')).toEqual([]);
      expect(await nia.rows('SELECT Title__c FROM RecruitmentPosting')).toEqual([]);
    }
    await world.org.system.change('RecruitmentPosting', id, { State__c: 'Open', Published__c: true });
  });
});

describe('analysts and auditors', () => {
  it('read figures without people, and how things were handled without what is sealed', async () => {
    const analyst = await world.staff('Sam Okoro', 'Recruiting_Analyst');
    await expect(analyst.rows('SELECT Name FROM Contact')).rejects.toThrow();
    await expect(see(analyst)).rejects.toThrow('View_Applications');
    const auditor = await world.staff('Anna Auditor', 'Auditor');
    const seen = await see(auditor);
    expect(JSON.stringify(seen)).not.toMatch(/Broken wrist|fit for now/);
    expect(seen.actions).toEqual([]);
    expect(seen.notes).toEqual([]);
  });
});

it('says of candidates and officers which kind of user their licence makes them', async () => {
  const profiles = await world.org.system.rows<{ Name: string; UserType: string }>(
    'SELECT Name, UserType FROM Profile ORDER BY Name',
  );
  expect(Object.fromEntries(profiles.map(({ Name, UserType }) => [Name, UserType]))).toMatchObject({
    Admin: 'Standard',
    Candidate: 'CspLitePortal',
    Guest: 'Guest',
    Officer: 'PowerPartner',
    Standard: 'Standard',
  });
});
