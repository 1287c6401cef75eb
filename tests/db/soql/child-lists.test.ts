import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { openTestOrg, type TestOrg } from '../../support/test-org.js';

const BASE = '/services/data/v60.0';
let org: TestOrg;

interface Item {
  readonly Id?: string;
  readonly Subject?: string;
  readonly Title?: string | null;
  readonly Cases?: List | null;
}

interface List {
  readonly totalSize: number;
  readonly done: boolean;
  readonly nextRecordsUrl?: string;
  readonly records: readonly Item[];
}

const options = { basePath: BASE, batchSize: 200 };
const query = async (soql: string) => JSON.parse((await org.system.query(soql, options)).json) as List;

/** All records of a list, followed by its locators. */
async function follow(list: List): Promise<readonly Item[]> {
  const records = [...list.records];
  let page = list;
  while (!page.done) {
    const locator = page.nextRecordsUrl?.split('/').at(-1) as string;
    page = JSON.parse((await org.system.queryMore(locator, options)).json) as List;
    expect(page.totalSize).toBe(list.totalSize);
    records.push(...page.records);
  }
  return records;
}

beforeAll(async () => {
  org = await openTestOrg([]);
  const { system } = org;
  const account = await system.create('Account', { Name: 'Event' });
  await system.create('Account', { Name: 'Small' });
  const contacts = await system.insert(
    'Contact',
    Array.from({ length: 250 }, (_, i) => ({ values: { LastName: `c${i % 7}`, AccountId: account } })),
  );
  await system.insert(
    'Case',
    Array.from({ length: 300 }, (_, i) => ({
      values: { Subject: `s${String(i).padStart(3, '0')}`, ContactId: contacts[0]?.id },
    })),
  );
});
afterAll(() => org.drop());

describe('a child list past a page', () => {
  it('has a locator of its own at every level, and all of it can be had', async () => {
    const answer = await query(
      'SELECT Name, (SELECT Id, (SELECT Subject FROM Cases) FROM Contacts) FROM Account ORDER BY Name',
    );
    expect(answer).toMatchObject({ totalSize: 2, done: true });
    const [first, second] = answer.records as [{ Contacts: List }, { Contacts: null }];
    expect(second.Contacts).toBeNull();
    expect(first.Contacts).toMatchObject({ totalSize: 250, done: false });
    expect(first.Contacts.records).toHaveLength(200);
    const contacts = await follow(first.Contacts);
    expect(new Set(contacts.map((contact) => contact.Id)).size).toBe(250);
    const lists = contacts.flatMap((contact) => contact.Cases ?? []);
    expect(lists).toHaveLength(1);
    const cases = await follow(lists[0] as List);
    expect(cases.map((each) => each.Subject).sort()).toEqual(
      Array.from({ length: 300 }, (_, i) => `s${String(i).padStart(3, '0')}`),
    );
  });

  it('keeps its condition, order, offset and limit over the pages', async () => {
    const answer = await query(
      "SELECT (SELECT Subject FROM Cases c WHERE c.Subject != 's001' AND (Subject > 's' OR Subject = null) ORDER BY Subject DESC LIMIT 290 OFFSET 3) FROM Contact WHERE LastName = 'c0' ORDER BY Id LIMIT 1",
    );
    const [{ Cases: list }] = answer.records as [{ Cases: List }];
    expect(list).toMatchObject({ totalSize: 290, done: false });
    const subjects = (await follow(list)).map((each) => each.Subject);
    expect(subjects).toHaveLength(290);
    expect(subjects[0]).toBe('s296');
    expect(subjects).toEqual([...subjects].sort().reverse());
    expect(subjects).not.toContain('s001');
  });

  it('goes five levels deep and no deeper', async () => {
    const nest = (levels: number): string =>
      levels === 0 ? '' : `, (SELECT Id${nest(levels - 1)} FROM ChildAccounts)`;
    expect(await query(`SELECT Id${nest(4)} FROM Account`)).toMatchObject({ totalSize: 2 });
    await expect(query(`SELECT Id${nest(5)} FROM Account`)).rejects.toThrow('at most 5 levels');
  });
});

it('gives every record of equal sort values, nulls among them, once over the pages', async () => {
  await org.system.insert(
    'Lead',
    Array.from({ length: 500 }, (_, i) => ({
      values: { LastName: ['A', 'B', 'C'][i % 3], Company: 'x', Title: i % 2 === 0 ? null : 'C' },
    })),
  );
  const answer = await query('SELECT Id, Title FROM Lead ORDER BY Title, LastName DESC NULLS LAST');
  const ids = (await follow(answer)).map((lead) => lead.Id);
  expect(new Set(ids).size).toBe(500);
  expect(answer.records[0]?.Title).toBeNull();
});
