import { readFile } from 'node:fs/promises';
import { systemPrincipal } from '@muster/records';
import { type CreateSolutions, readConfig, solutionsFor } from '@muster/server';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { createSecrets } from '../../support/secret-world/secrets.js';
import { createBusyAgency } from '../../support/stranger/busy-agency.js';
import type { Findings, Visitor } from '../../support/stranger/findings.js';
import { plantSecrets } from '../../support/stranger/plant-secrets.js';
import { printFieldMap, printPublished, unpublished } from '../../support/stranger/published.js';
import { visitorsOf } from '../../support/stranger/visitors.js';
import { type Grounds, walk } from '../../support/stranger/walk.js';
import { startTestServer, type TestServer } from '../../support/test-server.js';

const PUBLISHED = new URL('./published.txt', import.meta.url);
const FIELD_MAP = new URL('../../../docs/field-map.md', import.meta.url);
const shipped = solutionsFor(readConfig({}));

interface Walked {
  readonly server: TestServer;
  readonly grounds: Grounds;
  readonly visitors: Readonly<Record<Visitor['name'], Visitor>>;
}

/** A server with an agency at work, its visitors at the door. */
async function open(createSolutions: CreateSolutions): Promise<Walked> {
  const server = await startTestServer({ createSolutions });
  const { instance, url } = server;
  const secrets = createSecrets();
  const system = instance.records.openSession(systemPrincipal(instance.org), { key: 'test' });
  const agency = await createBusyAgency(instance, system, secrets);
  const records = await plantSecrets(instance, system, secrets, agency);
  const grounds = { url, instance, agency, records, secrets };
  return { server, grounds, visitors: await visitorsOf(grounds) };
}

describe('the product as it is shipped', () => {
  let walked: Walked;
  let found: Record<Visitor['name'], Findings>;

  beforeAll(async () => {
    walked = await open(shipped);
    const { grounds, visitors } = walked;
    found = {
      guest: await walk(grounds, visitors.guest),
      candidate: await walk(grounds, visitors.candidate),
      officer: await walk(grounds, visitors.officer),
    };
  });
  afterAll(() => walked?.server.close());

  it.each(['guest', 'candidate', 'officer'] as const)('shows nothing of anybody else to the %s', (name) => {
    expect(found[name].leaks).toEqual([]);
  });

  it('publishes what the map says and nothing more (npm run stranger -- -u writes the map anew)', async () => {
    await expect(printPublished(found)).toMatchFileSnapshot(PUBLISHED.pathname);
    await expect(printFieldMap(found)).toMatchFileSnapshot(FIELD_MAP.pathname);
  });
});

/** The shipped solutions with three mistakes: a field too many in an operation, in a profile, and all rows at once. */
const mistaken: CreateSolutions = (parts) => [
  ...shipped(parts).map((solution) => ({
    ...solution,
    operations: solution.operations.map((operation) =>
      operation.name !== 'my-details' || operation.method !== 'GET'
        ? operation
        : {
            ...operation,
            run: async (...given: Parameters<typeof operation.run>) => ({
              ...((await operation.run(...given)) as object),
              assessment: 'strong',
            }),
          },
    ),
  })),
  {
    name: 'mistakes',
    version: '1.0.0',
    metadata: new URL('./leaky/metadata/', import.meta.url),
    operations: [
      {
        name: 'endings',
        method: 'GET',
        purpose: 'own-application',
        permission: 'Apply',
        parse: () => ({}),
        run: (session) =>
          session.system('own-application').rows('SELECT Name, Sealed_Disposition__c FROM ApplicationForm'),
      },
    ],
    jobs: [],
    saveRules: [],
  },
];

describe('the walk', () => {
  let walked: Walked;
  beforeAll(async () => {
    walked = await open(mistaken);
  });
  afterAll(() => walked?.server.close());

  it('notices a field too many in what an operation answers, in a profile, and in somebody else’s records', async () => {
    const published = await readFile(PUBLISHED, 'utf8');
    const { grounds, visitors } = walked;
    const isNear = ({ path }: { path: string }) => /ApplicationForm|my-details|mistakes/.test(path);
    const noticed = unpublished('candidate', await walk(grounds, visitors.candidate, isNear), published);
    expect(noticed).toContain('candidate members GET recruiting/my-details assessment');
    expect(noticed).toContain('candidate fields ApplicationForm Disposition__c');
    expect(noticed).toContainEqual(
      expect.stringMatching(/^ApplicationForm\.Sealed_Disposition__c of joel in GET .*mistakes\/endings/),
    );
    expect(unpublished('guest', await walk(grounds, visitors.guest, isNear), published)).toEqual([]);
  });
});
