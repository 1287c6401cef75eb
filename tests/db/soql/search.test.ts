import fc from 'fast-check';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { openTestOrg, type TestOrg } from '../../support/test-org.js';

const BASE = '/services/data/v60.0';
let org: TestOrg;

interface Found {
  readonly attributes: { readonly type: string };
  readonly Id?: string;
  readonly Name?: string;
}

const search = async (sosl: string) => JSON.parse((await org.system.search(sosl, BASE)).json) as Found[];
const names = async (find: string, group = 'ALL') =>
  (await search(`FIND {${find}} IN ${group} FIELDS RETURNING Account(Name ORDER BY Name)`)).map(
    (row) => row.Name,
  );
const refusal = (sosl: string) =>
  search(sosl).then(
    () => 'answered',
    (failure: { code?: string; message: string }) => `${failure.code}: ${failure.message.split('\n').at(-1)}`,
  );

beforeAll(async () => {
  org = await openTestOrg([]);
  const { system } = org;
  await system.insert('Account', [
    { values: { Name: 'Acme Inc.', Description: 'Boats and radios', Phone: '+1 555 0123' } },
    { values: { Name: 'Acme Rescue', Description: 'Zodiac, FI-114' } },
    { values: { Name: 'María Peña', Description: 'Acme once', Site: 'smythe' } },
    { values: { Name: 'Macme', Description: 'FI 114 b' } },
    { values: { Name: 'Щербак', Description: 'and' } },
  ]);
  await system.insert('Contact', [
    { values: { LastName: 'Acme', FirstName: 'Joe', Email: 'joe.acme@x.example' } },
    { values: { LastName: 'Smith', FirstName: 'Joe' } },
  ]);
});
afterAll(() => org.drop());

describe('FIND', () => {
  it.each([
    ['acme', ['Acme Inc.', 'Acme Rescue', 'María Peña']],
    ['ACME', ['Acme Inc.', 'Acme Rescue', 'María Peña']],
    ['acme rescue', ['Acme Rescue']],
    ['acme boats', ['Acme Inc.']],
    ['acme AND NOT boats', ['Acme Rescue', 'María Peña']],
    ['boats OR zodiac', ['Acme Inc.', 'Acme Rescue']],
    ['acme AND (boats OR zodiac)', ['Acme Inc.', 'Acme Rescue']],
    ['"acme rescue"', ['Acme Rescue']],
    ['"rescue acme"', []],
    ['maria pena', ['María Peña']],
    ['ac*', ['Acme Inc.', 'Acme Rescue', 'María Peña']],
    ['*acme', ['Acme Inc.', 'Acme Rescue', 'Macme', 'María Peña']],
    ['sm?th*', ['María Peña']],
    ['FI-114', ['Acme Rescue', 'Macme']],
    ['acm', []],
    ['щербак', ['Щербак']],
    ['"and"', ['Acme Inc.', 'Щербак']],
    ['555 0123', ['Acme Inc.']],
    ['boats \\(and\\)', ['Acme Inc.']],
    ['%cm_', []],
  ])('{%s} finds what contains it as words', async (find, expected) => {
    expect(await names(find)).toEqual([...expected].sort());
  });

  it('looks in the fields of the group', async () => {
    expect(await names('acme', 'NAME')).toEqual(['Acme Inc.', 'Acme Rescue']);
    expect(await names('0123', 'PHONE')).toEqual(['Acme Inc.']);
    expect(await names('acme', 'EMAIL')).toEqual([]);
    expect(await search('FIND {acme} IN EMAIL FIELDS RETURNING Contact(Name)')).toMatchObject([
      { Name: 'Joe Acme' },
    ]);
    expect(await search('FIND {joe} IN NAME FIELDS RETURNING Contact')).toHaveLength(2);
  });

  it('answers per object, filtered, sorted and cut as asked; found by name comes first', async () => {
    expect(
      await search(
        "FIND {acme} RETURNING Contact(Name), Account(Id, Name WHERE Name LIKE '%e%' ORDER BY Name DESC LIMIT 1)",
      ),
    ).toMatchObject([
      { attributes: { type: 'Contact' }, Name: 'Joe Acme' },
      { attributes: { type: 'Account' }, Name: 'María Peña' },
    ]);
    const everywhere = await search('FIND {acme}');
    expect(everywhere.map((row) => row.attributes.type).sort()).toEqual([
      'Account',
      'Account',
      'Account',
      'Contact',
    ]);
    expect(everywhere.every((row) => row.Id !== undefined)).toBe(true);
    expect((await search('FIND {acme} RETURNING Account(Name)')).at(-1)?.Name).toBe('María Peña');
    expect(await search('FIND {acme} RETURNING Account, Contact LIMIT 2')).toMatchObject([
      { attributes: { type: 'Account' } },
      { attributes: { type: 'Contact' } },
    ]);
  });

  it('says what is wrong with a search', async () => {
    expect(await refusal('acme')).toBe(
      'MALFORMED_SEARCH: No search term found. The search term must be enclosed in braces.',
    );
    expect(await refusal('FIND {a}')).toBe(
      'MALFORMED_SEARCH: search term must be longer than one character: a',
    );
    expect(await refusal('FIND {acme AND}')).toBe('MALFORMED_SEARCH: a word to search for is missing');
    expect(await refusal('FIND {(acme}')).toContain('MALFORMED_SEARCH: expecting a right parentheses');
    expect(await refusal('FIND {"acme}')).toContain('MALFORMED_SEARCH');
    expect(await refusal('FIND {acme} IN SOME FIELDS')).toContain(
      "MALFORMED_SEARCH: unexpected token: 'SOME'",
    );
    expect(await refusal('FIND {acme} RETURNING Nothing')).toContain('INVALID_TYPE');
    expect(await refusal('FIND {acme} RETURNING Account(Nothing)')).toContain('INVALID_FIELD');
    expect(await refusal("FIND {acme} WITH NETWORK = 'x'")).toContain('INVALID_OPERATION: NETWORK');
    expect(await refusal('FIND {acme} RETURNING Account(Id, (SELECT Id FROM Contacts))')).toContain(
      'MALFORMED_SEARCH',
    );
  });

  it('takes any words as words and never as a part of the statement', async () => {
    const piece = fc.constantFrom(
      'acme',
      '*',
      '?',
      '%',
      '_',
      "'",
      '\\',
      '[',
      ']',
      '(',
      ')',
      '|',
      '$',
      '^',
      '+',
      '.',
      'é',
      '漢字',
      '🙂',
      '"',
      ' ',
    );
    await fc.assert(
      fc.asyncProperty(fc.array(piece, { maxLength: 12 }), async (pieces) => {
        const outcome = await search(`FIND {${pieces.join('')}} RETURNING Account(Id), Contact`).then(
          (found) => found.length,
          (failure: unknown) => failure,
        );
        if (typeof outcome !== 'number') expect(outcome).toMatchObject({ code: 'MALFORMED_SEARCH' });
      }),
      { numRuns: 150 },
    );
  });
});
