import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { openTestOrg, type TestOrg } from '../../support/test-org.js';

const BASE = '/services/data/v60.0';
let org: TestOrg;

interface Reader {
  readonly timeZone?: string;
  readonly language?: string;
  readonly locale?: string;
}

async function records(soql: string, reader: Reader = {}): Promise<unknown[]> {
  const { json } = await org.as({ kind: 'system', ...reader }).query(soql, { basePath: BASE });
  return (JSON.parse(json) as { records: unknown[] }).records;
}

const refusal = (soql: string) =>
  records(soql).then(
    () => 'answered',
    (failure: Error) => failure.message.split('\n').at(-1),
  );

const BERLIN = { timeZone: 'Europe/Berlin' };
const HOUR = 3_600_000;

/** Every hour of March and April 2026, when Berlin put its clocks forward, by UTC. */
const MOMENTS = Array.from({ length: 61 * 24 }, (_, i) =>
  new Date(Date.parse('2026-03-01T00:00:00Z') + i * HOUR).toISOString(),
);

beforeAll(async () => {
  org = await openTestOrg([]);
  await org.system.insert('Opportunity', [
    {
      values: {
        Name: 'Boats',
        StageName: 'Prospecting',
        CloseDate: '2026-01-31',
        Amount: '1234567.5',
        Probability: 20,
      },
    },
    { values: { Name: 'Radios', StageName: 'Closed Won', CloseDate: '2026-12-29', Amount: 99 } },
    { values: { Name: 'Tents', StageName: 'Prospecting', CloseDate: '2025-03-01' } },
  ]);
  await org.system.insert(
    'EmailMessage',
    MOMENTS.map((MessageDate) => ({ values: { MessageDate, Subject: MessageDate } })),
  );
});
afterAll(() => org.drop());

describe('FORMAT', () => {
  it('writes numbers, amounts, days and moments as the locale has them', async () => {
    const soql =
      "SELECT FORMAT(Amount), FORMAT(CloseDate) day, FORMAT(Probability) chance, Amount raw2 FROM Opportunity WHERE Name = 'Boats'";
    expect(await refusal(soql)).toBe('only aggregate expressions use field aliasing');
    const query = soql.replace(', Amount raw2', '');
    expect(await records(query, { language: 'en', locale: 'en-US' })).toMatchObject([
      { Amount: '1,234,567.50', day: '1/31/2026', chance: '20%' },
    ]);
    expect(await records(query, { language: 'es', locale: 'es-ES' })).toMatchObject([
      { Amount: '1.234.567,50', day: '31/1/2026' },
    ]);
  });

  it('formats aggregates, and asks for an alias where two values had one name', async () => {
    expect(
      await records('SELECT FORMAT(MIN(CloseDate)) d, FORMAT(SUM(Amount)) FROM Opportunity', {
        locale: 'en-US',
      }),
    ).toMatchObject([{ d: '3/1/2025', expr0: '1,234,666.50' }]);
    expect(await refusal('SELECT Amount, FORMAT(Amount) FROM Opportunity')).toBe('duplicate alias: Amount');
    expect(await refusal('SELECT FORMAT(Amount), Amount FROM Opportunity')).toBe('duplicate alias: Amount');
    expect(await refusal("SELECT Id FROM Opportunity WHERE FORMAT(Amount) = '1'")).toBe(
      'FORMAT() cannot be used in WHERE',
    );
  });
});

describe('toLabel', () => {
  it('answers and filters in the reader’s language', async () => {
    const spanish = { language: 'es' };
    expect(
      await records("SELECT StageName, toLabel(StageName) s FROM Opportunity WHERE Name = 'Boats'", spanish),
    ).toMatchObject([{ StageName: 'Prospecting', s: expect.any(String) as string }]);
    const [{ StageName: label }] = (await records(
      "SELECT toLabel(StageName) FROM Opportunity WHERE Name = 'Boats'",
      spanish,
    )) as [{ StageName: string }];
    expect(
      await records(
        `SELECT Id FROM Opportunity WHERE toLabel(StageName) = '${label.toUpperCase()}'`,
        spanish,
      ),
    ).toHaveLength(2);
    expect(
      await records(`SELECT Id FROM Opportunity WHERE toLabel(StageName) != '${label}'`, spanish),
    ).toHaveLength(1);
  });

  it('is for picklists, and not what rows are sorted by', async () => {
    expect(await refusal('SELECT toLabel(Name) FROM Opportunity')).toContain('is for picklists');
    expect(await refusal('SELECT Id FROM Opportunity ORDER BY toLabel(StageName)')).toContain(
      'cannot be used in ORDER BY',
    );
    expect(await records('SELECT Name FROM Opportunity ORDER BY StageName DESC, Name')).toMatchObject([
      { Name: 'Radios' },
      { Name: 'Boats' },
      { Name: 'Tents' },
    ]);
  });
});

describe('date functions', () => {
  it.each([
    ['CALENDAR_YEAR', 2026, 2026, 2025],
    ['CALENDAR_QUARTER', 1, 4, 1],
    ['CALENDAR_MONTH', 1, 12, 3],
    ['DAY_IN_MONTH', 31, 29, 1],
    ['DAY_IN_WEEK', 7, 3, 7],
    ['DAY_IN_YEAR', 31, 363, 60],
    ['WEEK_IN_MONTH', 5, 5, 1],
    ['WEEK_IN_YEAR', 5, 52, 9],
    ['FISCAL_YEAR', 2026, 2026, 2025],
    ['FISCAL_QUARTER', 1, 4, 1],
    ['FISCAL_MONTH', 1, 12, 3],
  ])('%s reads days', async (name, boats, radios, tents) => {
    const rows = (await records(
      `SELECT Name, ${name}(CloseDate) n FROM Opportunity GROUP BY Name, ${name}(CloseDate) ORDER BY Name`,
    )) as { n: number }[];
    expect(rows.map((row) => row.n)).toEqual([boats, radios, tents]);
    expect(
      await records(`SELECT Id FROM Opportunity WHERE ${name}(CloseDate) = ${radios} AND Name = 'Radios'`),
    ).toHaveLength(1);
  });

  it('may be selected where their field is grouped, and nowhere else', async () => {
    expect(
      await records(
        'SELECT CALENDAR_YEAR(CloseDate) y FROM Opportunity GROUP BY CloseDate ORDER BY CloseDate',
      ),
    ).toMatchObject([{ y: 2025 }, { y: 2026 }, { y: 2026 }]);
    expect(await refusal('SELECT CALENDAR_YEAR(CloseDate) FROM Opportunity')).toContain('stands in GROUP BY');
    expect(await refusal('SELECT Id FROM Opportunity WHERE HOUR_IN_DAY(CloseDate) = 1')).toBe(
      'field CloseDate does not support HOUR_IN_DAY()',
    );
    expect(await refusal('SELECT Id FROM Opportunity WHERE CALENDAR_YEAR(Name) = 1')).toContain(
      'does not support',
    );
    expect(await refusal('SELECT convertCurrency(Amount) FROM Opportunity')).toContain('single currency');
    expect(await refusal('SELECT Nonsense(Amount) FROM Opportunity')).toBe('unknown function: Nonsense');
  });

  it('take date-times in UTC, or converted in the reader’s zone', async () => {
    const evening = 'WHERE MessageDate = 2026-03-31T22:30:00Z OR MessageDate = 2026-03-31T22:00:00Z';
    const months = (argument: string) =>
      records(
        `SELECT CALENDAR_MONTH(${argument}) m, COUNT(Id) n FROM EmailMessage ${evening} GROUP BY CALENDAR_MONTH(${argument})`,
        BERLIN,
      );
    expect(await months('MessageDate')).toMatchObject([{ m: 3, n: 1 }]);
    expect(await months('convertTimezone(MessageDate)')).toMatchObject([{ m: 4, n: 1 }]);
    expect(
      await records(
        `SELECT HOUR_IN_DAY(convertTimezone(MessageDate)) h FROM EmailMessage ${evening} GROUP BY HOUR_IN_DAY(convertTimezone(MessageDate))`,
        BERLIN,
      ),
    ).toMatchObject([{ h: 0 }]);
    expect(await refusal('SELECT convertTimezone(MessageDate) FROM EmailMessage')).toContain(
      'inside a date function',
    );
    expect(
      await refusal('SELECT Id FROM Opportunity WHERE CALENDAR_YEAR(convertTimezone(CloseDate)) = 1'),
    ).toContain('does not support convertTimezone()');
  });

  it('lose and double no hour when the clocks change', async () => {
    const rows = (await records(
      `SELECT DAY_ONLY(convertTimezone(MessageDate)) day, COUNT(Id) n FROM EmailMessage
       GROUP BY DAY_ONLY(convertTimezone(MessageDate)) ORDER BY DAY_ONLY(convertTimezone(MessageDate))`,
      BERLIN,
    )) as { day: string; n: number }[];
    expect(rows.filter((row) => row.n !== 24)).toMatchObject([
      { day: '2026-03-01', n: 23 },
      { day: '2026-03-29', n: 23 },
      { day: '2026-05-01', n: 2 },
    ]);
    const weeks = (await records(
      `SELECT WEEK_IN_YEAR(convertTimezone(MessageDate)) w, COUNT(Id) n FROM EmailMessage
       GROUP BY WEEK_IN_YEAR(convertTimezone(MessageDate)) ORDER BY WEEK_IN_YEAR(convertTimezone(MessageDate))`,
      BERLIN,
    )) as { w: number; n: number }[];
    expect(weeks.reduce((sum, row) => sum + row.n, 0)).toBe(MOMENTS.length);
    expect(weeks.filter(({ n, w }) => n !== 168 && w > 9 && w < 18)).toMatchObject([{ w: 13, n: 167 }]);
  });

  it('leave the days of date literals to the reader’s zone', async () => {
    const clock = { now: () => Date.parse('2026-04-10T03:00:00Z') };
    const denver = await openTestOrg([], clock);
    try {
      const reader = denver.as({ kind: 'system', timeZone: 'America/Denver' });
      await reader.insert('Opportunity', [
        { values: { Name: 'Today', StageName: 'Prospecting', CloseDate: '2026-04-09' } },
      ]);
      await reader.insert('EmailMessage', [
        { values: { Subject: 'still February', MessageDate: '2026-03-01T06:30:00Z' } },
        { values: { Subject: 'March', MessageDate: '2026-03-01T07:00:00Z' } },
        { values: { Subject: 'last of March', MessageDate: '2026-04-01T05:59:59Z' } },
        { values: { Subject: 'April', MessageDate: '2026-04-01T06:00:00Z' } },
      ]);
      expect(await reader.rows('SELECT Name FROM Opportunity WHERE CloseDate = TODAY')).toEqual([
        { Name: 'Today' },
      ]);
      expect(
        await reader.rows(
          'SELECT Subject FROM EmailMessage WHERE MessageDate = LAST_MONTH ORDER BY MessageDate',
        ),
      ).toEqual([{ Subject: 'March' }, { Subject: 'last of March' }]);
    } finally {
      await denver.drop();
    }
  });
});
