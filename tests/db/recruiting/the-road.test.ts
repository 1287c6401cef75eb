import type { ApplicationView, PostingView, QuestionnaireScreen } from '@muster/recruiting';
import { soql } from '@muster/soql';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import {
  applyTo,
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

describe('from a posting to the first day', () => {
  it('shows strangers what is published and open', async () => {
    const { call, postingNumber } = world;
    const list = await call<{ number: string }[]>(world.guest(), 'postings');
    expect(list.map((each) => each.number)).toEqual([postingNumber]);
    const view = await call<PostingView>(world.guest(), 'posting', { number: postingNumber, language: 'es' });
    expect(view).toMatchObject({
      title: 'Agente de campo',
      open: true,
      minutesToApply: 15,
      myApplicationId: null,
    });
    expect(view.requirements).toContain('Tiene 20 años o más al presentarse.');
    expect(view.whatHappens.map((step) => step.title)).not.toContain('Academia');
    expect(view.jsonLd).toMatchObject({ '@type': 'JobPosting', validThrough: '2027-02-14T23:59:00-05:00' });
  });

  it('walks the whole way', async () => {
    const { call, specialist } = world;
    const nia = await world.candidate('Nia Calder');
    const applicationId = await applyTo(world, nia);
    const mine = await myApplication(world, nia);
    expect(mine).toMatchObject({ status: 'submitted', action: null, waitingOn: 'agency' });
    expect(mine.receipt).toMatch(/^[0-9A-Z]{4}-[0-9A-Z]{4}-[0-9A-Z]{4}$/);

    const act = (name: string, input: Record<string, unknown>) =>
      call<ApplicationView>(specialist, name, { applicationId, ...input });
    const record = (step: string, outcome: string) => act('record-result', { step, outcome });

    await world.pass(1);
    await record('qualification', 'qualified');
    await act('schedule-step', { step: 'exam', at: '2026-11-10T14:00:00Z', place: 'Ellery hall' });
    expect(await myApplication(world, nia)).toMatchObject({
      appointment: { what: 'Written exam', place: 'Ellery hall' },
      action: null,
    });
    await world.pass(9);
    await record('exam', 'passed');
    await record('fitness', 'passed');
    await record('interview', 'recommended');
    await act('make-offer', { kind: 'conditional', answerBy: '2026-11-30' });
    await world.pass(1);
    expect((await myApplication(world, nia)).action).toMatchObject({ kind: 'answer_offer' });
    await call(nia, 'answer-offer', { applicationId, accept: true });
    await record('medical', 'fit');
    await record('psychological', 'suitable');
    await record('drug_test', 'negative');
    await record('personal_history', 'complete');
    const view = await record('background', 'favourable');
    expect(view.actions[0]).toMatchObject({ kind: 'final_offer' });
    await act('make-offer', { kind: 'final', answerBy: '2026-12-10' });
    await call(nia, 'answer-offer', { applicationId, accept: true });
    await act('enter-on-duty', { date: '2026-12-01', post: 'Skarn Pass Post' });
    await world.pass(20);
    const onDuty = await act('enter-on-duty', { date: '2026-12-01', post: 'Skarn Pass Post' });
    expect(onDuty.status).toBe('on_duty');

    const contact = await world.org.system.row(
      soql`SELECT Unit__c, Post__c, On_Duty_Since__c FROM Contact WHERE Id = ${nia.principal.contactId ?? ''}`,
    );
    expect(contact).toEqual({
      Unit__c: 'Ellery Coast',
      Post__c: 'Skarn Pass Post',
      On_Duty_Since__c: '2026-12-01',
    });
    const user = await world.org.system.row<{ Profile: { Name: string } }>(
      soql`SELECT Profile.Name FROM User WHERE Id = ${nia.principal.userId}`,
    );
    expect(user.Profile.Name).toBe('Officer');
    await world.pass(1);
    expect(world.mails.map((mail) => mail.subject)).toContain('Welcome to the service');
  });

  it('stops kindly when a legal minimum is not met, and goes on when the answer was wrong', async () => {
    const { call, postingNumber } = world;
    const young = await world.candidate('Kim Young', 'es');
    const { applicationId } = await call<{ applicationId: string }>(young, 'start-application', {
      postingNumber,
    });
    const answer = (question: string, value: unknown) =>
      call<QuestionnaireScreen>(young, 'answer', { applicationId, question, value });
    await answer('right_to_work', true);
    const stopped = await answer('birth_date', '2010-01-01');
    expect(stopped.question).toBeNull();
    expect(stopped.review).toBeNull();
    expect(stopped.stop?.title).toBe('Puede presentarse cuando cumpla 20 años');
    expect(stopped.previousKey).toBe('birth_date');
    await expect(call(young, 'submit-application', { applicationId })).rejects.toThrow('mínimo legal');
    const next = await answer('birth_date', '2001-01-01');
    expect(next.stop).toBeNull();
    expect(next.question?.key).toBe('phone');
  });
});
