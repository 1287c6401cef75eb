import { isQueryValid, parseQuery } from '@jetstreamapp/soql-parser-js';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { parseSoql } from './parse-soql.js';
import { printSoql } from './print-soql.js';

/** Queries as clients send them, in the spelling both printers keep. */
const queries = [
  'SELECT Id, Name FROM Account',
  'SELECT Id, Account.Owner.Name FROM Contact',
  'SELECT COUNT() FROM Contact',
  "SELECT Id FROM Contact WHERE Name LIKE 'A%' AND MailingCity = 'California'",
  'SELECT Name FROM Account ORDER BY Name DESC NULLS LAST',
  'SELECT Name FROM Account WHERE Industry = NULL ORDER BY BillingPostalCode NULLS LAST LIMIT 125 OFFSET 5',
  'SELECT COUNT(Id) n, LeadSource FROM Lead GROUP BY LeadSource',
  "SELECT Name, COUNT(Id) FROM Account GROUP BY Name HAVING COUNT(Id) > 1 AND Name LIKE 'A%'",
  'SELECT Type, BillingCountry, GROUPING(Type) grpType, COUNT(Id) accts FROM Account GROUP BY CUBE(Type, BillingCountry)',
  'SELECT LeadSource, Rating, COUNT(Name) cnt FROM Lead GROUP BY ROLLUP(LeadSource, Rating)',
  "SELECT Contact.FirstName, Contact.Account.Name FROM Contact WHERE Account.Industry = 'media'",
  "SELECT Name, (SELECT LastName FROM Contacts WHERE CreatedBy.Alias = 'x' ORDER BY LastName LIMIT 3) FROM Account WHERE Industry = 'media'",
  "SELECT Id FROM Account WHERE Id IN (SELECT AccountId FROM Opportunity WHERE StageName = 'Closed Lost')",
  'SELECT Id FROM Account WHERE Id NOT IN (SELECT AccountId FROM Opportunity WHERE IsClosed = FALSE)',
  "SELECT Id FROM Person__c WHERE Skill__c INCLUDES ('A;B', 'C') AND Tongue__c EXCLUDES ('D')",
  "SELECT Id FROM Case WHERE Status IN ('New', 'Open') AND (NOT Subject LIKE '%spam%')",
  'SELECT Id FROM Case WHERE (a = 1 AND b = 2) OR (c = 3 AND (d = 4 OR e = 5))',
  'SELECT TYPEOF What WHEN Account THEN Phone, NumberOfEmployees WHEN Opportunity THEN Amount ELSE Name END FROM Event',
  'SELECT Id FROM Account WHERE CreatedDate > 2020-01-01T10:00:00.000Z AND LastActivityDate = 2020-02-29',
  'SELECT Id FROM Account WHERE CreatedDate = LAST_N_DAYS:30 OR CreatedDate = THIS_FISCAL_YEAR',
  'SELECT Id FROM Account WHERE CALENDAR_YEAR(CreatedDate) = 2020',
  'SELECT CALENDAR_YEAR(CreatedDate), COUNT(Id) FROM Lead GROUP BY CALENDAR_YEAR(CreatedDate)',
  "SELECT Name FROM Place__c WHERE DISTANCE(Location__c, GEOLOCATION(37.775, -122.418), 'mi') < 20",
  'SELECT toLabel(Status), FORMAT(Amount) f, convertCurrency(Amount) FROM Opportunity',
  'SELECT FIELDS(ALL) FROM Account LIMIT 200',
  'SELECT Title FROM Question WITH DATA CATEGORY Geography__c ABOVE usa__c AND Product__c AT phone__c',
  'SELECT Id FROM Account WITH SECURITY_ENFORCED',
  'SELECT Id FROM Account USING SCOPE mine',
  'SELECT Id FROM Contact c',
  'SELECT Id FROM Account FOR VIEW',
  'SELECT Id FROM Account UPDATE TRACKING',
  "SELECT Id FROM Opportunity WHERE Amount > USD5000 AND Name = 'O\\'Brien \\\\ co'",
] as const;

/** Who reads a query that the other refuses, whom Salesforce's reference bears out, and why. */
const differences: readonly (readonly [
  query: string,
  reader: 'ours' | 'theirs',
  right: 'ours' | 'theirs',
  why: string,
])[] = [
  [
    'SELECT Id FROM A WHERE a = 1 AND b = 2 OR c = 3',
    'theirs',
    'ours',
    'AND and OR do not mix without parentheses',
  ],
  ['SELECT Id FROM A WHERE NOT a = 1 AND b = 2', 'theirs', 'ours', 'nor does NOT with what stands beside it'],
  ['SELECT Id FROM A WHERE NOT NOT a = 1', 'theirs', 'ours', 'NOT stands once'],
  [
    'SELECT Id Name FROM A',
    'theirs',
    'ours',
    'a field has no alias outside a grouped query: a comma is missing',
  ],
  ['SELECT COUNT(), Id FROM A', 'theirs', 'ours', 'COUNT() is all of its select list'],
  ['SELECT T FROM A GROUP BY ROLLUP (T), CUBE (P)', 'theirs', 'ours', 'one form of grouping a query'],
  ['SELECT Id FROM A WHERE D > 2020-02-30', 'theirs', 'ours', 'there is no such day'],
  ['SELECT Id FROM A WHERE D = LAST_N_DAYS:-2', 'theirs', 'ours', 'the number counts days and has no sign'],
  ['SELECT Id FROM A WHERE Name LIKE null', 'theirs', 'ours', 'LIKE takes a text'],
  ["SELECT Id FROM A WHERE Name = 'a\\x'", 'theirs', 'ours', 'no such escape sequence'],
  ["SELECT Id FROM A WHERE a INCLUDES 'x'", 'theirs', 'ours', 'INCLUDES takes a list'],
  [
    'SELECT Id FROM A WHERE Id NOT IN (SELECT B, Id FROM C)',
    'theirs',
    'ours',
    'an inner query has one field',
  ],
  ['SELECT Id FROM A LIMIT 9999999999', 'theirs', 'ours', 'past the largest integer'],
  ['SELECT Id FROM A WHERE T > 08:30:00.000Z', 'ours', 'ours', 'a time of day'],
  ['SELECT Id FROM A WHERE x = 1e5', 'ours', 'ours', 'a number with an exponent'],
  [
    "SELECT Id FROM Contact c, c.Account a WHERE a.Name = 'x'",
    'ours',
    'ours',
    'a relationship with an alias',
  ],
  ["SELECT Id FROM UserProfileFeed WITH UserId = '005'", 'ours', 'ours', 'the filter of a profile feed'],
  ['SELECT Id FROM A FOR VIEW FOR REFERENCE', 'ours', 'ours', 'both uses may be named'],
  ['SELECT Id FROM A UPDATE VIEWSTAT, TRACKING', 'ours', 'ours', 'both counts may be named'],
  ['SELECT Id FROM A ALL ROWS', 'ours', 'ours', 'ALL ROWS takes in what was deleted'],
];

/** Queries in the spelling both printers keep, made by chance. */
const name = fc.constantFrom('Name', 'Owner.Name', 'Cost__c', 'Parent__r.Ext__c', 'Account.Owner.Alias');
const value = fc.constantFrom(
  "'a'",
  "'it\\'s'",
  '5',
  '-2.5',
  'NULL',
  'TRUE',
  '2026-11-30',
  'TODAY',
  'N_WEEKS_AGO:3',
);
const many = (item: fc.Arbitrary<string>, glue: string) =>
  fc.array(item, { minLength: 1, maxLength: 3 }).map((items) => items.join(glue));
const comparison = fc.oneof(
  fc.tuple(name, fc.constantFrom('=', '!=', '<', '>='), value).map((parts) => parts.join(' ')),
  fc
    .tuple(name, fc.constantFrom('IN', 'NOT IN'), many(value, ', '))
    .map(([a, op, list]) => `${a} ${op} (${list})`),
  fc.tuple(name, many(fc.constantFrom("'A;B'", "'C'"), ', ')).map(([a, list]) => `${a} INCLUDES (${list})`),
  name.map((a) => `${a} LIKE 'x%'`),
  name.map((a) => `Id NOT IN (SELECT ${a} FROM Contact WHERE Name != NULL)`),
);
const condition = fc.oneof(
  comparison,
  many(comparison, ' AND '),
  fc.tuple(many(comparison, ' OR '), comparison).map(([some, one]) => `(${some} OR ${one}) AND ${one}`),
  fc.tuple(comparison, comparison).map(([one, two]) => `${one} AND (NOT ${two})`),
);
const where = fc.option(condition, { nil: undefined }).map((text) => (text ? ` WHERE ${text}` : ''));
const order = fc
  .option(
    many(
      fc.tuple(name, fc.constantFrom('', ' DESC', ' NULLS LAST', ' DESC NULLS FIRST')).map((p) => p.join('')),
      ', ',
    ),
    { nil: undefined },
  )
  .map((text) => (text ? ` ORDER BY ${text}` : ''));
const limit = fc.constantFrom('', ' LIMIT 5', ' LIMIT 5 OFFSET 2');
const rows = fc.tuple(many(name, ', '), where, order, limit);
const query = fc.oneof(
  rows.map(([list, ...rest]) => `SELECT ${list} FROM Account${rest.join('')}`),
  fc
    .tuple(many(name, ', '), rows, where)
    .map(
      ([list, [inner, ...rest], w]) =>
        `SELECT ${list}, (SELECT ${inner} FROM Contacts${rest.join('')}) FROM Account${w}`,
    ),
  fc
    .tuple(name, where, fc.constantFrom('', ' HAVING COUNT(Id) > 1'), order)
    .map(
      ([a, w, having, o]) =>
        `SELECT ${a}, COUNT(Id) n, MAX(Cost__c) FROM Account${w} GROUP BY ${a}${having}${o}`,
    ),
  fc
    .tuple(fc.constantFrom('ROLLUP', 'CUBE'), where)
    .map(
      ([mode, w]) => `SELECT Type, GROUPING(Type) g, SUM(Cost__c) FROM Task${w} GROUP BY ${mode}(Type, Name)`,
    ),
);

const isRead = (read: (text: string) => unknown, text: string): boolean => {
  try {
    read(text);
    return true;
  } catch {
    return false;
  }
};

describe('an independent parser', () => {
  it.each(queries)('reads our print of a query as it reads the query: %s', (text) => {
    expect(isQueryValid(text)).toBe(true);
    const printed = printSoql(
      parseSoql(text.replace(/\b(SELECT|FROM|WHERE|AND|OR)\b/g, (word) => ` ${word.toLowerCase()}\n`)),
    );
    expect(parseQuery(printed)).toEqual(parseQuery(text));
  });

  it('reads our print of any query as it reads the query', () => {
    fc.assert(
      fc.property(query, (text) => {
        expect(parseQuery(printSoql(parseSoql(text)))).toEqual(parseQuery(text));
      }),
      { numRuns: 300 },
    );
  });

  it.each(differences)('differs, %s: read by %s, right are %s: %s', (text, reader) => {
    expect({ ours: isRead(parseSoql, text), theirs: isRead(parseQuery, text) }).toEqual({
      ours: reader === 'ours',
      theirs: reader === 'theirs',
    });
  });
});
