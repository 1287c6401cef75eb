import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { openTestOrg, type TestOrg } from '../../support/test-org.js';

let org: TestOrg;

/** Ferry building, San Francisco. */
const FERRY = 'GEOLOCATION(37.7955, -122.3937)';

beforeAll(async () => {
  org = await openTestOrg([]);
  const at = (Name: string, BillingLatitude?: number, BillingLongitude?: number) => ({
    values: { Name, BillingLatitude, BillingLongitude },
  });
  const results = await org.system.insert('Account', [
    at('Oakland', 37.8044, -122.2712),
    at('Here', 37.7955, -122.3937),
    at('Suva', -18.1248, 178.4501),
    at('Antipode', -37.7955, 57.6063),
    at('Nowhere'),
  ]);
  await org.system.insert(
    'Contact',
    results.map(({ id }) => ({ values: { LastName: 'x', AccountId: id } })),
  );
});
afterAll(() => org.drop());

const rows = (soql: string) => org.system.rows<{ Name: string; d: number | null; expr0?: number }>(soql);
const refusal = (soql: string) =>
  rows(soql).then(
    () => 'answered',
    (failure: Error) => failure.message.split('\n').at(-1),
  );

describe('DISTANCE', () => {
  it('measures along the surface, in miles and kilometres, and not at all without a place', async () => {
    const found = await rows(
      `SELECT Name, DISTANCE(BillingAddress, ${FERRY}, 'km') d FROM Account ORDER BY DISTANCE(BillingAddress, ${FERRY}, 'km') NULLS LAST`,
    );
    expect(found.map(({ Name }) => Name)).toEqual(['Here', 'Oakland', 'Suva', 'Antipode', 'Nowhere']);
    const [here, oakland, suva, antipode, nowhere] = found.map(({ d }) => d) as [
      number,
      number,
      number,
      number,
      null,
    ];
    expect(here).toBeCloseTo(0, 6);
    expect(oakland).toBeCloseTo(10.81, 1);
    expect(suva).toBeGreaterThan(8_700);
    expect(suva).toBeLessThan(8_800);
    expect(antipode).toBeCloseTo(Math.PI * 6371.009, 0);
    expect(nowhere).toBeNull();
    const [inMiles] = await rows(
      `SELECT DISTANCE(BillingAddress, ${FERRY}, 'mi') FROM Account WHERE Name = 'Oakland'`,
    );
    expect((inMiles?.expr0 ?? 0) * 1.609344).toBeCloseTo(oakland, 3);
  });

  it('filters, through parents too', async () => {
    expect(
      await rows(`SELECT Name FROM Account WHERE DISTANCE(BillingAddress, ${FERRY}, 'mi') < 20`),
    ).toHaveLength(2);
    expect(
      await rows(`SELECT Id FROM Contact WHERE DISTANCE(Account.BillingAddress, ${FERRY}, 'km') > 20`),
    ).toHaveLength(2);
  });

  it('says what it takes', async () => {
    expect(await refusal(`SELECT DISTANCE(Name, ${FERRY}, 'km') FROM Account`)).toContain(
      "field 'Name' is no place",
    );
    expect(await refusal(`SELECT DISTANCE(BillingAddress, ${FERRY}, 'ly') FROM Account`)).toContain(
      "'mi' or 'km'",
    );
    expect(await refusal("SELECT DISTANCE(BillingAddress, GEOLOCATION(91, 0), 'km') FROM Account")).toContain(
      'latitude must be between -90 and 90',
    );
  });
});
