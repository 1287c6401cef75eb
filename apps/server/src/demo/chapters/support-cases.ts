import { soql } from '@muster/soql';
import { contactOf, type StoryContext, userOf } from '../story-context.js';

const HOUR = 3_600_000;

interface CaseLine {
  readonly by: 'officer' | 'support' | 'support_only';
  readonly text: string;
  /** Hours before now. */
  readonly ago: number;
}

interface CaseStory {
  readonly officer: string;
  readonly subject: string;
  readonly topic: string;
  readonly priority: 'High' | 'Medium' | 'Low';
  readonly status: 'New' | 'Working' | 'Waiting on officer' | 'Solved';
  readonly lines: readonly [CaseLine, ...CaseLine[]];
}

/** Officers who file cases besides Lena and Idris. */
const OTHERS = [
  { key: 'bo', firstName: 'Bo', lastName: 'Skerry', unit: 'Outer Islands', post: 'Sule' },
  { key: 'maj', firstName: 'Maj', lastName: 'Tarn', unit: 'Orra Lakes', post: 'Orra boathouse' },
  { key: 'per', firstName: 'Per', lastName: 'Dallow', unit: 'East Rail', post: 'Dunmoor' },
] as const;

const CASES: readonly CaseStory[] = [
  {
    officer: 'lena',
    subject: 'Boots soaked through after the night patrol',
    topic: 'Equipment',
    priority: 'Medium',
    status: 'Working',
    lines: [
      {
        by: 'officer',
        ago: 20,
        text: 'Both pairs are wet to the lining and the drying room at Skarn is full. Can I get a third pair before Friday?',
      },
      {
        by: 'support',
        ago: 17,
        text: 'A pair in your size is in Ellery. Tomorrow’s supply run goes at 06:00; will somebody be at the hut?',
      },
      { by: 'officer', ago: 16, text: 'Yes, Idris is on watch until eight.' },
      {
        by: 'support_only',
        ago: 15,
        text: 'Third case from Skarn this week: ask stores whether the new batch leaks.',
      },
    ],
  },
  {
    officer: 'idris',
    subject: 'Radio mast check moved to 18:00',
    topic: 'Something else',
    priority: 'Low',
    status: 'Solved',
    lines: [
      {
        by: 'officer',
        ago: 140,
        text: 'The morning link drops in snow. Can the daily check move to the evening link?',
      },
      {
        by: 'support',
        ago: 120,
        text: 'Moved to 18:00 until the end of March. The article on radio checks says so now.',
      },
    ],
  },
  {
    officer: 'bo',
    subject: 'Ferry cancelled, cannot reach the course in Tarnhow',
    topic: 'Travel',
    priority: 'High',
    status: 'New',
    lines: [
      {
        by: 'officer',
        ago: 3,
        text: 'No ferry until Thursday. The course starts on Wednesday at nine. What should I do?',
      },
    ],
  },
  {
    officer: 'maj',
    subject: 'Buckle of my tow-line harness slips',
    topic: 'Equipment',
    priority: 'High',
    status: 'New',
    lines: [
      {
        by: 'officer',
        ago: 6,
        text: 'TL-2, number 0417. It slipped twice in the cold this morning. I have put it aside.',
      },
    ],
  },
  {
    officer: 'per',
    subject: 'Pay slip shows the old post',
    topic: 'Pay',
    priority: 'Medium',
    status: 'Waiting on officer',
    lines: [
      {
        by: 'officer',
        ago: 70,
        text: 'I moved to Dunmoor on the first, but the slip still has the coast allowance.',
      },
      {
        by: 'support',
        ago: 48,
        text: 'Please send the date on your moving order, then pay can correct both months at once.',
      },
    ],
  },
  {
    officer: 'per',
    subject: 'Locker key lost',
    topic: 'Something else',
    priority: 'Low',
    status: 'New',
    lines: [{ by: 'officer', ago: 30, text: 'Locker 12 in the east hall. The caretaker has no spare.' }],
  },
  {
    officer: 'maj',
    subject: 'Room for my first month in Orra',
    topic: 'Housing',
    priority: 'Medium',
    status: 'Working',
    lines: [
      {
        by: 'officer',
        ago: 96,
        text: 'My lease starts on the first of next month. Is a room free until then?',
      },
      {
        by: 'support',
        ago: 80,
        text: 'Two rooms come free on Monday. I have put your name on one and will confirm tomorrow.',
      },
    ],
  },
];

/** Cases on their way through support, each a thread of its own. */
export async function tellSupportCases(story: StoryContext): Promise<void> {
  for (const { key, ...person } of OTHERS) await addOfficer(story, key, person);
  const queue = await story.system.row<{ Id: string }>(
    soql`SELECT Id FROM Group WHERE DeveloperName = 'Field_Support'`,
  );
  for (const told of CASES) await tellCase(story, told, queue.Id);
}

async function addOfficer(
  story: StoryContext,
  key: string,
  { firstName, lastName, unit, post }: Omit<(typeof OTHERS)[number], 'key'>,
): Promise<void> {
  const account = await story.system.create('Account', { Name: `${firstName} ${lastName}` });
  const contact = await story.system.create('Contact', {
    FirstName: firstName,
    LastName: lastName,
    Email: `${firstName}.${lastName}@example.org`.toLowerCase(),
    AccountId: account,
    Unit__c: unit,
    Post__c: post,
  });
  story.contacts.set(key, contact);
}

async function tellCase(story: StoryContext, told: CaseStory, queueId: string): Promise<void> {
  const [first, ...replies] = told.lines;
  const priya = userOf(story, 'priya');
  const author = story.users.get(told.officer) ?? priya;
  const isTaken = told.status !== 'New';
  const caseId = await story.system.create('Case', {
    Subject: told.subject,
    Description: first.text,
    Topic__c: told.topic,
    Priority: told.priority,
    Status: told.status,
    Origin: 'Web',
    ContactId: contactOf(story, told.officer),
    OwnerId: isTaken ? priya : queueId,
    ...written(story, author, first.ago),
    LastModifiedDate: hoursBefore(story, Math.min(...told.lines.map((line) => line.ago))),
  });
  for (const line of replies) {
    await story.system.create('CaseComment', {
      ParentId: caseId,
      CommentBody: line.text,
      IsPublished: line.by !== 'support_only',
      ...written(story, line.by === 'officer' ? author : priya, line.ago),
    });
  }
}

function written(story: StoryContext, userId: string, hoursAgo: number) {
  return { CreatedById: userId, CreatedDate: hoursBefore(story, hoursAgo) };
}

function hoursBefore(story: StoryContext, hours: number): string {
  return new Date(story.now - hours * HOUR).toISOString();
}
