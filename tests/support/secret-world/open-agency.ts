import type { Session, Solution } from '@muster/records';
import { openTestOrg, type TestOrg } from '../test-org.js';
import { type Agency, createAgency } from './agency.js';
import { PEOPLE, type People, type PersonName, principalsOf } from './people.js';
import { createSecrets, type Secrets } from './secrets.js';

export interface OpenAgency extends TestOrg {
  readonly agency: Agency;
  readonly secrets: Secrets;
  readonly people: People;
  readonly sessions: Readonly<Record<PersonName, Session>>;
}

/** An org with the objects and rights of all solutions, an agency in it, and a session for everybody. */
export async function openAgency(): Promise<OpenAgency> {
  const org = await openTestOrg([shipped('recruiting'), shipped('community'), shipped('field')]);
  const secrets = createSecrets();
  const agency = await createAgency(org.system, secrets);
  const people = await principalsOf(org.records, org.system, agency);
  const sessions = Object.fromEntries(
    PEOPLE.map((name) => [name, org.records.openSession(people[name], { key: 'test' })]),
  ) as Record<PersonName, Session>;
  return { ...org, agency, secrets, people, sessions };
}

/** What a solution ships as files, without what it does. */
function shipped(name: 'recruiting' | 'community' | 'field'): Solution {
  const folder = new URL(`../../../solutions/${name}/`, import.meta.url);
  return {
    name,
    version: '0.1.0',
    ...(name === 'field' ? {} : { standardObjects: new URL('standard-objects/', folder) }),
    metadata: new URL('metadata/', folder),
    operations: [],
    jobs: [],
    saveRules: [],
  };
}
