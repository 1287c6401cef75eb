import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { openTestOrg, type TestOrg } from '../../support/test-org.js';

let org: TestOrg;

beforeAll(async () => {
  org = await openTestOrg([]);
  await org.system.insert('Account', [
    { values: { Name: 'a', AccountNumber: 'Call', Site: 'High', NumberOfEmployees: 2 } },
    { values: { Name: 'b', AccountNumber: 'CALL', Site: 'Low', NumberOfEmployees: 4 } },
    { values: { Name: 'c', AccountNumber: 'Email', Site: 'Low', NumberOfEmployees: 9 } },
  ]);
});
afterAll(() => org.drop());

const rows = (soql: string) => org.system.rows<Record<string, unknown>>(soql);
const refusal = (soql: string) =>
  rows(soql).then(
    () => 'answered',
    (failure: Error) => failure.message.split('\n').at(-1),
  );

describe('subtotals', () => {
  it('ROLLUP adds those of every leading part, and GROUPING tells them from leaves', async () => {
    expect(
      await rows(
        `SELECT AccountNumber t, Site p, COUNT(Id) n, GROUPING(AccountNumber) gt, GROUPING(Site) gp FROM Account
         GROUP BY ROLLUP(AccountNumber, Site) ORDER BY GROUPING(AccountNumber), GROUPING(Site), AccountNumber, Site`,
      ),
    ).toEqual(
      [
        { t: 'CALL', p: 'Low', n: 1, gt: 0, gp: 0 },
        { t: 'Call', p: 'High', n: 1, gt: 0, gp: 0 },
        { t: 'Email', p: 'Low', n: 1, gt: 0, gp: 0 },
        { t: 'CALL', p: null, n: 2, gt: 0, gp: 1 },
        { t: 'Email', p: null, n: 1, gt: 0, gp: 1 },
        { t: null, p: null, n: 3, gt: 1, gp: 1 },
      ].sort((a, b) => a.gt - b.gt || a.gp - b.gp || order(a, b)),
    );
  });

  it('CUBE adds those of every part, totals of distinct counts and averages being those of the rows', async () => {
    const found = await rows(
      `SELECT AccountNumber, Site, COUNT_DISTINCT(AccountNumber) kinds, AVG(NumberOfEmployees) mean FROM Account
       GROUP BY CUBE(AccountNumber, Site) HAVING GROUPING(AccountNumber) = 1 ORDER BY GROUPING(Site), Site`,
    );
    expect(found).toEqual([
      { AccountNumber: null, Site: 'High', kinds: 1, mean: 2 },
      { AccountNumber: null, Site: 'Low', kinds: 2, mean: 6.5 },
      { AccountNumber: null, Site: null, kinds: 2, mean: 5 },
    ]);
    expect(
      await rows('SELECT AccountNumber, Site, COUNT(Id) FROM Account GROUP BY CUBE(AccountNumber, Site)'),
    ).toHaveLength(8);
  });

  it('take at most three fields, and GROUPING one of them', async () => {
    expect(
      await refusal('SELECT COUNT(Id) FROM Account GROUP BY ROLLUP(Name, Site, AccountNumber, Type)'),
    ).toContain('at most 3 fields');
    expect(await refusal('SELECT GROUPING(Site) FROM Account GROUP BY Site')).toContain(
      'ROLLUP or GROUP BY CUBE',
    );
    expect(await refusal('SELECT GROUPING(Name) FROM Account GROUP BY ROLLUP(Site)')).toContain(
      'ROLLUP or GROUP BY CUBE',
    );
  });
});

describe('groups', () => {
  it('count without case and sum up nothing to nothing', async () => {
    expect(await rows('SELECT COUNT_DISTINCT(AccountNumber) n, COUNT(Type) t FROM Account')).toEqual([
      { n: 2, t: 0 },
    ]);
    expect(await rows("SELECT SUM(NumberOfEmployees) s FROM Account WHERE Name = 'none'")).toEqual([
      { s: null },
    ]);
    expect(await rows("SELECT Type, COUNT(Id) FROM Account WHERE Name = 'none' GROUP BY Type")).toEqual([]);
    expect(
      await rows(
        "SELECT Site, COUNT(Id) n FROM Account GROUP BY Site HAVING COUNT(Id) > 1 AND Site > 'Home'",
      ),
    ).toEqual([{ Site: 'Low', n: 2 }]);
  });

  it('count rows up to a limit', async () => {
    const count = async (soql: string) => (await org.system.query(soql, { basePath: '' })).totalSize;
    expect(await count('SELECT COUNT() FROM Account')).toBe(3);
    expect(await count('SELECT COUNT() FROM Account LIMIT 2')).toBe(2);
    expect(await count('SELECT COUNT() FROM Account LIMIT 2 OFFSET 2')).toBe(1);
    expect(await count("SELECT COUNT() FROM Account WHERE Name = 'none'")).toBe(0);
  });

  it('refuse what is neither grouped nor aggregated, and names used twice', async () => {
    expect(await refusal('SELECT Name, COUNT(Id) FROM Account')).toBe(
      'Field must be grouped or aggregated: Name',
    );
    expect(await refusal('SELECT Site, Site FROM Account GROUP BY Site')).toBe('duplicate alias: Site');
    expect(
      await refusal('SELECT Site FROM Account GROUP BY Site HAVING Id IN (SELECT AccountId FROM Contact)'),
    ).toContain('HAVING can not hold an inner query');
    expect(await refusal('SELECT Id FROM Account WHERE COUNT(Id) > 1')).toContain(
      'COUNT() can not stand in WHERE',
    );
    expect(await refusal('SELECT COUNT(Id) FROM Account GROUP BY MAX(Name)')).toContain(
      'can not stand in GROUP BY',
    );
    expect(await refusal('SELECT Site FROM Account GROUP BY Site FOR UPDATE')).toContain(
      'FOR UPDATE does not go with',
    );
  });
});

function order(a: { t: string | null; p: string | null }, b: { t: string | null; p: string | null }): number {
  return `${a.t}`.toLowerCase().localeCompare(`${b.t}`.toLowerCase()) || `${a.p}`.localeCompare(`${b.p}`);
}
