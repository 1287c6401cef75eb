import { readableNumber } from '@muster/kernel';
import type { RecordInput } from '@muster/records';
import { type ApplicationHistory, importHistories } from '@muster/recruiting';
import { type Check, scaledFunnel } from '../funnel.js';
import { type Somebody, somebody } from '../names.js';
import { endingsOfYear, type Story, tellStory } from '../officer-year.js';
import { type StoryContext, userOf } from '../story-context.js';
import type { Vacancy } from './vacancies.js';

const BATCH = 2_000;
const OWNERS = ['tomas', 'tomas', 'dara', 'iven'] as const;

/** By which way people first came, as often as the story says; the contractor's campaign brought 5,200 of 12,000. */
const SOURCES = [
  { upTo: 0.433, kind: 'campaign', source: 'Wear the Teal', campaign: 'Larkfen Outreach' },
  { upTo: 0.473, kind: 'event', source: 'Ride-along day', campaign: 'Ride-along days' },
  { upTo: 0.62, kind: 'referral', source: 'An officer told me', campaign: null },
] as const;
const BY_THEMSELVES = { kind: 'posting_link', source: 'Vacancies page', campaign: null } as const;

interface Applicant extends Somebody {
  readonly story: Story;
  readonly owner: string;
}

/**
 * The year of officer applications. `spoken` are the open checks of named people, who are told elsewhere: for each
 * an unnamed person at the same point is left out, so that the sums stay those of the story.
 */
export async function tellOfficerApplications(
  story: StoryContext,
  vacancy: Vacancy,
  spoken: readonly (readonly Check[])[],
): Promise<void> {
  const { random, now } = story;
  const endings = endingsOfYear(random, scaledFunnel(story.applications));
  const kept = withoutSpoken(endings, spoken);
  const applicants = kept.map(
    ({ ending, isEarlier }, n): Applicant => ({
      ...somebody(random, n + 1),
      story: tellStory(random, ending, isEarlier, now),
      owner: userOf(story, random.pick(OWNERS)),
    }),
  );
  for (let start = 0; start < applicants.length; start += BATCH) {
    await tellBatch(story, vacancy, applicants.slice(start, start + BATCH));
  }
}

/** For each set of open checks leaves out one person who has just those open. */
function withoutSpoken(endings: ReturnType<typeof endingsOfYear>, spoken: readonly (readonly Check[])[]) {
  const wanted = spoken.map((checks) => [...checks].sort().join());
  return endings.filter(({ ending }) => {
    const open = ending.kind === 'at' && ending.open ? [...ending.open].sort().join() : '';
    const place = wanted.indexOf(open);
    if (place >= 0) wanted.splice(place, 1);
    return place < 0;
  });
}

async function tellBatch(
  story: StoryContext,
  vacancy: Vacancy,
  applicants: readonly Applicant[],
): Promise<void> {
  const { system } = story;
  const accounts = await insertAll(
    story,
    'Account',
    applicants.map((person) => ({
      values: { Name: `${person.firstName} ${person.lastName}`, CreatedDate: iso(person.story.submittedAt) },
    })),
  );
  const contacts = await insertAll(
    story,
    'Contact',
    applicants.map((person, i) => ({
      values: {
        FirstName: person.firstName,
        LastName: person.lastName,
        Email: person.email,
        MobilePhone: person.phone,
        MailingCity: person.town,
        AccountId: accounts[i],
        OwnerId: person.owner,
        CreatedDate: iso(person.story.submittedAt),
      },
    })),
  );
  const histories = applicants.map(
    (person, i): ApplicationHistory => ({
      contactId: contacts[i] as string,
      accountId: accounts[i] as string,
      email: person.email,
      postingId: vacancy.postingId,
      requisitionId: vacancy.requisitionId,
      processVersionId: vacancy.processVersionId,
      ownerId: person.owner,
      receipt: readableNumber({ bytes: (count) => randomBytes(story, count) }),
      events: person.story.events,
    }),
  );
  await importHistories(system, histories);
  await insertAll(
    story,
    'First_Contact__c',
    applicants.map((person, i) => firstContact(story, person, contacts[i] as string)),
  );
}

function firstContact(story: StoryContext, person: Applicant, contactId: string): RecordInput {
  const place = story.random.next();
  const { kind, source, campaign } = SOURCES.find(({ upTo }) => place < upTo) ?? BY_THEMSELVES;
  return {
    values: {
      Contact__c: contactId,
      Person_Key__c: contactId,
      Kind__c: kind,
      Source__c: source,
      Campaign__c: campaign,
      At__c: iso(person.story.submittedAt - story.random.whole(1, 30) * 86_400_000),
    },
  };
}

async function insertAll(
  story: StoryContext,
  object: string,
  records: readonly RecordInput[],
): Promise<string[]> {
  const results = await story.system.insert(object, records);
  return results.map((result) => {
    if (result.id === undefined || !result.success)
      throw result.errors[0] ?? new Error(`${object} was not saved`);
    return result.id;
  });
}

function randomBytes(story: StoryContext, count: number): Uint8Array {
  return Uint8Array.from({ length: count }, () => story.random.whole(0, 255));
}

function iso(time: number): string {
  return new Date(time).toISOString();
}
