import { fold } from '@muster/kernel';
import fc from 'fast-check';
import { DateTime } from 'luxon';
import { afterAll, beforeAll, expect, it } from 'vitest';
import { openTestOrg, type TestOrg } from '../../support/test-org.js';

/*
 * Grouped and sorted queries against what they mean, computed over rows in memory: groups without case, empty values
 * as a group of their own, subtotals, picklists in the order of their list, parts of days and of moments in a zone.
 */

interface Row {
  readonly Name: string;
  readonly StageName: string;
  readonly Type: string | null;
  readonly NextStep: string | null;
  readonly Amount: number | null;
  readonly CloseDate: string;
}

type Value = string | number | null;

const STAGES = ['Prospecting', 'Qualification', 'Closed Won'];
const TYPES = [null, 'Existing Business', 'New Business', 'Neither'];
const STEPS = [null, 'call', 'CALL', 'Été', 'été', 'visit'];
const DAYS = ['2024-02-29', '2025-12-31', '2026-01-01', '2026-01-04', '2026-03-29', '2026-12-31'];

const ROWS: readonly Row[] = Array.from({ length: 80 }, (_, i) => ({
  Name: `o${String(i).padStart(2, '0')}`,
  StageName: STAGES[i % 3] as string,
  Type: TYPES[(i * 7) % 4] as string | null,
  NextStep: STEPS[(i * 5 + (i >> 3)) % 6] as string | null,
  Amount: i % 9 === 0 ? null : ((i * 37) % 11) - 3.5,
  CloseDate: DAYS[(i * 11 + (i >> 2)) % 6] as string,
}));

/** What may be grouped or sorted by: its text, its value for a row, and the order of its values. */
interface Key {
  readonly text: string;
  readonly of: (row: Row) => Value;
  readonly rank: (value: Value) => Value;
  readonly isText?: true;
}

const plain = (value: Value) => value;
const inList = (list: readonly string[]) => (value: Value) => {
  if (value === null) return null;
  const index = list.indexOf(String(value));
  return index < 0 ? Number.MAX_SAFE_INTEGER : index;
};
const dayKey = (name: string, of: (day: DateTime) => number): Key => ({
  text: `${name}(CloseDate)`,
  of: (row) => of(DateTime.fromISO(row.CloseDate, { zone: 'UTC' })),
  rank: plain,
});
const ALL_STAGES = [
  'Prospecting',
  'Qualification',
  'Needs Analysis',
  'Proposal',
  'Negotiation',
  'Closed Won',
];

const KEYS: readonly Key[] = [
  { text: 'StageName', of: (row) => row.StageName, rank: inList(ALL_STAGES) },
  { text: 'Type', of: (row) => row.Type, rank: inList(['Existing Business', 'New Business']) },
  {
    text: 'NextStep',
    of: (row) => row.NextStep,
    rank: (value) => (value === null ? null : fold(String(value))),
    isText: true,
  },
  { text: 'CloseDate', of: (row) => row.CloseDate, rank: plain },
  dayKey('CALENDAR_YEAR', (day) => day.year),
  dayKey('CALENDAR_QUARTER', (day) => day.quarter),
  dayKey('FISCAL_MONTH', (day) => day.month),
  dayKey('DAY_IN_MONTH', (day) => day.day),
  dayKey('DAY_IN_WEEK', (day) => (day.weekday % 7) + 1),
  dayKey('DAY_IN_YEAR', (day) => day.ordinal),
  dayKey('WEEK_IN_MONTH', (day) => Math.ceil(day.day / 7)),
  dayKey('WEEK_IN_YEAR', (day) => Math.ceil(day.ordinal / 7)),
];

const present = (values: readonly (number | null)[]) => values.filter((value) => value !== null);
const sum = (values: readonly number[]) => (values.length === 0 ? null : values.reduce((a, b) => a + b, 0));
const MEASURES: readonly { readonly text: string; readonly of: (rows: readonly Row[]) => Value }[] = [
  { text: 'COUNT(Id)', of: (rows) => rows.length },
  { text: 'COUNT(Amount)', of: (rows) => present(rows.map((row) => row.Amount)).length },
  { text: 'SUM(Amount)', of: (rows) => sum(present(rows.map((row) => row.Amount))) },
  {
    text: 'MAX(Amount)',
    of: (rows) =>
      present(rows.map((row) => row.Amount)).reduce<Value>(
        (a, b) => (a === null || b > Number(a) ? b : a),
        null,
      ),
  },
  { text: 'MIN(CloseDate)', of: (rows) => rows.map((row) => row.CloseDate).sort()[0] ?? null },
  {
    text: 'COUNT_DISTINCT(NextStep)',
    of: (rows) => new Set(rows.flatMap((row) => (row.NextStep === null ? [] : [fold(row.NextStep)]))).size,
  },
];

interface Sorting {
  readonly descending: boolean;
  readonly nullsLast: boolean;
}
const sorting = fc.record({ descending: fc.boolean(), nullsLast: fc.boolean() });
const sortText = ({ descending, nullsLast }: Sorting) =>
  `${descending ? ' DESC' : ''}${nullsLast ? ' NULLS LAST' : ''}`;

function compare(a: Value, b: Value, { descending, nullsLast }: Sorting): number {
  if (a === null || b === null) {
    if (a === b) return 0;
    return (a === null) === nullsLast ? 1 : -1;
  }
  const order =
    typeof a === 'number' && typeof b === 'number'
      ? a - b
      : Buffer.compare(Buffer.from(String(a)), Buffer.from(String(b)));
  return descending ? -order : order;
}

/** The groups of a query: which of the keys count in each, by mode. */
function groupingSets(count: number, mode: string): readonly boolean[][] {
  const all = Array.from({ length: 2 ** count }, (_, bits) =>
    Array.from({ length: count }, (__, i) => (bits & (1 << i)) !== 0),
  );
  if (mode === 'CUBE') return all;
  const isPrefix = (set: readonly boolean[]) => set.every((has, i) => !has || i === 0 || set[i - 1]);
  return mode === 'ROLLUP' ? all.filter(isPrefix) : all.filter((set) => set.every(Boolean));
}

function expectedGroups(keys: readonly Key[], mode: string): readonly Record<string, Value>[] {
  return groupingSets(keys.length, mode).flatMap((set) => {
    const groups = new Map<string, Row[]>();
    for (const row of ROWS) {
      const name = JSON.stringify(
        keys
          .map((key, i) => (set[i] ? (key.rank(key.of(row)) ?? null) : 'all'))
          .concat(keys.map((key, i) => (set[i] && !key.isText ? key.of(row) : null))),
      );
      groups.set(name, [...(groups.get(name) ?? []), row]);
    }
    return [...groups.values()].map((rows) => {
      const shown = keys.map((key, i) => {
        if (!set[i]) return null;
        const spellings = rows
          .map((row) => key.of(row))
          .sort((a, b) => compare(a, b, { descending: false, nullsLast: false }));
        return spellings[0] ?? null;
      });
      return Object.fromEntries([
        ...shown.map((value, i) => [`k${i}`, value]),
        ...keys.map((_, i) => [`g${i}`, set[i] ? 0 : 1]),
        ...MEASURES.map((measure, i) => [`m${i}`, measure.of(rows)]),
      ]) as Record<string, Value>;
    });
  });
}

const rounded = (groups: readonly Record<string, unknown>[]) =>
  groups
    .map((group) =>
      JSON.stringify(group, (_, value: unknown) =>
        typeof value === 'number' ? Math.round(value * 1e6) / 1e6 : value,
      ),
    )
    .sort();

let org: TestOrg;
beforeAll(async () => {
  org = await openTestOrg([]);
  await org.system.insert(
    'Opportunity',
    ROWS.map((values) => ({ values: { ...values } })),
  );
});
afterAll(() => org.drop());

it('groups as the rows do, with their subtotals, in the order asked for', async () => {
  const query = fc.record({
    keys: fc.uniqueArray(fc.constantFrom(...KEYS), { minLength: 1, maxLength: 3 }),
    mode: fc.constantFrom('PLAIN', 'ROLLUP', 'CUBE'),
    atLeast: fc.constantFrom(0, 0, 3, 10),
    by: fc.nat({ max: 2 }),
    sorting,
  });
  await fc.assert(
    fc.asyncProperty(query, async ({ keys, mode, atLeast, by, sorting: order }) => {
      const texts = keys.map((key) => key.text);
      const sorted = keys[by % keys.length] as Key;
      const hasGrouping = mode !== 'PLAIN';
      const soql = [
        `SELECT ${texts.map((text, i) => `${text} k${i}`).join(', ')}`,
        ...(hasGrouping ? [texts.map((text, i) => `GROUPING(${text}) g${i}`).join(', ')] : []),
        MEASURES.map((measure, i) => `${measure.text} m${i}`).join(', '),
      ].join(', ');
      const text = `${soql} FROM Opportunity GROUP BY ${hasGrouping ? `${mode}(${texts.join(', ')})` : texts.join(', ')}${atLeast > 0 ? ` HAVING COUNT(Id) >= ${atLeast}` : ''} ORDER BY ${sorted.text}${sortText(order)}`;
      const found = await org.system.rows<Record<string, Value>>(text);
      const expected = expectedGroups(keys, mode)
        .filter(({ m0 }) => Number(m0) >= atLeast)
        .map((group) =>
          hasGrouping
            ? group
            : Object.fromEntries(Object.entries(group).filter(([name]) => !name.startsWith('g'))),
        );
      expect(rounded(found), text).toEqual(rounded(expected));
      const ranks = found.map((group) => sorted.rank(group[`k${by % keys.length}`] ?? null));
      expect(ranks, text).toEqual([...ranks].sort((a, b) => compare(a, b, order)));
    }),
    { numRuns: 120 },
  );
});

it('sorts records by several fields, equal ones by id, and cuts out the part asked for', async () => {
  const sortable = KEYS.slice(0, 4).concat({ text: 'Amount', of: (row) => row.Amount, rank: plain });
  const query = fc.record({
    keys: fc.uniqueArray(fc.constantFrom(...sortable), { minLength: 1, maxLength: 3 }),
    sortings: fc.tuple(sorting, sorting, sorting),
    limit: fc.constantFrom(5, 50, 1000),
    offset: fc.constantFrom(0, 3, 75),
  });
  await fc.assert(
    fc.asyncProperty(query, async ({ keys, sortings, limit, offset }) => {
      const by = keys.map((key, i) => key.text + sortText(sortings[i] as Sorting)).join(', ');
      const text = `SELECT Name FROM Opportunity ORDER BY ${by} LIMIT ${limit} OFFSET ${offset}`;
      const found = await org.system.rows<{ Name: string }>(text);
      const expected = [...ROWS].sort((a, b) => {
        for (const [i, key] of keys.entries()) {
          const order = compare(key.rank(key.of(a)), key.rank(key.of(b)), sortings[i] as Sorting);
          if (order !== 0) return order;
        }
        return a.Name < b.Name ? -1 : 1;
      });
      expect(
        found.map((row) => row.Name),
        text,
      ).toEqual(expected.slice(offset, offset + limit).map((row) => row.Name));
    }),
    { numRuns: 120 },
  );
});

it('takes parts of moments in any zone as the zone has them', async () => {
  const parts: readonly (readonly [string, (at: DateTime) => number])[] = [
    ['HOUR_IN_DAY', (at) => at.hour],
    ['DAY_IN_MONTH', (at) => at.day],
    ['DAY_IN_WEEK', (at) => (at.weekday % 7) + 1],
    ['WEEK_IN_YEAR', (at) => Math.ceil(at.ordinal / 7)],
    ['CALENDAR_QUARTER', (at) => at.quarter],
  ];
  const moments = fc.uniqueArray(
    fc.date({
      min: new Date('1990-01-01T00:00:00Z'),
      max: new Date('2040-01-01T00:00:00Z'),
      noInvalidDate: true,
    }),
    { minLength: 1, maxLength: 20 },
  );
  let run = 0;
  const zones = fc.constantFrom(
    'UTC',
    'America/Denver',
    'Europe/Berlin',
    'Asia/Kathmandu',
    'Australia/Lord_Howe',
  );
  await fc.assert(
    fc.asyncProperty(moments, zones, fc.constantFrom(...parts), async (dates, zone, [name, of]) => {
      const instants = [...new Set(dates.map((date) => Math.floor(date.getTime() / 1000) * 1000))];
      run += 1;
      const subject = `run ${run}`;
      await org.system.insert(
        'EmailMessage',
        instants.map((at) => ({ values: { Subject: subject, MessageDate: new Date(at).toISOString() } })),
      );
      const reader = org.as({ kind: 'system', timeZone: zone });
      const expected = new Map<number, number>();
      for (const at of instants) {
        const value = of(DateTime.fromMillis(at, { zone }));
        expected.set(value, (expected.get(value) ?? 0) + 1);
      }
      const call = `${name}(convertTimezone(MessageDate))`;
      const found = await reader.rows<{ p: number; n: number }>(
        `SELECT ${call} p, COUNT(Id) n FROM EmailMessage WHERE Subject = '${subject}' GROUP BY ${call} ORDER BY ${call}`,
      );
      expect(found.map(({ p, n }) => [p, n])).toEqual([...expected].sort(([a], [b]) => a - b));
      const [[part = 0] = []] = [...expected];
      const filtered = await reader.rows(
        `SELECT Id FROM EmailMessage WHERE Subject = '${subject}' AND ${call} = ${part}`,
      );
      expect(filtered).toHaveLength(expected.get(part) ?? 0);
    }),
    { numRuns: 40 },
  );
});
