import type { Session } from '@muster/records';
import { soql } from '@muster/soql';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { applyTo, openRecruitingWorld, type RecruitingWorld } from '../../support/recruiting-world.js';

let world: RecruitingWorld;
let admin: Session;
let applicationId: string;

beforeAll(async () => {
  world = await openRecruitingWorld();
  admin = world.org.as({ profile: 'Admin' });
  const nia = await world.candidate('Nia Calder');
  applicationId = await applyTo(world, nia);
  const act = (name: string, input: object) =>
    world.call(world.specialist, name, { applicationId, ...input });
  for (const [step, outcome] of [
    ['qualification', 'qualified'],
    ['exam', 'passed'],
    ['fitness', 'passed'],
    ['interview', 'recommended'],
  ]) {
    await act('record-result', { step, outcome });
  }
  await act('make-offer', { kind: 'conditional', answerBy: '2026-11-20' });
  await act('send-message', { subject: 'Welcome', body: 'See you soon' });
});
afterAll(() => world?.drop());

const only = async (object: string, field = 'ApplicationFormId') =>
  (await admin.rows<{ Id: string }>(`SELECT Id FROM ${object} WHERE ${field} != null LIMIT 1`))[0]?.Id ?? '';

const BY_OPERATIONS = 'written by the operations of recruiting alone';

describe('through the data API an administrator, who may write everything else, cannot', () => {
  it.each([
    ['Application_Event__c', { Kind__c: 'step.passed', Number__c: 99 }],
    ['Application_Step__c', { Step__c: 'medical', State__c: 'done' }],
    ['EmploymentOffer', { Kind__c: 'final' }],
    ['Answer__c', { Question_Key__c: 'age', Value__c: '30' }],
    ['First_Contact__c', { Kind__c: 'direct' }],
    ['ApplicationForm', { Status__c: 'on_duty' }],
    ['EmailMessage', { Subject: 'Hired', Delivery__c: 'Sent' }],
  ])('make a %s', async (object, values) => {
    const link: Record<string, string> = {
      Application_Event__c: 'Application__c',
      Application_Step__c: 'Application__c',
      Answer__c: 'Application__c',
      EmailMessage: 'Application_Form__c',
    };
    const of = link[object] === undefined ? {} : { [link[object]]: applicationId };
    await expect(admin.create(object, { ...values, ...of })).rejects.toThrow(BY_OPERATIONS);
  });

  it.each([
    ['Application_Step__c', 'Application__c', { State__c: 'done' }],
    ['EmploymentOffer', 'ApplicationFormId', { Answer__c: 'accepted' }],
    ['Answer__c', 'Application__c', { Value__c: 'other' }],
    ['EmailMessage', 'Application_Form__c', { TextBody: 'other' }],
  ])('change a %s', async (object, field, values) => {
    await expect(admin.change(object, await only(object, field), values)).rejects.toThrow(BY_OPERATIONS);
  });

  it.each(['Application_Step__c', 'EmploymentOffer'])('delete a %s', async (object) => {
    const field = object === 'EmploymentOffer' ? 'ApplicationFormId' : 'Application__c';
    const [result] = await admin.delete(object, [await only(object, field)]);
    expect(result?.errors[0]?.message).toContain(BY_OPERATIONS);
  });

  it('change an offer along with its owner; give it to somebody else they can', async () => {
    const offer = await only('EmploymentOffer');
    const OwnerId = world.specialist.principal.userId;
    await expect(admin.change('EmploymentOffer', offer, { OwnerId, Answer__c: 'accepted' })).rejects.toThrow(
      BY_OPERATIONS,
    );
    await admin.change('EmploymentOffer', offer, { OwnerId });
    expect(await admin.row(soql`SELECT OwnerId FROM EmploymentOffer WHERE Id = ${offer}`)).toEqual({
      OwnerId,
    });
  });

  it('change where an application stands; an owner and fields of the agency they can', async () => {
    const { OwnerId } = await admin.row<{ OwnerId: string }>(
      soql`SELECT OwnerId FROM ApplicationForm WHERE Id = ${applicationId}`,
    );
    await admin.change('ApplicationForm', applicationId, {
      OwnerId,
      ApplicationSummary: 'Speaks three languages',
    });
    await expect(admin.change('ApplicationForm', applicationId, { Status__c: 'on_duty' })).rejects.toThrow(
      `Status__c of ApplicationForm are ${BY_OPERATIONS}`,
    );
  });

  it('delete a hiring event, but a whole application they can: a person may ask for that', async () => {
    const other = await applyTo(world, await world.candidate('Otto Other'));
    const event = await only('Application_Event__c', 'Application__c');
    const [refused] = await admin.delete('Application_Event__c', [event]);
    expect(refused?.success).toBe(false);
    const [deleted] = await admin.delete('ApplicationForm', [other]);
    expect(deleted?.success).toBe(true);
    expect(
      await admin.rows(soql`SELECT Id FROM Application_Event__c WHERE Application__c = ${other}`),
    ).toEqual([]);
  });
});

describe('staff with the right to edit postings', () => {
  it('cannot publish or close one, or change what publishing made, past the operations', async () => {
    const posting = await world.specialist.row<{ Id: string }>('SELECT Id FROM RecruitmentPosting LIMIT 1');
    for (const values of [
      { State__c: 'Closed' },
      { Closes_At__c: '2030-01-01T00:00:00Z' },
      { Requirements__c: '[' },
    ]) {
      await expect(world.specialist.change('RecruitmentPosting', posting.Id, values)).rejects.toThrow(
        BY_OPERATIONS,
      );
    }
    await expect(
      world.specialist.create('RecruitmentPosting', {
        Title__c: 'Free jobs',
        Published__c: true,
        State__c: 'Open',
      }),
    ).rejects.toThrow(BY_OPERATIONS);
    await world.specialist.change('RecruitmentPosting', posting.Id, {
      Location__c: 'Orra Lakes, north shore',
    });
  });
});

describe('versions of a hiring process', () => {
  const version = async () => {
    const [row] = await admin.rows<{ Process__c: string; Definition__c: string }>(
      "SELECT Process__c, Definition__c FROM Hiring_Process_Version__c WHERE Status__c = 'Published' ORDER BY Number__c LIMIT 1",
    );
    if (row === undefined) throw new Error('The templates are installed');
    return row;
  };
  const create = async (Status__c: string, Definition__c: string, Number__c = 7) =>
    world.chief.create('Hiring_Process_Version__c', {
      Process__c: (await version()).Process__c,
      Number__c,
      Status__c,
      Definition__c,
    });

  it.each(['Published', 'Draft'])('%s ones that are no process cannot be made', async (status) => {
    for (const text of ['{}', 'no JSON', '[]']) await expect(create(status, text)).rejects.toThrow();
  });

  it('a draft may be unfinished, and is published only when the whole definition holds', async () => {
    const whole = JSON.parse((await version()).Definition__c);
    const broken = {
      ...whole,
      version: 7,
      steps: whole.steps.map((step: object, i: number) =>
        i === 0 ? { ...step, prerequisites: [{ step: 'nothing' }] } : step,
      ),
    };
    await expect(create('Published', JSON.stringify(broken))).rejects.toThrow();
    const draft = await create('Draft', JSON.stringify(broken));
    await expect(
      world.chief.change('Hiring_Process_Version__c', draft, { Status__c: 'Published' }),
    ).rejects.toThrow();
    await world.chief.change('Hiring_Process_Version__c', draft, {
      Definition__c: JSON.stringify({ ...whole, version: 7 }),
    });
    await expect(
      world.chief.change('Hiring_Process_Version__c', draft, { Status__c: 'Published' }),
    ).rejects.toThrow('Another version of the process is published');
  });

  it('begin as drafts, and there is one published at a time', async () => {
    const { Definition__c } = await version();
    await expect(create('Retired', Definition__c, 9)).rejects.toThrow('begins as a draft');
    await expect(create('Published', Definition__c, 9)).rejects.toThrow('Another version');
  });
});
