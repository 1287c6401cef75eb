import type { Session } from '@muster/records';
import type { ApplicationView, Home, MyApplication, Queue, StepLane } from '@muster/recruiting';
import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import {
  applyTo,
  myApplication,
  openRecruitingWorld,
  type RecruitingWorld,
  START,
} from '../../support/recruiting-world.js';

let world: RecruitingWorld;
beforeAll(async () => {
  world = await openRecruitingWorld();
});
beforeEach(() => {
  world.clock.set(START);
});
afterAll(async () => {
  await world?.drop();
});

const as = (session: Session, applicationId: string, name: string, input: Record<string, unknown> = {}) =>
  world.call<ApplicationView>(session, name, { applicationId, ...input });
const act = (applicationId: string, name: string, input: Record<string, unknown> = {}) =>
  as(world.specialist, applicationId, name, input);
const see = (session: Session, id: string) => world.call<ApplicationView>(session, 'application', { id });
const laneOf = (view: ApplicationView, step: string): StepLane => {
  const found = view.lanes.flatMap((each) => each.steps).find((each) => each.step === step);
  if (found === undefined) throw new Error(`No step ${step}`);
  return found;
};
const kinds = (view: ApplicationView) => view.actions.map((action) => action.kind);
const dayAfter = (days: number) => new Date(world.clock.now() + days * 86_400_000).toISOString().slice(0, 10);
const mailsTo = (name: string) =>
  world.mails.filter((mail) => mail.to === `${name.replace(' ', '.').toLowerCase()}@test.example`);

async function queueOf(key: string, session = world.specialist): Promise<Queue> {
  const { queues } = await world.call<Home>(session, 'home');
  const queue = queues.find((each) => each.key === key);
  if (queue === undefined) throw new Error(`No queue ${key}`);
  return queue;
}

/** Somebody whom the specialist found not qualified. */
async function refused(name: string, language: 'en' | 'es' = 'en') {
  const candidate = await world.candidate(name, language);
  const id = await applyTo(world, candidate);
  await act(id, 'record-result', { step: 'qualification', outcome: 'not_qualified', reason: 'No licence' });
  return { candidate, id };
}

async function ask(candidate: Session, reason = 'My licence is attached'): Promise<MyApplication> {
  const mine = await myApplication(world, candidate);
  const decision = mine.reviews.open[0]?.decision;
  return world.call(candidate, 'ask-for-review', { applicationId: mine.id, decision, reason });
}

describe('a review', () => {
  it('is asked for by the candidate, waits in the queue, and is decided by somebody else', async () => {
    const { candidate, id } = await refused('Rhea Lund');
    const [open] = (await myApplication(world, candidate)).reviews.open;
    expect(open).toMatchObject({
      what: 'Your application has ended: A minimum requirement is not met',
      until: '2026-12-02T09:00:00.000Z',
    });
    const asked = await ask(candidate);
    expect(asked.reviews).toMatchObject({
      open: [],
      last: { state: 'waiting', asked: 'My licence is attached' },
    });
    expect(asked.reviews.last?.text).toContain('You asked for a review on 2 Nov');

    const queue = await queueOf('review');
    expect(queue.rows.find((row) => row.applicationId === id)).toMatchObject({
      name: 'Rhea Lund',
      waitingOn: 'agency',
      since: '2026-11-02T09:00:00.000Z',
    });
    const own = await see(world.specialist, id);
    expect(own.review).toMatchObject({
      decision: 'Qualification review: Not qualified',
      decidedBy: 'Tomas Keller',
      reason: 'My licence is attached',
      channel: null,
      isOwnDecision: true,
    });
    expect(kinds(own)).not.toContain('decide_review');
    await expect(act(id, 'decide-review', { decision: 'uphold', reason: 'No' })).rejects.toThrow(
      'Somebody else has to look at it again',
    );

    const decided = await as(world.chief, id, 'decide-review', { decision: 'uphold', reason: 'It ran out' });
    expect(decided.review).toBeNull();
    expect(decided.history[0]).toMatchObject({
      kind: 'review.refused',
      reason: 'It ran out',
      by: 'Ruth Amsel',
    });
    expect((await queueOf('review')).rows.some((row) => row.applicationId === id)).toBe(false);
    const told = await myApplication(world, candidate);
    expect(told).toMatchObject({
      status: 'closed',
      reviews: { open: [], last: { state: 'upheld', reason: 'It ran out' } },
    });
    await expect(
      world.call(candidate, 'ask-for-review', {
        applicationId: id,
        decision: open?.decision,
        reason: 'Once more',
      }),
    ).rejects.toThrow('has been asked for already');
  });

  it('that changes the decision annuls it by a later event; the mail waits and is in Spanish', async () => {
    const { candidate, id } = await refused('Sol Rey', 'es');
    await ask(candidate, 'Adjunto mi permiso');
    const changed = await as(world.chief, id, 'decide-review', {
      decision: 'change',
      reason: 'El permiso vale',
    });
    expect(changed.status).not.toBe('closed');
    expect(laneOf(changed, 'qualification').state).toBe('open');
    expect(changed.history.slice(0, 2).map((event) => event.kind)).toEqual(['corrected', 'review.granted']);
    expect(changed.history.find((event) => event.kind === 'stage.completed')?.correctedBy).not.toBeNull();
    const queued = changed.conversation.filter((message) => message.state === 'queued');
    expect(queued.map((message) => message.subject)).toContain('Su revisión: se cambia la decisión');
    const back = queued.find((message) => message.subject?.startsWith('Su revisión'));
    await world.call(world.specialist, 'take-back-message', { messageId: back?.id });
    await world.pass(1);
    const subjects = mailsTo('Sol Rey').map((mail) => mail.subject);
    expect(subjects).toContain('Volvemos a estudiarlo');
    expect(subjects).not.toContain('Su revisión: se cambia la decisión');
    const mine = await myApplication(world, candidate);
    expect(mine.reviews.last).toMatchObject({ state: 'changed', reason: 'El permiso vale' });
    expect(mine.reviews.last?.text).toContain('se cambió la decisión');
  });

  it('that came by letter is recorded on the day it arrived, within the period only', async () => {
    const { candidate, id } = await refused('Lena Letter');
    world.clock.set('2026-12-20T09:00:00Z');
    expect((await myApplication(world, candidate)).reviews.open).toEqual([]);
    const [decision] = (await see(world.specialist, id)).reviewable;
    expect(decision).toMatchObject({ label: 'Qualification review: Not qualified' });
    const letter = { decision: decision?.decision, channel: 'letter', reason: 'Appeals by letter' };
    await expect(act(id, 'record-review', letter)).rejects.toThrow('could be asked for until 2 Dec');
    const recorded = await act(id, 'record-review', { ...letter, receivedOn: '2026-11-30' });
    expect(recorded.review).toMatchObject({ channel: 'by letter', since: '2026-12-01T04:59:59.000Z' });
    expect(recorded.reviewable).toEqual([]);
    expect(recorded.sentence).toContain('review asked for 30 Nov');
    await expect(ask(candidate)).rejects.toThrow();
  });

  it('of a sealed result keeps what is said from those who may not open it, and out of the mail', async () => {
    const candidate = await world.candidate('Mia Sealed');
    const id = await applyTo(world, candidate);
    for (const [step, outcome] of [
      ['qualification', 'qualified'],
      ['exam', 'passed'],
      ['fitness', 'passed'],
      ['interview', 'recommended'],
    ] as const) {
      await act(id, 'record-result', { step, outcome });
    }
    await act(id, 'make-offer', { kind: 'conditional', answerBy: dayAfter(9) });
    await world.call(candidate, 'answer-offer', { applicationId: id, accept: true });
    await act(id, 'record-result', { step: 'medical', outcome: 'temporarily_unfit', reason: 'Wrist' });
    expect((await ask(candidate, 'My wrist has healed')).reviews.last?.asked).toBe('My wrist has healed');
    const official = await see(await world.staff('Odd Official', 'Selecting_Official'), id);
    expect(JSON.stringify(official)).not.toMatch(/healed|fit for now/i);
    const clinic = await see(await world.staff('Cara Clinic', 'Clinic'), id);
    expect(clinic.review?.reason).toBe('My wrist has healed');
    await as(world.chief, id, 'decide-review', { decision: 'uphold', reason: 'Seen by two doctors' });
    await world.pass(1);
    const texts = mailsTo('Mia Sealed')
      .map((mail) => mail.text)
      .join('\n');
    expect(texts).toContain('you find it under “My application”');
    expect(texts).not.toMatch(/two doctors|fit for now|healed/i);
    expect((await myApplication(world, candidate)).reviews.last?.reason).toBe('Seen by two doctors');
  });
});

describe('a waiver', () => {
  it('counts for what rests on the step, and says by whom and why', async () => {
    const candidate = await world.candidate('Wade Transfer');
    const id = await applyTo(world, candidate);
    await act(id, 'record-result', { step: 'qualification', outcome: 'qualified' });
    expect(kinds(await see(world.specialist, id))).not.toContain('waive');
    expect((await see(world.chief, id)).actions).toContainEqual({
      kind: 'waive',
      label: 'Waive: Entrance exam',
      step: 'exam',
    });
    const reason = 'Passed the same exam in the river service';
    const waived = await as(world.chief, id, 'waive-step', { step: 'exam', reason });
    expect(laneOf(waived, 'exam')).toMatchObject({
      state: 'waived',
      waiver: { by: 'Ruth Amsel', at: '2026-11-02T09:00:00.000Z', reason },
    });
    expect(laneOf(waived, 'fitness').state).toBe('open');
    expect((await myApplication(world, candidate)).steps).toContainEqual({
      title: 'Written exam',
      state: 'done',
      detail: 'You need not do this',
    });
  });

  it('is refused for what the process does not allow, and for those without the right', async () => {
    const candidate = await world.candidate('Willa Minimum');
    const id = await applyTo(world, candidate);
    for (const step of ['qualification', 'medical', 'drug_test']) {
      await expect(as(world.chief, id, 'waive-step', { step, reason: 'Hurry' }), step).rejects.toThrow(
        'may not be waived: its process does not allow it',
      );
    }
  });
});

describe('a hold', () => {
  it('stops everything with its reason, says on whom it waits, and ends on its day', async () => {
    const candidate = await world.candidate('Hanna Reserve');
    const id = await applyTo(world, candidate);
    const held = await act(id, 'hold', {
      waitingOn: 'candidate',
      until: '2026-12-01',
      reason: 'Called up as a reservist',
    });
    expect(held).toMatchObject({
      status: 'held',
      sentence: 'On hold since 2 Nov, until 1 Dec; next move: the candidate',
      hold: { waitingOn: 'candidate', until: '2026-12-02T04:59:59.000Z', reason: 'Called up as a reservist' },
    });
    expect(held.actions[0]).toMatchObject({ kind: 'release', step: null });
    await expect(act(id, 'record-result', { step: 'qualification', outcome: 'qualified' })).rejects.toThrow(
      'stopped for now',
    );
    expect((await queueOf('on_hold')).rows.map((row) => row.applicationId)).toContain(id);
    expect((await queueOf('on_us')).rows.map((row) => row.applicationId)).not.toContain(id);
    expect(await myApplication(world, candidate)).toMatchObject({
      where: 'Your application is on hold until 1 Dec, because: Called up as a reservist',
      hold: { reason: 'Called up as a reservist', text: 'It goes on as soon as we hear from you.' },
      action: null,
    });
    await world.pass(31);
    const after = await see(world.specialist, id);
    expect(after).toMatchObject({ status: 'submitted', hold: null });
    expect(after.history[0]).toMatchObject({ kind: 'hold.lapsed', by: 'The clock' });
    expect(after.sentence).toMatch(/^Waiting on the specialist since 1 Dec/);
    expect((await queueOf('on_hold')).rows.map((row) => row.applicationId)).not.toContain(id);
    await world.pass(1);
    expect(mailsTo('Hanna Reserve').map((mail) => mail.subject)).toEqual(
      expect.arrayContaining(['On hold: your application', 'It goes on: your application']),
    );
  });

  it('of one step leaves the others, and is ended by hand', async () => {
    const candidate = await world.candidate('Hugo Diploma');
    const id = await applyTo(world, candidate);
    const step = 'qualification';
    const held = await act(id, 'hold', { step, waitingOn: 'third_party', reason: 'The school is closed' });
    expect(laneOf(held, step)).toMatchObject({
      state: 'held',
      waitingOn: 'third_party',
      hold: { reason: 'The school is closed', until: null },
    });
    expect(held.sentence).toBe('Qualification review on hold since 2 Nov; next move: a third party');
    expect((await myApplication(world, candidate)).where).toContain('The reason: The school is closed');
    await expect(act(id, 'release-hold')).rejects.toThrow('no hold to end');
    const released = await act(id, 'release-hold', { step, reason: 'Diploma confirmed' });
    expect(laneOf(released, step)).toMatchObject({ state: 'open', hold: null });
  });

  it('ends on a day to come', async () => {
    const id = await applyTo(world, await world.candidate('Hal Yesterday'));
    await expect(
      act(id, 'hold', { waitingOn: 'agency', until: '2026-11-01', reason: 'Late' }),
    ).rejects.toThrow('a day to come');
  });
});

describe('rights', () => {
  it('deny by default: each operation needs its own', async () => {
    const { candidate, id } = await refused('Nell Norights');
    const [open] = (await myApplication(world, candidate)).reviews.open;
    const other = await world.candidate('Otto Other');
    await expect(
      world.call(other, 'ask-for-review', { applicationId: id, decision: open?.decision, reason: 'x' }),
    ).rejects.toMatchObject({ code: 'NOT_FOUND' });
    const attempts = [
      ['decide-review', { decision: 'change', reason: 'x' }, 'Decide_Reviews'],
      ['record-review', { decision: open?.decision, channel: 'phone', reason: 'x' }, 'Work_Applications'],
      ['hold', { waitingOn: 'agency', reason: 'x' }, 'Work_Applications'],
      ['release-hold', {}, 'Work_Applications'],
      ['waive-step', { step: 'exam', reason: 'x' }, 'Waive_Steps'],
    ] as const;
    const without = [candidate, world.guest()];
    for (const set of ['Auditor', 'Clinic', 'Selecting_Official', 'Background_Investigator']) {
      without.push(await world.staff(`No ${set}`, set));
    }
    for (const session of without) {
      for (const [name, input, right] of attempts) {
        await expect(as(session, id, name, input), name).rejects.toThrow(right);
      }
    }
    await expect(as(world.specialist, id, 'waive-step', { step: 'exam', reason: 'x' })).rejects.toThrow(
      'Waive_Steps',
    );
  });
});
