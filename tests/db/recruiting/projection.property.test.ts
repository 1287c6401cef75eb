import { MusterError, MusterErrors } from '@muster/kernel';
import type { Session } from '@muster/records';
import { type ApplicationView, loadApplication, projectionChanges } from '@muster/recruiting';
import fc from 'fast-check';
import { afterAll, beforeAll, expect, it } from 'vitest';
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
afterAll(async () => {
  await world?.drop();
});

type Move = readonly [kind: string, pick: number];

const move = fc.tuple(
  fc.constantFrom(
    'result',
    'result',
    'result',
    'result',
    'schedule',
    'wait',
    'fact',
    'adjudicate',
    'offer',
    'answer',
    'reverse',
    'days',
    'duty',
    'withdraw',
    'hold',
    'release',
    'waive',
    'ask',
    'decide',
  ),
  fc.nat(1_000_000),
);

interface Play {
  readonly id: string;
  readonly candidate: Session;
  readonly pick: number;
  readonly view: ApplicationView;
}

const chosen = <Item>(items: readonly Item[], pick: number): Item | undefined => items[pick % items.length];
const dayAfter = (days: number) => new Date(world.clock.now() + days * 86_400_000).toISOString().slice(0, 10);

/** What each move asks for; a move that is not possible just now may be refused. */
const plays: Readonly<Record<string, (play: Play) => Promise<unknown>>> = {
  result: ({ id, pick, view }) => {
    const open = view.lanes.flatMap((lane) => lane.steps).filter((step) => step.outcomes.length > 0);
    const step = chosen(open, pick);
    const passing = step?.outcomes.find((outcome) => outcome.passes);
    const outcome = pick % 5 === 0 ? chosen(step?.outcomes ?? [], pick) : passing;
    return act(id, 'record-result', { step: step?.step ?? 'exam', outcome: outcome?.value ?? 'passed' });
  },
  schedule: ({ id, pick, view }) =>
    act(id, 'schedule-step', {
      step:
        chosen(
          view.actions.flatMap((action) => action.step ?? []),
          pick,
        ) ?? 'exam',
      at: new Date(world.clock.now() + (pick % 40) * 3_600_000).toISOString(),
      place: 'Ellery hall',
    }),
  wait: ({ id, pick, view }) =>
    act(id, 'waiting-on', {
      step:
        chosen(
          view.lanes.flatMap((lane) => lane.steps.map((step) => step.step)),
          pick,
        ) ?? 'exam',
      waitingOn: chosen(['candidate', 'agency', 'third_party'], pick),
      reason: 'Papers',
    }),
  fact: ({ id, pick }) =>
    act(id, 'record-fact', {
      fact: 'driving_licence',
      value: pick % 3 === 0 ? 'suspended' : 'valid',
      reason: 'Register',
    }),
  adjudicate: ({ id, pick }) =>
    act(id, 'adjudicate', { decision: pick % 7 === 0 ? 'close' : 'reopen', reason: 'Looked at it' }),
  offer: ({ id, pick }) =>
    act(id, 'make-offer', {
      kind: pick % 2 === 0 ? 'conditional' : 'final',
      answerBy: dayAfter(1 + (pick % 20)),
    }),
  answer: ({ id, candidate, pick }) =>
    world.call(candidate, 'answer-offer', { applicationId: id, accept: pick % 8 !== 0 }),
  reverse: ({ id, pick, view }) =>
    act(id, 'reverse-event', {
      eventId:
        chosen(
          view.history.filter((event) => event.canReverse),
          pick,
        )?.id ?? '1',
      reason: 'A mistake',
    }),
  days: ({ pick }) => world.pass(pick % 4 === 0 ? pick % 500 : pick % 9),
  duty: ({ id }) => act(id, 'enter-on-duty', { date: dayAfter(0), post: 'Skarn' }),
  withdraw: ({ id, candidate, pick }) =>
    pick % 4 === 0 ? world.call(candidate, 'withdraw', { applicationId: id }) : Promise.resolve(),
  hold: ({ id, pick, view }) => {
    const step = chosen(
      view.actions.filter((action) => action.kind === 'hold').map((each) => each.step),
      pick,
    );
    return act(id, 'hold', {
      ...(step != null && { step }),
      waitingOn: chosen(['candidate', 'agency', 'third_party'], pick),
      ...(pick % 3 === 0 && { until: dayAfter(1 + (pick % 30)) }),
      reason: 'Papers',
    });
  },
  release: ({ id, pick, view }) => {
    const step = chosen(
      view.actions.filter((action) => action.kind === 'release').map((each) => each.step),
      pick,
    );
    return act(id, 'release-hold', step == null ? {} : { step });
  },
  waive: ({ id, pick }) =>
    act(id, 'waive-step', { step: chosen(['exam', 'fitness', 'medical'], pick) ?? '', reason: 'Transfer' }),
  ask: async ({ id, candidate, pick }) => {
    const decision = chosen((await myApplication(world, candidate)).reviews.open, pick)?.decision ?? '0';
    return world.call(candidate, 'ask-for-review', { applicationId: id, decision, reason: 'Please' });
  },
  decide: ({ id, pick }) =>
    world.call(world.specialist, 'decide-review', {
      applicationId: id,
      decision: pick % 2 === 0 ? 'change' : 'uphold',
      reason: 'Looked at it again',
    }),
};

const act = (applicationId: string, name: string, input: Record<string, unknown>) =>
  world.call(world.chief, name, { applicationId, ...input });

/** Days that went by in an earlier run have closed it. */
async function reopenPosting(): Promise<void> {
  const rows = await world.org.system.rows<{ Id: string }>('SELECT Id FROM RecruitmentPosting');
  const open = rows.map(({ Id }) => ({ id: Id, values: { State__c: 'Open' } }));
  await world.org.system.update('RecruitmentPosting', open);
}

it('stores what the events add up to, whatever happens', async () => {
  let run = 0;
  await fc.assert(
    fc.asyncProperty(fc.array(move, { minLength: 5, maxLength: 25 }), async (moves: readonly Move[]) => {
      run += 1;
      world.clock.set(START);
      await reopenPosting();
      const candidate = await world.candidate(`Prop ${run}-${Date.now()}`);
      const id = await applyTo(world, candidate);
      for (const [kind, pick] of moves) {
        const view = await world.call<ApplicationView>(world.chief, 'application', { id });
        await plays[kind]?.({ id, candidate, pick, view }).catch((error: unknown) => {
          if (!(error instanceof MusterError || error instanceof MusterErrors)) throw error;
        });
        const application = await loadApplication(world.org.system, id);
        const changes = await projectionChanges(world.org.system, application);
        expect(changes, `after ${kind}`).toEqual({
          application: {},
          steps: { insert: [], update: [], remove: [] },
        });
        expect(application.row.Open_Key__c === null).toBe(
          ['closed', 'withdrawn', 'on_duty'].includes(application.state.status),
        );
      }
    }),
    { numRuns: 12, endOnFailure: true },
  );
}, 300_000);
