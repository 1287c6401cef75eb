import type { QuestionnaireScreen, Receipt } from '@muster/recruiting';
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
beforeAll(async () => {
  world = await openRecruitingWorld();
});
afterAll(async () => {
  await world?.drop();
});

const start = async (candidate: Awaited<ReturnType<RecruitingWorld['candidate']>>) =>
  (
    await world.call<{ applicationId: string }>(candidate, 'start-application', {
      postingNumber: world.postingNumber,
    })
  ).applicationId;

describe('one open application to a posting', () => {
  it('gives the same application however often it is started', async () => {
    const candidate = await world.candidate('Ana Again');
    const [first, second, third] = await Promise.all([start(candidate), start(candidate), start(candidate)]);
    expect(second).toBe(first);
    expect(third).toBe(first);
  });

  it('knows the person by the e-mail address, whatever its case', async () => {
    const candidate = await world.candidate('Double Person');
    await start(candidate);
    const twin = await world.candidate('Twin Person');
    await world.org.system.change('Contact', twin.principal.contactId ?? '', {
      Email: 'DOUBLE.Person@Test.Example',
    });
    await expect(start(twin)).rejects.toMatchObject({ code: 'DUPLICATE_VALUE' });
  });

  it('lets a person apply again after withdrawing', async () => {
    const candidate = await world.candidate('Will Withdraw');
    const first = await applyTo(world, candidate);
    await world.call(candidate, 'withdraw', { applicationId: first, reason: 'Moved away' });
    expect((await myApplication(world, candidate)).action).toMatchObject({ kind: 'reapply' });
    expect(await start(candidate)).not.toBe(first);
  });

  it('gives the same receipt however often it is sent', async () => {
    const candidate = await world.candidate('Rita Receipt');
    const applicationId = await applyTo(world, candidate);
    const send = () => world.call<Receipt>(candidate, 'submit-application', { applicationId });
    const [again, once] = await Promise.all([send(), send()]);
    expect(again).toEqual(once);
    const events = await world.org.system.rows(
      soql`SELECT Id FROM Application_Event__c WHERE Application__c = ${applicationId} AND Kind__c = 'application.submitted'`,
    );
    expect(events).toHaveLength(1);
  });
});

describe('the questionnaire', () => {
  it('branches, and goes on where it was left', async () => {
    const candidate = await world.candidate('Bea Branch');
    const applicationId = await start(candidate);
    const answer = (question: string, value: unknown) =>
      world.call<QuestionnaireScreen>(candidate, 'answer', { applicationId, question, value });
    await answer('right_to_work', true);
    await answer('birth_date', '2000-02-29');
    await answer('phone', '555 0100');
    const withLicence = await answer('has_licence', true);
    expect(withLicence.question?.key).toBe('licence_kind');
    const without = await answer('has_licence', false);
    expect(without.question?.key).toBe('languages');
    expect(without.of).toBeLessThan(withLicence.of);
    await expect(answer('licence_kind', 'car')).rejects.toMatchObject({ code: 'NOT_FOUND' });
    const resumed = await world.call<QuestionnaireScreen>(candidate, 'questionnaire', { applicationId });
    expect(resumed.question?.key).toBe('languages');
    expect(resumed.savedAt).toBe('2026-11-02T09:00:00.000Z');
    const back = await world.call<QuestionnaireScreen>(candidate, 'questionnaire', {
      applicationId,
      question: 'phone',
    });
    expect(back.question).toMatchObject({ key: 'phone', answer: '555 0100' });
    expect(back.previousKey).toBe('birth_date');
    const contact = await world.org.system.row(
      soql`SELECT Phone FROM Contact WHERE Id = ${candidate.principal.contactId ?? ''}`,
    );
    expect(contact).toEqual({ Phone: '555 0100' });
  });

  it('refuses what cannot be right, and sending before it is complete', async () => {
    const candidate = await world.candidate('Carl Check');
    const applicationId = await start(candidate);
    const answer = (question: string, value: unknown) =>
      world.call<QuestionnaireScreen>(candidate, 'answer', { applicationId, question, value });
    await expect(answer('right_to_work', 'yes')).rejects.toMatchObject({ fields: ['right_to_work'] });
    await expect(answer('birth_date', '2030-01-01')).rejects.toThrow('Check the year');
    await expect(answer('birth_date', '2001-02-30')).rejects.toThrow('Enter a day');
    await expect(answer('swim', 'far')).rejects.toThrow('Choose one');
    await expect(world.call(candidate, 'submit-application', { applicationId })).rejects.toMatchObject({
      code: 'REQUIRED_FIELD_MISSING',
    });
  });

  it('takes a document by its content, and makes known what it means for the process', async () => {
    const candidate = await world.candidate('Dora Document');
    const applicationId = await start(candidate);
    for (const [question, value] of Object.entries({ ...goodAnswers, licence_state: 'suspended' })) {
      await world.call(candidate, 'answer', { applicationId, question, value });
    }
    const send = (fileName: string, content: string) =>
      world.call<QuestionnaireScreen>(candidate, 'document', {
        applicationId,
        question: 'certificate',
        fileName,
        base64: Buffer.from(content, 'latin1').toString('base64'),
      });
    await expect(send('diploma.pdf', 'MZ\u0090 not a pdf')).rejects.toThrow('Send a PDF');
    const screen = await send('C:\\Users\\dora\\diploma.txt', '%PDF-1.7 diploma');
    expect(screen.review?.find((each) => each.key === 'certificate')?.answer).toBe('diploma.pdf');
    await world.call(candidate, 'submit-application', { applicationId });
    await expect(send('late.pdf', '%PDF-1.7 late')).rejects.toMatchObject({ code: 'INVALID_OPERATION' });
    const seen = await world.call<{ documents: unknown[]; gate: { label: string } | null; status: string }>(
      world.specialist,
      'application',
      { id: applicationId },
    );
    expect(seen.documents).toMatchObject([{ name: 'diploma.pdf', bytes: 16 }]);
    expect(seen).toMatchObject({ status: 'held', gate: { label: 'Driving licence suspended' } });
  });
});

describe('first contact', () => {
  it('is stored with the person at the first visit and never overwritten', async () => {
    const candidate = await world.candidate('Fay First');
    const input = { postingNumber: world.postingNumber };
    const { applicationId } = await world.call<{ applicationId: string }>(candidate, 'start-application', {
      ...input,
      source: { kind: 'campaign', campaign: 'Wear the Teal', source: 'Larkfen Outreach' },
    });
    await world.call(candidate, 'withdraw', { applicationId });
    await world.call(candidate, 'start-application', { ...input, source: { kind: 'event' } });
    const rows = await world.org.system.rows<{ Id: string; Kind__c: string; Campaign__c: string }>(
      soql`SELECT Id, Kind__c, Campaign__c FROM First_Contact__c WHERE Contact__c = ${candidate.principal.contactId ?? ''}`,
    );
    expect(rows).toMatchObject([{ Kind__c: 'campaign', Campaign__c: 'Wear the Teal' }]);
    await expect(
      world.org.system.change('First_Contact__c', rows[0]?.Id ?? '', { Campaign__c: 'Other' }),
    ).rejects.toThrow('never overwritten');
  });
});
