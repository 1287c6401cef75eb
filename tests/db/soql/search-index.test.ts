import { plainText, silentLog, spellingsOf } from '@muster/kernel';
import { updateSearchIndex } from '@muster/records';
import { quoteIdent } from '@muster/sql';
import { runSequencer } from '@muster/store';
import fc from 'fast-check';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { openTestOrg, type TestOrg } from '../../support/test-org.js';

let org: TestOrg;
let sequencer: ReturnType<typeof runSequencer>;
let schema: string;

const read = async (text: string) => (await org.database.rows({ text, values: [] }))[0]?.[0];
const search = async (sosl: string) =>
  (JSON.parse((await org.system.search(sosl, '/services/data/v60.0')).json) as { Id: string }[])
    .map(({ Id }) => Id)
    .sort();

/** As the server does it all the time: until nothing is behind. */
async function catchUp(): Promise<void> {
  while ((await read(`select count(*) from ${schema}._change_pending`)) !== '0')
    await new Promise((resolve) => setTimeout(resolve, 20));
  const parts = { database: org.database, org: org.org, snapshot: org.records.snapshot() };
  while (await updateSearchIndex(parts));
}

/** The answer when every record is read. */
async function withoutIndex<T>(work: () => Promise<T>): Promise<T> {
  await org.database.rows({ text: `update ${schema}._search_object set is_built = false`, values: [] });
  try {
    return await work();
  } finally {
    await org.database.rows({ text: `update ${schema}._search_object set is_built = true`, values: [] });
  }
}

const WORDS = [
  'acme',
  'Acmé',
  'ÑANDÚ',
  'nandu',
  'boats',
  'FI-114',
  '114',
  'o’Neil',
  'Щербак',
  'x',
  '北京',
  'İz',
];
const TERMS = [
  'acme',
  'ac*',
  '*me',
  'nandu',
  '*and*',
  'b?ats',
  '114',
  'fi-114',
  'neil',
  'щербак',
  'iz',
  '"boats 114"',
];
const text = fc.array(fc.constantFrom(...WORDS), { maxLength: 4 }).map((words) => words.join(' '));
const query = fc
  .array(fc.tuple(fc.constantFrom(' AND ', ' OR ', ' AND NOT '), fc.constantFrom(...TERMS)), {
    minLength: 1,
    maxLength: 3,
  })
  .map((parts) => parts.map(([operator, term], i) => (i === 0 ? term : `${operator}${term}`)).join(''));

beforeAll(async () => {
  org = await openTestOrg([]);
  schema = quoteIdent(org.org.schema);
  sequencer = runSequencer({ database: org.database, log: silentLog });
});
afterAll(async () => {
  await sequencer?.close();
  await org?.drop();
});

describe('the index of words', () => {
  it('never changes an answer, whatever is written, changed or deleted', async () => {
    await fc.assert(
      fc.asyncProperty(
        fc.array(fc.record({ Name: text.map((name) => `${name}.`), Site: text }), {
          minLength: 1,
          maxLength: 12,
        }),
        fc.array(query, { minLength: 3, maxLength: 6 }),
        fc.constantFrom('created', 'changed', 'deleted', 'undeleted'),
        fc.boolean(),
        async (rows, queries, last, isCaughtUp) => {
          const made = await org.system.insert(
            'Account',
            rows.map((values) => ({ values })),
          );
          const ids = made.map(({ id }) => id as string);
          if (last !== 'created') await catchUp();
          if (last === 'changed') await org.system.change('Account', ids[0] as never, { Site: 'boats 114' });
          if (last === 'deleted') await org.system.delete('Account', [ids[0] as never]);
          if (isCaughtUp) await catchUp();
          for (const each of queries) {
            const sosl = `FIND {${each}} RETURNING Account(Id)`;
            const found = await search(sosl);
            expect({ sosl, found }).toEqual({ sosl, found: await withoutIndex(() => search(sosl)) });
            const anywhere = `FIND {${each}}`;
            expect(await search(anywhere)).toEqual(await withoutIndex(() => search(anywhere)));
          }
        },
      ),
      { numRuns: 15 },
    );
  });

  it('finds what was saved a moment ago, and what a transaction has not committed yet', async () => {
    await catchUp();
    await org.system.transaction(async (within) => {
      const id = await within.create('Account', { Name: 'Zephyr Station' });
      const { json } = await within.search('FIND {zephyr}', '/services/data/v60.0');
      expect(JSON.parse(json)).toMatchObject([{ Id: id }]);
    });
    expect(await search('FIND {zeph*}')).toHaveLength(1);
  });

  it('takes in a record that has more words than an index can hold', async () => {
    const ids = await Promise.all(
      ['Wordy One', 'Wordy Two'].map((Name) => org.system.create('Account', { Name })),
    );
    await org.database.rows({
      text: `update ${schema}."account" set description =
        (select string_agg('w' || md5(i::text), ' ') from generate_series(1, 60000) as i) where id = $1`,
      values: [ids[0] ?? null],
    });
    for (const id of ids) await org.system.change('Account', id, { Site: 'Depot' });
    await catchUp();
    expect(await search('FIND {wordy}')).toEqual([...ids].sort());
  });

  it('begins again when the change log no longer reaches back to it', async () => {
    await catchUp();
    const id = await org.system.create('Account', { Name: 'Later Outpost' });
    await org.database.rows({
      text: `update ${schema}._change_head set first_position = position + 2`,
      values: [],
    });
    await org.system.create('Account', { Name: 'Another' });
    await catchUp();
    expect(await search('FIND {outpost}')).toEqual([id]);
    expect(await read(`select count(*) from ${schema}._search where record_id = '${id}'`)).toBe('1');
  });

  it('keeps every letter as the letter it is searched by', async () => {
    const letters = Array.from({ length: 0x2000 - 0x41 }, (_, i) => String.fromCodePoint(0x41 + i));
    const pairs = letters.flatMap((plain) => spellingsOf(plain).map((spelling) => ({ plain, spelling })));
    const searchable = pairs.filter(({ plain }) => /[\p{L}\p{N}]/u.test(plain) && plainText(plain) === plain);
    await org.system.insert(
      'Lead',
      searchable.map(({ spelling }, i) => ({ values: { LastName: 'x', Company: `${i}q${spelling}` } })),
    );
    await catchUp();
    const rows = await org.database.rows({
      text: `select l.company, array_to_string(tsvector_to_array(s.words), ' ') from ${schema}."lead" l
        join ${schema}._search s on s.record_id = l.id`,
      values: [],
    });
    const kept = new Map(rows.map(([company, words]) => [company, words?.split(' ') ?? []]));
    const wrong = searchable.filter(
      ({ plain, spelling }, i) => !kept.get(`${i}q${spelling}`)?.includes(`${i}q${plain}`),
    );
    expect(wrong).toEqual([]);
  });
});
