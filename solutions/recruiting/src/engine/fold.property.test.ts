import { fc, test } from '@fast-check/vitest';
import { describe, expect } from 'vitest';
import { addDays, type Instant } from './calendar.js';
import { checkEvent } from './check-event.js';
import { dueClockEvents } from './clock-events.js';
import { eventKinds, type HiringEvent } from './events.js';
import { fold } from './fold.js';
import { legalNextEvents } from './legal-next-events.js';
import { parties } from './process.js';
import type { ApplicationState } from './state.js';
import { compileInTests, day, shippedVersion } from './testing/story.js';

const version = shippedVersion('marrenfell-field-officer');
const process = compileInTests(version);
const start = day('2026-01-05');

interface World {
  log: HiringEvent[];
  now: Instant;
}
type Move = fc.Command<object, World>;

const stateOf = ({ log, now }: World): ApplicationState => fold(process, log, { now });

/** Every move takes at least a minute, so no two events take effect at the same instant. */
function pass(world: World, days: number): void {
  world.now = addDays(world.now, days) + 60_000;
}

function append(world: World, event: Omit<HiringEvent, 'id' | 'recordedAt' | 'author'>): void {
  world.log = [...world.log, { id: `e${world.log.length}`, recordedAt: world.now, author: 'fc', ...event }];
}

/** Records one of the events the engine says are possible; it must then be accepted. */
const recordLegal = (choice: number, outcome: number, days: number): Move => ({
  check: () => true,
  run(_, world) {
    pass(world, days);
    const legal = legalNextEvents(process, stateOf(world), world.now).filter(
      ({ kind, step }) => choice % 9 === 0 || (step !== undefined && kind !== 'stage.waived'),
    );
    const next = legal[choice % legal.length];
    if (!next) return;
    const key = next.outcomes[outcome % next.outcomes.length];
    const event = {
      kind: next.kind,
      step: next.step,
      outcome: key,
      effectiveAt: world.now,
      reason: 'because',
      waitingOn: parties[outcome % 3],
      data: {
        facts: outcome % 5 === 0 ? { driving_licence: 'suspended' } : { shoe_size: 43 },
        appointment: { startsAt: world.now },
        disposition: 'no_reply',
        ...(outcome % 4 === 0 && { until: addDays(world.now, 1 + outcome) }),
      },
    };
    expect(
      checkEvent(
        process,
        world.log,
        { id: 'next', recordedAt: world.now, author: 'fc', ...event },
        world.now,
      ),
    ).toBeUndefined();
    append(world, event);
    expectRules(world);
  },
  toString: () => `recordLegal(${choice}, ${outcome}, ${days})`,
});

/** Proposes any event at any time; it is recorded if it is not refused. */
const propose = (event: Pick<HiringEvent, 'kind' | 'step' | 'outcome'>, daysBack: number): Move => ({
  check: () => true,
  run(_, world) {
    pass(world, 0);
    const proposed = { ...event, reason: 'because', effectiveAt: addDays(world.now, -daysBack) + 1 };
    const whole = { id: 'next', recordedAt: world.now, author: 'fc', ...proposed };
    if (event.kind === 'corrected' || checkEvent(process, world.log, whole, world.now)) return;
    append(world, proposed);
    expectRules(world);
  },
  toString: () => `propose(${JSON.stringify(event)}, ${daysBack})`,
});

const correct = (choice: number): Move => ({
  check: () => true,
  run(_, world) {
    pass(world, 0);
    const corrects = world.log.at(-1 - (choice % world.log.length))?.id;
    const event = { kind: 'corrected' as const, corrects, reason: 'mistake', effectiveAt: world.now };
    if (
      checkEvent(process, world.log, { id: 'next', recordedAt: world.now, author: 'fc', ...event }, world.now)
    )
      return;
    const before = stateOf(world);
    append(world, event);
    expectRules(world);
    const { log } = world;
    const back = { id: 'back', recordedAt: world.now, author: 'fc', ...event, corrects: log.at(-1)?.id };
    expect(fold(process, [...log, back], { now: world.now })).toEqual(before);
  },
  toString: () => `correct(${choice})`,
});

const runClock = (days: number): Move => ({
  check: () => true,
  run(_, world) {
    pass(world, days);
    const before = stateOf(world);
    for (const event of dueClockEvents(process, world.log, world.now)) {
      const whole = { id: 'next', recordedAt: world.now, author: 'fc', ...event };
      expect(checkEvent(process, world.log, whole, world.now)).toBeUndefined();
      append(world, event);
    }
    expect(dueClockEvents(process, world.log, world.now)).toEqual([]);
    expect(stateOf(world)).toEqual(before);
    expectRules(world);
  },
  toString: () => `runClock(${days})`,
});

/** Events nothing annuls: the definition, without the shortcuts of the engine. */
function inForce(log: readonly HiringEvent[]): HiringEvent[] {
  const stands = (event: HiringEvent, place: number): boolean =>
    !log.some((other, later) => later > place && other.corrects === event.id && stands(other, later));
  return log.filter((event, place) => event.kind !== 'corrected' && stands(event, place));
}

function hasPassed(facts: readonly HiringEvent[], now: Instant, key: string): boolean {
  const step = version.steps.find((each) => each.key === key);
  return facts.some(
    (event) =>
      event.step === key &&
      event.effectiveAt <= now &&
      (event.kind === 'stage.waived' ||
        event.kind === 'offer.accepted' ||
        event.kind === 'onduty' ||
        event.kind === 'academy.graduated' ||
        step?.outcomes.some(
          (outcome) => outcome.key === event.outcome && (outcome.passes || outcome.startsAdjudication),
        )),
  );
}

/** What must be true of the state after whatever was recorded. */
function expectRules(world: World): void {
  const state = stateOf(world);
  const facts = inForce(world.log);
  const hasAccepted = facts.some(
    ({ kind, step }) => kind === 'offer.accepted' && step === 'conditional_offer',
  );
  for (const [index, { state: kind, isOpen, blockedBy }] of state.steps.entries()) {
    const step = version.steps[index];
    if (step?.afterConditionalOffer && !hasAccepted) {
      expect(isOpen).toBe(false);
      expect(['open', 'waiting', 'scheduled', 'held']).not.toContain(kind);
    }
    if (isOpen) {
      expect(blockedBy).toEqual([]);
      for (const prerequisite of step?.prerequisites ?? [])
        expect(hasPassed(facts, world.now, prerequisite.step)).toBe(true);
    }
  }
  expect(state.openSteps).toBe(state.steps.filter((each) => each.isOpen).length);
  if (['closed', 'withdrawn'].includes(state.status)) expect(state.openSteps + state.heldSteps).toBe(0);
  expectStillUntilNextChange(world, state);
}

function expectStillUntilNextChange({ log, now }: World, state: ApplicationState): void {
  const next = state.nextChangeAt;
  const last = next === undefined ? addDays(now, 4000) : next - 1;
  for (const at of [last, Math.floor((now + last) / 2)])
    expect(fold(process, log, { now: at })).toEqual(state);
  if (next !== undefined) {
    const { nextChangeAt: _, ...changed } = fold(process, log, { now: next });
    const { nextChangeAt: __, ...before } = state;
    expect(changed).not.toEqual(before);
  }
}

const stepKeys = version.steps.map((step) => step.key);
const outcomes = [...new Set(version.steps.flatMap((step) => step.outcomes.map((outcome) => outcome.key)))];
const anyEvent = fc.record({
  kind: fc.constantFrom(...eventKinds),
  step: fc.option(fc.constantFrom(...stepKeys), { nil: undefined }),
  outcome: fc.option(fc.constantFrom(...outcomes), { nil: undefined }),
});
const moves = fc.commands(
  [
    fc.tuple(fc.nat(1000), fc.nat(20), fc.integer({ min: 0, max: 20 })).map((args) => recordLegal(...args)),
    fc.tuple(fc.nat(1000), fc.nat(20), fc.integer({ min: 0, max: 5 })).map((args) => recordLegal(...args)),
    fc.tuple(anyEvent, fc.nat(60)).map(([event, back]) => propose(event, back)),
    fc.nat(8).map(correct),
    fc.integer({ min: 0, max: 500 }).map(runClock),
  ],
  { maxCommands: 30, size: 'max' },
);

/** The whole way of one candidate: moves begin somewhere along it, so that all of the process is reached. */
const way: readonly Pick<HiringEvent, 'kind' | 'step' | 'outcome'>[] = [
  { kind: 'application.submitted' },
  { kind: 'stage.completed', step: 'qualification', outcome: 'qualified' },
  { kind: 'stage.completed', step: 'exam', outcome: 'passed' },
  { kind: 'stage.completed', step: 'fitness', outcome: 'passed' },
  { kind: 'stage.completed', step: 'interview', outcome: 'recommended' },
  { kind: 'offer.tentative', step: 'conditional_offer' },
  { kind: 'offer.accepted', step: 'conditional_offer' },
  { kind: 'stage.completed', step: 'medical', outcome: 'fit' },
  { kind: 'stage.completed', step: 'psychological', outcome: 'suitable' },
  { kind: 'stage.completed', step: 'drug_test', outcome: 'negative' },
  { kind: 'stage.completed', step: 'personal_history', outcome: 'complete' },
  { kind: 'investigation.closed', step: 'background', outcome: 'favourable' },
  { kind: 'offer.final', step: 'final_offer' },
  { kind: 'offer.accepted', step: 'final_offer' },
  { kind: 'onduty', step: 'entry_on_duty' },
];

/** A log that went through the checks: the first `steps` of the way, then whatever the moves did. */
function play(commands: Iterable<Move>, steps: number): World {
  const world: World = { log: [], now: start };
  for (const event of way.slice(0, steps)) {
    append(world, { ...event, effectiveAt: world.now });
    pass(world, 10);
  }
  fc.modelRun(() => ({ model: {}, real: world }), commands);
  return world;
}

const along = fc.integer({ min: 1, max: way.length });

describe('whatever is recorded', () => {
  test.prop([moves, along], { numRuns: 60 })('the rules of the process hold', (commands, steps) => {
    play(commands, steps);
  });

  test.prop([moves, along, fc.nat()], { numRuns: 60 })(
    'the state as reported on a day can be rebuilt',
    (commands, steps, choice) => {
      const { log, now } = play(commands, steps);
      const place = choice % log.length;
      const knownAt = log[place]?.recordedAt ?? now;
      const known = log.filter((event) => event.recordedAt <= knownAt);
      expect(fold(process, log, { now: knownAt, knownAt })).toEqual(fold(process, known, { now: knownAt }));
    },
  );

  test.prop([moves, along, fc.infiniteStream(fc.nat())], { numRuns: 60 })(
    'the order of recording does not matter, only that of happening',
    (commands, steps, numbers) => {
      const { log, now } = play(commands, steps);
      const facts = inForce(log);
      const byChance = facts
        .map((event) => ({ event, rank: numbers.next().value }))
        .sort((a, b) => a.rank - b.rank)
        .map(({ event }) => ({ ...event, corrects: undefined }));
      expect(fold(process, byChance, { now })).toEqual(fold(process, log, { now }));
    },
  );

  test.prop([moves, along], { numRuns: 40 })(
    'folding reads its input and changes nothing',
    (commands, steps) => {
      const { log, now } = play(commands, steps);
      const before = JSON.stringify([version, log]);
      const first = fold(process, log, { now });
      expect(fold(process, log, { now })).toEqual(first);
      expect(JSON.stringify([version, log])).toBe(before);
    },
  );

  test.prop([fc.array(fc.tuple(anyEvent, fc.nat(400)), { maxLength: 60 })], { numRuns: 300 })(
    'even events that never passed a check open no medical before an accepted conditional offer',
    (events) => {
      const world: World = { log: [], now: addDays(start, 400) + 1000 };
      append(world, { kind: 'application.submitted', effectiveAt: start });
      for (const [index, [event, days]] of events.entries()) {
        append(world, { ...event, effectiveAt: addDays(start, days) + index });
      }
      const hasAccepted = world.log.some(
        (event) => event.kind === 'offer.accepted' && event.step === 'conditional_offer',
      );
      const medical = stateOf(world).steps.find((each) => each.step === 'medical');
      if (!hasAccepted) expect(medical?.isOpen).toBe(false);
      expectStillUntilNextChange(world, stateOf(world));
    },
  );
});
