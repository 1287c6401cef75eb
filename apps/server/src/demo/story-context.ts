import { type Operation, type Records, type Session, type Solution, systemPrincipal } from '@muster/records';
import { people, type StoryPerson } from './people.js';
import type { Seeded } from './seeded.js';

/** What every chapter of the story works with. */
export interface StoryContext {
  /** All rights, written by automation. */
  readonly system: Session;
  readonly random: Seeded;
  /** Milliseconds: the day the story is told for. */
  readonly now: number;
  /** How many applications the year has. */
  readonly applications: number;
  /** Ids of the named people's users and contacts, by key. */
  readonly users: Map<string, string>;
  readonly contacts: Map<string, string>;
  /** Runs an operation of a solution as the API would: people of the portal with their own rights, staff with all. */
  run<Output>(key: string, solution: string, operation: string, input: unknown): Promise<Output>;
}

export interface ContextOptions {
  readonly records: Records;
  readonly solutions: readonly Solution[];
  readonly random: Seeded;
  readonly now: number;
  readonly applications: number;
}

export function storyContext({
  records,
  solutions,
  random,
  now,
  applications,
}: ContextOptions): StoryContext {
  const automation = systemPrincipal(records.org);
  const users = new Map<string, string>();
  const contacts = new Map<string, string>();
  const as = (key: string): Session => {
    const userId = required(users.get(key), key);
    const contactId = contacts.get(key);
    const person = people.find((candidate) => candidate.key === key);
    const rights =
      contactId === undefined ? {} : ({ kind: 'portal', contactId, profile: person?.profile ?? '' } as const);
    return records.openSession(
      { ...automation, userId, displayName: fullName(person), ...rights },
      { key: 'installation' },
    );
  };
  const find = (solution: string, name: string): Operation => {
    const operations = solutions.find((candidate) => candidate.name === solution)?.operations ?? [];
    const operation = operations.find((candidate) => candidate.name === name);
    if (operation === undefined) throw new Error(`The story needs ${solution}/${name}`);
    return operation;
  };
  return {
    system: records.openSession(automation, { key: 'installation' }),
    random,
    now,
    applications,
    users,
    contacts,
    run: async <Output>(key: string, solution: string, name: string, input: unknown) => {
      const operation = find(solution, name);
      return (await operation.run(as(key), operation.parse(input))) as Output;
    },
  };
}

/** The id of a named person's user. */
export function userOf(story: StoryContext, key: string): string {
  return required(story.users.get(key), key);
}

/** The id of a named person's contact. */
export function contactOf(story: StoryContext, key: string): string {
  return required(story.contacts.get(key), key);
}

function fullName(person: StoryPerson | undefined): string {
  return person === undefined ? 'Automated Process' : `${person.firstName} ${person.lastName}`;
}

function required(id: string | undefined, key: string): string {
  if (id === undefined) throw new Error(`The story knows nobody called ${key}`);
  return id;
}
