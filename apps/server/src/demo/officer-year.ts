import type { HiringEvent } from '@muster/recruiting';
import { type Check, type Counts, scaledChecks } from './funnel.js';
import type { Seeded } from './seeded.js';

const DAY = 86_400_000;
const CHECKS: readonly Check[] = ['medical', 'psychological', 'drug_test', 'personal_history', 'background'];
const PASSES: Record<string, string> = {
  qualification: 'qualified',
  exam: 'passed',
  fitness: 'passed',
  interview: 'recommended',
  medical: 'fit',
  psychological: 'suitable',
  drug_test: 'negative',
  personal_history: 'complete',
  background: 'favourable',
};
/** Mean days from a step's opening to its result. Medical: 137 waiting at 22.5 a week in is six weeks. */
const MEAN_DAYS: Record<string, number> = {
  qualification: 8,
  exam: 30,
  fitness: 20,
  interview: 14,
  conditional_offer: 8,
  medical: 43,
  psychological: 30,
  drug_test: 8,
  personal_history: 21,
  background: 95,
  final_offer: 6,
  entry_on_duty: 24,
};

/** A line of a log before it has an id and an author. */
export type StoryEvent = Omit<HiringEvent, 'id' | 'author' | 'recordedAt' | 'corrects'>;
type StoryLine = Omit<StoryEvent, 'effectiveAt'>;

/** The background step is an investigation that is closed; the others are completed. */
function resultOf(step: string, outcome: string): StoryLine {
  return { kind: step === 'background' ? 'investigation.closed' : 'stage.completed', step, outcome };
}

/** How one application ended or where it stands. */
export type Ending =
  | { readonly kind: 'at'; readonly step: string; readonly open?: readonly Check[] }
  | {
      readonly kind: 'ended';
      readonly step: string;
      readonly how: 'failed' | 'withdrew' | 'no_show' | 'declined';
    }
  | { readonly kind: 'on_duty' };

/** One ending for every application of the year, and the six that wait for class from the year before. */
export function endingsOfYear(
  random: Seeded,
  counts: Counts,
): { readonly ending: Ending; readonly isEarlier: boolean }[] {
  const endings: Ending[] = [];
  const add = (count: number, make: (i: number) => Ending) => {
    for (let i = 0; i < Math.max(0, count); i += 1) endings.push(make(i));
  };
  const lost = (step: string, count: number, hows: readonly Extract<Ending, { kind: 'ended' }>['how'][]) =>
    add(count, () => ({ kind: 'ended', step, how: random.pick(hows) }));
  add(counts.inReview, () => ({ kind: 'at', step: 'qualification' }));
  lost('qualification', counts.applications - counts.qualified - counts.inReview, [
    'failed',
    'failed',
    'failed',
    'withdrew',
  ]);
  add(counts.awaitingExam, () => ({ kind: 'at', step: 'exam' }));
  lost('exam', counts.qualified - counts.attendedExam - counts.awaitingExam, [
    'no_show',
    'no_show',
    'withdrew',
  ]);
  lost('exam', counts.attendedExam - counts.passedExam, ['failed']);
  add(counts.awaitingFitness, () => ({ kind: 'at', step: 'fitness' }));
  lost('fitness', counts.passedExam - counts.passedFitness - counts.awaitingFitness, [
    'failed',
    'failed',
    'no_show',
    'withdrew',
  ]);
  add(counts.awaitingInterview, () => ({ kind: 'at', step: 'interview' }));
  lost('interview', counts.passedFitness - counts.recommended - counts.awaitingInterview, [
    'failed',
    'failed',
    'failed',
    'withdrew',
  ]);
  add(counts.offerOut, () => ({ kind: 'at', step: 'conditional_offer' }));
  lost('conditional_offer', counts.recommended - counts.acceptedOffer - counts.offerOut, ['declined']);
  const open = openChecksOf(random, counts.inChecks);
  add(counts.inChecks, (i) => ({ kind: 'at', step: 'checks', open: open[i] as readonly Check[] }));
  add(counts.acceptedOffer - counts.passedChecks - counts.inChecks, () => ({
    kind: 'ended',
    step: random.pick(['background', 'background', 'background', 'medical', 'psychological', 'drug_test']),
    how: random.pick(['failed', 'failed', 'withdrew']),
  }));
  lost('final_offer', counts.passedChecks - counts.acceptedFinalOffer, ['declined']);
  add(counts.onDuty, () => ({ kind: 'on_duty' }));
  const ofYear = counts.acceptedFinalOffer - counts.onDuty;
  add(ofYear, () => ({ kind: 'at', step: 'entry_on_duty' }));
  const year = random.shuffled(endings).map((ending) => ({ ending, isEarlier: false }));
  const earlier = Array.from({ length: Math.max(0, counts.awaitingClass - ofYear) }, () => ({
    ending: { kind: 'at', step: 'entry_on_duty' } as const,
    isEarlier: true,
  }));
  return [...year, ...earlier];
}

/** Which checks are open for each person: at least one, and of each check as many as the story says. */
function openChecksOf(random: Seeded, people: number): Check[][] {
  const wanted = scaledChecks(people);
  const open: Check[][] = Array.from({ length: people }, () => []);
  const order = random.shuffled(open);
  for (const [i, list] of order.entries())
    list.push(i < wanted.background ? 'background' : 'personal_history');
  const covered = Math.max(0, people - wanted.background);
  for (const check of CHECKS) {
    const missing = check === 'background' ? 0 : wanted[check] - (check === 'personal_history' ? covered : 0);
    const free = random.shuffled(open.filter((list) => !list.includes(check)));
    for (const list of free.slice(0, Math.max(0, missing))) list.push(check);
  }
  return open;
}

export interface Story {
  /** Milliseconds. */
  readonly submittedAt: number;
  readonly events: readonly StoryEvent[];
}

/** Tells one application from its submission to its ending, so that everything in it lies before `now`. */
export function tellStory(random: Seeded, ending: Ending, isEarlier: boolean, now: number): Story {
  const plan = planOf(random, ending);
  const waited = plan.waiting;
  const spare = isEarlier ? 0 : Math.max(0, 362 - plan.days - waited);
  const idle = ending.kind === 'at' ? 0 : random.next() * Math.min(spare, 362);
  const early = isEarlier ? 371 - plan.days - waited : 0;
  const submittedAt =
    Math.floor((now - (plan.days + waited + idle + Math.max(0, early)) * DAY) / 1000) * 1000;
  return { submittedAt, events: plan.events(submittedAt) };
}

interface Plan {
  /** Days from submission to the last event. */
  readonly days: number;
  /** Days since then that the open step has been open. */
  readonly waiting: number;
  readonly events: (submittedAt: number) => StoryEvent[];
}

/** An appointment in the story is for the day of the line that follows it. */
function dated(
  line: { readonly day: number; readonly event: StoryLine },
  nextDay: number,
  submittedAt: number,
): StoryEvent {
  const at = (day: number) => Math.floor((submittedAt + day * DAY) / 1000) * 1000;
  const appointment = line.event.data?.appointment;
  const data = appointment && { ...line.event.data, appointment: { ...appointment, startsAt: at(nextDay) } };
  return { ...line.event, ...(data ? { data } : {}), effectiveAt: at(line.day) };
}

const SEQUENCE = ['qualification', 'exam', 'fitness', 'interview'] as const;

function planOf(random: Seeded, ending: Ending): Plan {
  const lines: { readonly day: number; readonly event: StoryLine }[] = [];
  let day = 0;
  const add = (after: number, event: StoryLine) => {
    day += after;
    lines.push({ day, event });
  };
  const result = (step: string, outcome: string) =>
    add(random.days(MEAN_DAYS[step] as number), resultOf(step, outcome));
  const done = (waitMean: number): Plan => ({
    days: day,
    waiting: ending.kind === 'at' ? waitMean : 0,
    events: (submittedAt) => [
      { kind: 'application.submitted', effectiveAt: submittedAt },
      ...lines.map((line, i) => dated(line, lines[i + 1]?.day ?? line.day, submittedAt)),
    ],
  });
  const waits = (step: string) => random.days(MEAN_DAYS[step] as number) * (0.15 + random.next() * 0.85);

  for (const step of SEQUENCE) {
    if (ending.kind !== 'on_duty' && ending.step === step) {
      if (ending.kind === 'ended') endAt(random, step, ending.how, add);
      return done(waits(step));
    }
    result(step, PASSES[step] as string);
  }
  add(1 + random.next() * 4, { kind: 'offer.tentative', step: 'conditional_offer' });
  if (ending.kind === 'at' && ending.step === 'conditional_offer') return done(1 + random.next() * 17);
  if (ending.kind === 'ended' && ending.step === 'conditional_offer') {
    add(random.days(6), { kind: 'offer.declined', step: 'conditional_offer', reason: 'Took another post' });
    return done(0);
  }
  add(random.days(6), { kind: 'offer.accepted', step: 'conditional_offer' });
  const waiting = checks(random, ending, lines, day);
  day = lines.reduce((last, line) => Math.max(last, line.day), day);
  if (ending.kind === 'at' && ending.step === 'checks') return done(waiting);
  if (ending.kind === 'ended' && CHECKS.includes(ending.step as Check)) return done(0);
  add(3 + random.next() * 5, { kind: 'offer.final', step: 'final_offer' });
  if (ending.kind === 'ended') {
    add(random.days(5), { kind: 'offer.declined', step: 'final_offer', reason: 'Family reasons' });
    return done(0);
  }
  add(random.days(5), { kind: 'offer.accepted', step: 'final_offer' });
  if (ending.kind === 'at') return done(waits('entry_on_duty'));
  add(random.days(MEAN_DAYS.entry_on_duty as number), {
    kind: 'onduty',
    step: 'entry_on_duty',
    outcome: 'on_duty',
  });
  return done(0);
}

/** Results of the checks side by side from the day the offer was accepted; gives how long the open ones have waited. */
function checks(
  random: Seeded,
  ending: Ending,
  lines: { readonly day: number; readonly event: StoryLine }[],
  accepted: number,
): number {
  const open = ending.kind === 'at' && ending.open ? ending.open : [];
  const endsAt = ending.kind === 'ended' && CHECKS.includes(ending.step as Check) ? ending : undefined;
  const closed = CHECKS.filter((check) => !open.includes(check) && check !== endsAt?.step);
  const results = closed
    .map((step) => ({
      step,
      day: accepted + random.days(MEAN_DAYS[step] as number) * (step === 'background' ? 1 : 0.9),
    }))
    .sort((a, b) => a.day - b.day);
  if (endsAt) {
    const day = accepted + random.days(MEAN_DAYS[endsAt.step] as number);
    for (const { step, day: at } of results) {
      if (at < day) lines.push({ day: at, event: resultOf(step, PASSES[step] as string) });
    }
    endAt(random, endsAt.step, endsAt.how, (later, event) => lines.push({ day: day + later, event }));
    return 0;
  }
  for (const { step, day } of results) lines.push({ day, event: resultOf(step, PASSES[step] as string) });
  const slowest = Math.max(...(open.length > 0 ? open.map((check) => MEAN_DAYS[check] as number) : [1]));
  const lastDay = Math.max(accepted, ...results.map(({ day }) => day));
  const waiting = Math.max(1, random.days(slowest) * (0.2 + random.next() * 0.8) - (lastDay - accepted));
  const fitnessDay = lines.find((line) => line.event.step === 'fitness')?.day ?? 0;
  const untilFitnessRunsOut = fitnessDay + FITNESS_DAYS - lastDay;
  const runsOutSoon = open.includes('background') && random.next() < 0.06;
  return runsOutSoon
    ? Math.max(waiting, untilFitnessRunsOut - random.whole(2, 27))
    : Math.min(waiting, untilFitnessRunsOut - 32);
}

/** Days a passed fitness test counts, at least: nine months. A few wait for their background until it nearly runs out. */
const FITNESS_DAYS = 273;

const FAILS: Record<string, { readonly outcome: string; readonly disposition?: string }> = {
  qualification: { outcome: 'not_qualified' },
  exam: { outcome: 'not_passed', disposition: 'exam_not_passed' },
  fitness: { outcome: 'not_passed', disposition: 'fitness_not_passed' },
  interview: { outcome: 'not_recommended' },
  medical: { outcome: 'unfit' },
  psychological: { outcome: 'not_suitable' },
  drug_test: { outcome: 'positive' },
  background: { outcome: 'unfavourable' },
};

function endAt(
  random: Seeded,
  step: string,
  how: 'failed' | 'withdrew' | 'no_show' | 'declined',
  add: (after: number, event: StoryLine) => void,
): void {
  const isCheck = CHECKS.includes(step as Check);
  const after = isCheck ? 0 : random.days(MEAN_DAYS[step] as number);
  const fail = FAILS[step];
  if (how === 'failed' && fail) {
    add(after, resultOf(step, fail.outcome));
    if (fail.disposition) {
      add(1, {
        kind: 'disqualified',
        reason: 'No further attempt was asked for',
        data: { disposition: fail.disposition },
      });
    }
    return;
  }
  if (how === 'no_show') {
    add(1, {
      kind: 'stage.scheduled',
      step,
      data: { appointment: { startsAt: 0, place: 'Ellery test hall' } },
    });
    add(after, { kind: 'stage.no_show', step });
    add(14, {
      kind: 'disqualified',
      reason: 'Two notices stayed without an answer',
      data: { disposition: 'no_reply' },
    });
    return;
  }
  add(after, {
    kind: 'withdrawn',
    reason: random.pick(['Took another post', 'Moved away', 'Family reasons', 'No reason given']),
  });
}
