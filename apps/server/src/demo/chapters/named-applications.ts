import { type ImportedEvent, importHistories, recordFirstContact } from '@muster/recruiting';
import type { Check } from '../funnel.js';
import { contactOf, type StoryContext, userOf } from '../story-context.js';
import type { Vacancies, Vacancy } from './vacancies.js';

const DAY = 86_400_000;
/** Days since Nia sent her application. */
const NIA_SUBMITTED = 262;

/** Checks the named people have open: the year's story leaves out somebody unnamed at the same point for each. */
export const NAMED_OPEN_CHECKS: readonly (readonly Check[])[] = [
  ['background', 'medical'],
  ['personal_history'],
];

/** Nia, whose medical and background are still out, and Joel, who stands at a gate. */
export async function tellNamedApplications(
  story: StoryContext,
  { officer, guard }: Vacancies,
): Promise<void> {
  await importHistories(story.system, [
    { ...history(story, 'nia', officer), events: niaEvents(story) },
    { ...history(story, 'joel', officer), events: joelEvents(story) },
  ]);
  await recordFirstContact(story.system, contactOf(story, 'nia'), {
    kind: 'event',
    source: 'Ride-along day in Ellery',
    at: ago(story, NIA_SUBMITTED + 12),
  });
  await startGuardApplication(story, guard);
}

function history(story: StoryContext, key: 'nia' | 'joel', vacancy: Vacancy) {
  return {
    contactId: contactOf(story, key),
    email: `${key === 'nia' ? 'nia.calder' : 'joel.brandt'}@example.org`,
    postingId: vacancy.postingId,
    requisitionId: vacancy.requisitionId,
    processVersionId: vacancy.processVersionId,
    ownerId: userOf(story, 'tomas'),
    receipt: key === 'nia' ? '7KQ4-9XRT-M2WD' : 'H3VN-64PB-QTC8',
  };
}

/** Days before today, at an hour offices work. */
function ago(story: StoryContext, days: number): number {
  const day = new Date(story.now - days * DAY);
  return Math.min(
    Date.UTC(day.getUTCFullYear(), day.getUTCMonth(), day.getUTCDate(), 9, 30),
    story.now - 60_000,
  );
}

/** Days before today on which each of the steps both have behind them ended. */
interface BehindThem {
  readonly submitted: number;
  readonly qualified: number;
  readonly exam: number;
  readonly fitness: number;
  readonly interview: number;
  readonly offer: number;
  readonly accepted: number;
}

function untilOffer(story: StoryContext, days: BehindThem): ImportedEvent[] {
  const at = (before: number) => ago(story, before);
  const appointment = { startsAt: at(days.exam + 1), place: 'Ellery test hall' };
  return [
    { kind: 'application.submitted', effectiveAt: at(days.submitted) },
    { kind: 'stage.completed', step: 'qualification', outcome: 'qualified', effectiveAt: at(days.qualified) },
    { kind: 'stage.scheduled', step: 'exam', effectiveAt: at(days.qualified - 2), data: { appointment } },
    { kind: 'stage.completed', step: 'exam', outcome: 'passed', effectiveAt: at(days.exam) },
    { kind: 'stage.completed', step: 'fitness', outcome: 'passed', effectiveAt: at(days.fitness) },
    { kind: 'stage.completed', step: 'interview', outcome: 'recommended', effectiveAt: at(days.interview) },
    { kind: 'offer.tentative', step: 'conditional_offer', effectiveAt: at(days.offer) },
    { kind: 'offer.accepted', step: 'conditional_offer', effectiveAt: at(days.accepted) },
  ];
}

function niaEvents(story: StoryContext): ImportedEvent[] {
  const medical = story.now + 9 * DAY;
  const atTen = Math.floor(medical / DAY) * DAY + 10 * 3_600_000;
  return [
    ...untilOffer(story, {
      submitted: NIA_SUBMITTED,
      qualified: 252,
      exam: 224,
      fitness: 193,
      interview: 150,
      offer: 50,
      accepted: 46,
    }),
    { kind: 'stage.completed', step: 'drug_test', outcome: 'negative', effectiveAt: ago(story, 38) },
    { kind: 'stage.completed', step: 'personal_history', outcome: 'complete', effectiveAt: ago(story, 30) },
    { kind: 'investigation.opened', step: 'background', effectiveAt: ago(story, 28), waitingOn: 'agency' },
    { kind: 'stage.completed', step: 'psychological', outcome: 'suitable', effectiveAt: ago(story, 24) },
    {
      kind: 'stage.scheduled',
      step: 'medical',
      effectiveAt: ago(story, 22),
      waitingOn: 'third_party',
      data: { appointment: { startsAt: atTen, place: 'Ellery clinic' } },
    },
  ];
}

/** The licence became known as suspended: the costly checks stop, his answer is in, adjudication is open. */
function joelEvents(story: StoryContext): ImportedEvent[] {
  return [
    ...untilOffer(story, {
      submitted: 190,
      qualified: 181,
      exam: 152,
      fitness: 120,
      interview: 84,
      offer: 38,
      accepted: 33,
    }),
    { kind: 'stage.completed', step: 'drug_test', outcome: 'negative', effectiveAt: ago(story, 20) },
    {
      kind: 'fact.recorded',
      effectiveAt: ago(story, 6),
      reason: 'The licence register shows a suspension for 30 days',
      data: { facts: { driving_licence: 'suspended' } },
    },
  ];
}

/** Nia also looks at the summer work: two questions answered, the rest for later. */
async function startGuardApplication(story: StoryContext, guard: Vacancy): Promise<void> {
  const posting = await story.system.row<{ Name: string }>(
    `SELECT Name FROM RecruitmentPosting WHERE Id = '${guard.postingId}'`,
  );
  const { applicationId } = await story.run<{ applicationId: string }>(
    'nia',
    'recruiting',
    'start-application',
    { postingNumber: posting.Name },
  );
  const answer = (question: string, value: string) =>
    story.run('nia', 'recruiting', 'answer', { applicationId, question, value });
  await answer('birth_date', new Date(story.now - 24.5 * 365.25 * DAY).toISOString().slice(0, 10));
  await answer('phone', '555-0110-2041');
}
