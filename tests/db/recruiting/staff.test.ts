import type {
  ApplicantList,
  ApplicationView,
  Board,
  Dashboard,
  Home,
  MyApplication,
  Queue,
  SavedView,
  StepLane,
} from '@muster/recruiting';
import { soql } from '@muster/soql';
import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest';
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

const act = (applicationId: string, name: string, input: Record<string, unknown> = {}) =>
  world.call<ApplicationView>(world.specialist, name, { applicationId, ...input });
const pass = (applicationId: string, step: string, outcome: string) =>
  act(applicationId, 'record-result', { step, outcome });
const view = (applicationId: string) =>
  world.call<ApplicationView>(world.specialist, 'application', { id: applicationId });
const lane = (of: ApplicationView, step: string): StepLane => {
  const found = of.lanes.flatMap((each) => each.steps).find((each) => each.step === step);
  if (found === undefined) throw new Error(`No step ${step}`);
  return found;
};

/** A candidate who has accepted the conditional offer, so that the checks run side by side. */
async function afterOffer(name: string) {
  const candidate = await world.candidate(name);
  const id = await applyTo(world, candidate);
  for (const [step, outcome] of [
    ['qualification', 'qualified'],
    ['exam', 'passed'],
    ['fitness', 'passed'],
    ['interview', 'recommended'],
  ] as const) {
    await pass(id, step, outcome);
  }
  const day = new Date(world.clock.now() + 10 * 86_400_000).toISOString().slice(0, 10);
  await act(id, 'make-offer', { kind: 'conditional', answerBy: day });
  await world.call(candidate, 'answer-offer', { applicationId: id, accept: true });
  return { candidate, id };
}

describe('parallel steps', () => {
  it('says in one sentence on whom it waits and what runs out, and shows every lane', async () => {
    const { id } = await afterOffer('Ada Lund');
    const shown = await view(id);
    expect(shown.sentence).toMatch(
      /^Waiting on the candidate since 2 Nov \(.+\); fitness test expires 2 Aug 2027$/,
    );
    const open = shown.lanes.flatMap((each) => each.steps).filter((step) => step.state === 'open');
    expect(open.map((step) => step.step).sort()).toEqual([
      'background',
      'drug_test',
      'medical',
      'personal_history',
      'psychological',
    ]);
    expect(shown.status).toBe('in_process');
  });

  it('refuses a result out of order in plain words, and one for the future', async () => {
    const candidate = await world.candidate('Out Oforder');
    const id = await applyTo(world, candidate);
    await expect(pass(id, 'exam', 'passed')).rejects.toThrow(
      'Entrance exam is not open: Qualification review comes first.',
    );
    await expect(
      act(id, 'record-result', { step: 'qualification', outcome: 'qualified', effectiveAt: '2027-06-01' }),
    ).rejects.toThrow('lies in the future');
    await expect(pass(id, 'medical', 'fit')).rejects.toThrow('Medical examination');
  });
});

describe('a gate', () => {
  it('stops the costly steps, is adjudicated with a reason, and goes on', async () => {
    const { candidate, id } = await afterOffer('Joel Brandt');
    const stopped = await act(id, 'record-fact', {
      fact: 'driving_licence',
      value: 'suspended',
      reason: 'Register of 2 November',
    });
    expect(stopped.status).toBe('held');
    expect(stopped.gate).toMatchObject({ label: 'Driving licence suspended', saved: 2300 });
    expect(stopped.gate?.held).toHaveLength(3);
    expect(stopped.actions[0]).toMatchObject({ kind: 'adjudicate' });
    expect((await myApplication(world, candidate)).where).toContain('Nothing has been decided');
    await expect(pass(id, 'medical', 'fit')).rejects.toThrow('stopped');
    const { queues } = await world.call<Home>(world.specialist, 'home');
    expect(queues[0]).toMatchObject({ key: 'adjudication', count: 1 });

    const reopened = await act(id, 'adjudicate', { decision: 'reopen', reason: 'Given back on 3 November' });
    expect(reopened.gate).toBeNull();
    expect(reopened.history[0]).toMatchObject({
      kind: 'adjudication.favourable',
      reason: 'Given back on 3 November',
      by: 'Tomas Keller',
    });
    await pass(id, 'medical', 'fit');
  });
});

describe('what runs out', () => {
  it('notes an expired result, tells the candidate, and takes it again', async () => {
    const { candidate, id } = await afterOffer('Eva Long');
    await pass(id, 'medical', 'fit');
    await world.pass(370);
    const expired = await view(id);
    expect(lane(expired, 'medical').state).toBe('expired');
    expect(expired.history[0]?.kind).toBe('stage.expired');
    expect(expired.history[0]?.by).toBe('The clock');
    await world.pass(1);
    const inbox = world.mails.filter((mail) => mail.to === 'eva.long@test.example');
    expect(inbox.map((mail) => mail.subject)).toContain('Medical check: your result has run out');
    expect(
      (await myApplication(world, candidate)).steps.find((step) => step.title === 'Medical check'),
    ).toMatchObject({ state: 'now' });
    const again = await pass(id, 'medical', 'fit');
    expect(lane(again, 'medical')).toMatchObject({ state: 'done', attempt: 2 });
    world.clock.set('2026-11-02T09:00:00Z');
  });

  it('closes a posting at its hour', async () => {
    const before = world.clock.now();
    world.clock.set('2027-02-15T05:00:30Z');
    await world.pass(0);
    expect(await world.call(world.guest(), 'postings')).toEqual([]);
    await expect(world.call(world.guest(), 'posting', { number: world.postingNumber })).rejects.toMatchObject(
      {
        code: 'NOT_FOUND',
      },
    );
    const late = await world.candidate('Late Comer');
    await expect(
      world.call(late, 'start-application', { postingNumber: world.postingNumber }),
    ).rejects.toThrow('This vacancy is closed.');
    world.clock.set(before);
    await world.org.system.update(
      'RecruitmentPosting',
      (await world.org.system.rows<{ Id: string }>('SELECT Id FROM RecruitmentPosting')).map(({ Id }) => ({
        id: Id,
        values: { State__c: 'Open' },
      })),
    );
  });
});

describe('mistakes', () => {
  it('puts a wrong result right by a later event that names it', async () => {
    const candidate = await world.candidate('Wrongly Failed');
    const id = await applyTo(world, candidate);
    const closed = await pass(id, 'qualification', 'not_qualified');
    expect(closed).toMatchObject({
      status: 'closed',
      sentence: expect.stringContaining('minimum requirement'),
    });
    const mistaken = closed.history.find((event) => event.kind === 'stage.completed');
    const reversed = await act(id, 'reverse-event', {
      eventId: mistaken?.id,
      reason: 'Another person’s file',
    });
    expect(reversed.status).toBe('submitted');
    expect(reversed.history.find((event) => event.id === mistaken?.id)).toMatchObject({
      canReverse: false,
      correctedBy: reversed.history[0]?.id,
    });
    const rows = await world.org.system.rows<{ Number__c: number }>(
      soql`SELECT Number__c FROM Application_Event__c WHERE Application__c = ${id}`,
    );
    expect(rows.length).toBe(reversed.version);
  });

  it('keeps events for ever, whoever asks', async () => {
    const [event] = await world.org.system.rows<{ Id: string }>(
      'SELECT Id FROM Application_Event__c LIMIT 1',
    );
    const id = event?.Id ?? '';
    await expect(world.org.system.change('Application_Event__c', id, { Reason__c: 'x' })).rejects.toThrow(
      'stays',
    );
    const [deleted] = await world.org.system.delete('Application_Event__c', [id]);
    expect(deleted?.success).toBe(false);
  });

  it('refuses a change to something that changed meanwhile, and does a repeated change once', async () => {
    const id = await applyTo(world, await world.candidate('Two Clerks'));
    const seen = await view(id);
    const change = { step: 'qualification', outcome: 'qualified', clientKey: 'k-1', ifVersion: seen.version };
    const first = await act(id, 'record-result', change);
    expect(await act(id, 'record-result', change)).toMatchObject({ version: first.version });
    await expect(
      act(id, 'schedule-step', {
        step: 'exam',
        at: '2026-12-01T09:00:00Z',
        place: 'x',
        ifVersion: seen.version,
      }),
    ).rejects.toMatchObject({ code: 'PRECONDITION_FAILED' });
  });
});

describe('messages', () => {
  it('can be taken back until they leave, and candidates see only what left', async () => {
    const candidate = await world.candidate('Mail Reader', 'es');
    const id = await applyTo(world, candidate);
    const queued = await act(id, 'send-message', { subject: 'Hello', body: 'Come on Monday' });
    const message = queued.conversation.find((each) => each.subject === 'Hello');
    expect(message).toMatchObject({ state: 'queued', mine: true });
    expect((await myApplication(world, candidate)).messages).toEqual([]);
    await world.call(world.specialist, 'take-back-message', { messageId: message?.id });
    await act(id, 'send-message', { subject: 'Hello again', body: 'Come on Tuesday', clientKey: 'm1' });
    await act(id, 'send-message', { subject: 'Hello again', body: 'Come on Tuesday', clientKey: 'm1' });
    await world.pass(1);
    await expect(
      world.call(world.specialist, 'take-back-message', {
        messageId: (await view(id)).conversation.find((each) => each.subject === 'Hello again')?.id,
      }),
    ).rejects.toThrow('cannot be taken back');
    const mine = await myApplication(world, candidate);
    expect(mine.messages.map((each) => each.subject)).toEqual([
      'Su solicitud para Agente de campo ha llegado',
      'Hello again',
    ]);
    const replied = await world.call<MyApplication>(candidate, 'reply', { applicationId: id, body: 'Voy.' });
    expect(replied.messages.at(-1)).toMatchObject({ mine: true, body: 'Voy.', state: 'received' });
    expect((await view(id)).conversation.at(-1)).toMatchObject({ mine: false, body: 'Voy.' });
  });
});

describe('lists', () => {
  beforeEach(async () => {
    await world.pass(0);
  });

  it('finds people by name, number and e-mail, filters, sorts and pages', async () => {
    const all = await world.call<ApplicantList>(world.specialist, 'applicants');
    expect(all.total).toBeGreaterThan(5);
    const found = await world.call<ApplicantList>(world.specialist, 'applicants', { search: 'JOEL' });
    expect(found.rows.map((row) => row.name)).toEqual(['Joel Brandt']);
    const number = found.rows[0]?.number ?? '';
    expect((await world.call<ApplicantList>(world.specialist, 'applicants', { search: number })).total).toBe(
      1,
    );
    const none = await world.call<ApplicantList>(world.specialist, 'applicants', {
      search: "%' OR Name LIKE '%",
    });
    expect(none.total).toBe(0);
    const checks = await world.call<ApplicantList>(world.specialist, 'applicants', {
      phase: 'after_offer',
      sort: '-name',
    });
    const names = checks.rows.map((row) => row.name);
    expect(names).toEqual([...names].sort().reverse());
    expect(all.filters.owners[0]).toMatchObject({ label: 'Tomas Keller' });
    await expect(world.call(world.specialist, 'applicants', { sort: 'salary' })).rejects.toThrow('sort');
  });

  it('keeps a view under its label', async () => {
    await world.call(world.specialist, 'saved-views', { label: 'Mine', query: '?phase=exam' }, 'POST');
    await world.call(world.specialist, 'saved-views', { label: 'Mine', query: '?phase=fitness' }, 'POST');
    const [saved] = await world.call<SavedView[]>(world.specialist, 'saved-views', {}, 'GET');
    expect(saved).toMatchObject({ label: 'Mine', query: '?phase=fitness', mine: true });
    expect(await world.call(world.chief, 'saved-views', {}, 'GET')).toEqual([]);
    expect(await world.call(world.specialist, 'delete-view', { id: saved?.id })).toEqual([]);
  });

  it('counts people and open steps apart on the board, and both add up', async () => {
    const shown = await world.call<Board>(world.specialist, 'board');
    const sum = (of: 'people' | 'openSteps') =>
      shown.columns.reduce((total, column) => total + column[of], 0);
    expect(sum('people')).toBe(shown.people);
    expect(sum('openSteps')).toBe(shown.openSteps);
    const column = shown.columns.find((each) => each.phase === 'after_offer');
    expect(column?.cards.length).toBe(column?.people);
    const card = column?.cards.find((each) => each.name === 'Ada Lund');
    expect(card).toMatchObject({ openInPhase: 5, stepsInPhase: 5, nextExpiry: { what: 'Fitness test' } });
    expect(shown.postings).toHaveLength(1);
  });

  it('has queues whose counts fit their rows', async () => {
    const { queues } = await world.call<Home>(world.specialist, 'home');
    expect(queues.map((queue: Queue) => queue.key)).toEqual([
      'adjudication',
      'review',
      'expiring',
      'overdue',
      'on_us',
      'on_third_party',
      'on_candidate',
      'on_hold',
    ]);
    for (const queue of queues) expect(queue.rows).toHaveLength(Math.min(queue.count, 50));
    const onUs = queues.find((queue) => queue.key === 'on_us');
    expect(onUs?.count).toBeGreaterThan(0);
    expect(onUs?.rows[0]?.since).toBe(onUs?.oldestSince);
  });

  it('gives the chief figures that name their population', async () => {
    await world.org.system.create('Workforce_Plan__c', {
      Unit__c: 'Ellery Coast',
      Authorised__c: 3200,
      On_Duty__c: 2872,
      As_Of__c: '2026-11-01',
    });
    const page = await world.call<Dashboard>(world.chief, 'dashboard');
    expect(page.staffing).toEqual({ authorised: 3200, onDuty: 2872, gap: 328, asOf: '2026-11-01' });
    expect(page.inProcess.people).toBe((await world.call<Board>(world.chief, 'board')).people);
    expect(page.funnel.stages[0]?.people).toBeGreaterThan(5);
    expect(page.funnel.stages.map((stage) => stage.people)).toEqual(
      [...page.funnel.stages.map((stage) => stage.people)].sort((a, b) => b - a),
    );
    const medical = page.timeInStep.steps.find((step) => step.step === 'medical');
    expect(medical?.entered).toBe((medical?.finished ?? 0) + (medical?.stillWaiting ?? 0));
    expect(page.expiring.sentence).not.toBe('');
  });
});
