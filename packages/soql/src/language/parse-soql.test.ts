import { describe, expect, it } from 'vitest';
import type { SelectQuery } from './ast.js';
import { parseSoql } from './parse-soql.js';
import { printSoql } from './print-soql.js';

/** Each query, and its canonical form where that differs. */
const accepted: readonly (readonly [query: string, canonical?: string])[] = [
  // select list
  ['SELECT Id FROM Account'],
  ['select  id ,\n\tNAME\r\nfrom Account  ', 'SELECT id, NAME FROM Account'],
  ['SELECT Account.Owner.Name, Cost__c, ns__Object__r.ns__Field__c FROM Contact'],
  ['SELECT COUNT() FROM Account'],
  ['select count() from Account WHERE Name = null', 'SELECT count() FROM Account WHERE Name = NULL'],
  ['SELECT COUNT(Id) n, MAX(Amount), COUNT_DISTINCT(OwnerId) FROM Opportunity'],
  ['SELECT Type t, COUNT(Id) FROM Task GROUP BY Type'],
  ['SELECT FIELDS(ALL) FROM Account LIMIT 200'],
  [
    'SELECT Id, fields ( custom ), FIELDS(standard) FROM Account',
    'SELECT Id, FIELDS(CUSTOM), FIELDS(STANDARD) FROM Account',
  ],
  ['SELECT toLabel(Status), toLabel(Status) s, FORMAT(Amount) f, convertCurrency(Amount) FROM Opportunity'],
  ['SELECT FORMAT(MIN(CloseDate)) d, FORMAT(convertCurrency(Amount)) a FROM Opportunity'],
  ["SELECT DISTANCE(Place__c, GEOLOCATION(37.775, -122.418), 'mi') d FROM Post__c"],
  [
    'SELECT HOUR_IN_DAY(convertTimezone(CreatedDate)) h, COUNT(Id) FROM Case GROUP BY HOUR_IN_DAY(convertTimezone(CreatedDate))',
  ],
  ['SELECT TYPEOF What WHEN Account THEN Phone, Owner.Name WHEN Case THEN Subject ELSE Name END FROM Event'],
  ['SELECT TYPEOF Owner WHEN Group THEN Name WHEN User THEN Alias END, Id FROM Case'],
  ['SELECT Typeof, Fields, Count, Format FROM Word__c'],

  // child subqueries
  ['SELECT Id, (SELECT Id, LastName FROM Contacts) FROM Account'],
  [
    "SELECT Id, (SELECT Id FROM Contacts WHERE LastName LIKE 'A%' ORDER BY LastName DESC LIMIT 5 OFFSET 2) FROM Account",
  ],
  ['SELECT Id, (SELECT Id, (SELECT Id, (SELECT Id FROM Tasks) FROM Cases) FROM Contacts) FROM Account'],
  ['SELECT Account.Name, (SELECT Contact.LastName FROM Account.Contacts) FROM Account'],
  [
    'SELECT Id, (SELECT Id FROM OpenActivities ORDER BY ActivityDate ASC, LastModifiedDate DESC LIMIT 500) FROM Lead',
    'SELECT Id, (SELECT Id FROM OpenActivities ORDER BY ActivityDate, LastModifiedDate DESC LIMIT 500) FROM Lead',
  ],

  // from
  ['SELECT c.Id FROM Contact c'],
  ['SELECT a.Id, c.Id FROM Account a, a.Contacts c'],
  ["SELECT Id FROM Contact c, c.Account a, a.Owner o WHERE a.Name = 'Genwatt' AND o.IsActive = TRUE"],
  ['SELECT Id FROM Account USING SCOPE mine'],
  ['SELECT Id FROM Account a USING SCOPE My_Team_Territory WHERE Id != NULL'],

  // names that are keywords elsewhere
  ['SELECT Group.Name, Order.Id FROM GroupMember'],
  ['SELECT Id FROM Group'],
  ['SELECT Id FROM Group GROUP BY Id'],
  ['SELECT Id FROM Order'],
  ['SELECT Id FROM Order ORDER BY OrderNumber'],
  ['SELECT Id FROM Order order ORDER BY order.Id'],
  ['SELECT Id FROM Case offset OFFSET 5'],
  ['SELECT Id FROM Case for FOR VIEW'],
  ['SELECT Id FROM Case all ALL ROWS'],
  ['SELECT Id FROM Case update UPDATE VIEWSTAT'],
  ['SELECT Update, Scope, End, Rows, View, By, Offset, Order, All, True FROM Word__c'],
  ['SELECT COUNT(Id) order, MAX(Id) rows FROM Case'],
  ["SELECT Id FROM GroupMember WHERE Group.Type = 'Queue' ORDER BY Group.Name"],

  // conditions
  [
    "SELECT Id FROM Account WHERE Name = 'a' AND Name != 'b' AND Name <> 'c'",
    "SELECT Id FROM Account WHERE Name = 'a' AND Name != 'b' AND Name != 'c'",
  ],
  ['SELECT Id FROM Account WHERE A < 1 OR A <= 1 OR A > 1 OR A >= 1'],
  [
    'SELECT Id FROM Account WHERE a=1 AND(b=2 OR c=3)AND d=4',
    'SELECT Id FROM Account WHERE a = 1 AND (b = 2 OR c = 3) AND d = 4',
  ],
  ['SELECT Id FROM Account WHERE ((((a = 1))))', 'SELECT Id FROM Account WHERE a = 1'],
  ["SELECT Id FROM Account WHERE NOT Name LIKE 'x'"],
  ["SELECT Id FROM Account WHERE a = 1 AND (NOT Name LIKE 'x')"],
  ['SELECT Id FROM Account WHERE NOT (a = 1 AND b = 2)'],
  ['SELECT Id FROM Account WHERE NOT (NOT (a = 1))', 'SELECT Id FROM Account WHERE NOT (NOT a = 1)'],
  [
    "SELECT Id FROM Account WHERE Name IN ('a', 'b', NULL) AND Size__c not in (1, 2)",
    "SELECT Id FROM Account WHERE Name IN ('a', 'b', NULL) AND Size__c NOT IN (1, 2)",
  ],
  [
    "SELECT Id FROM Person__c WHERE Languages__c INCLUDES ('Spanish;French', 'German') AND Skills__c EXCLUDES ('Diving')",
  ],
  ["SELECT Id FROM Account WHERE Id IN (SELECT AccountId FROM Contact WHERE LastName = 'x')"],
  [
    'SELECT Id FROM Account WHERE CALENDAR_YEAR(CreatedDate) = 2026 AND DAY_ONLY(convertTimezone(CreatedDate)) = TODAY',
  ],
  [
    "SELECT Id FROM Post__c WHERE DISTANCE(Place__c, GEOLOCATION(37.775, -122.418), 'km') < 20 ORDER BY DISTANCE(Place__c, GEOLOCATION(37.775, -122.418), 'km') DESC NULLS LAST",
  ],

  // literals
  [
    "SELECT Id FROM A WHERE a = 'it\\'s \\\"\\\\ \\n\\r\\t\\b\\f\\u00e9'",
    "SELECT Id FROM A WHERE a = 'it\\'s \"\\\\ \\n\\r\\t\\b\\fé'",
  ],
  ["SELECT Id FROM A WHERE a LIKE '100\\%\\_%_'"],
  [
    'SELECT Id FROM A WHERE a = -1.5 OR a = +2 OR a = .5 OR a = 1e21',
    'SELECT Id FROM A WHERE a = -1.5 OR a = 2 OR a = .5 OR a = 1E21',
  ],
  [
    'SELECT Id FROM A WHERE a = true AND b = False AND c = Null',
    'SELECT Id FROM A WHERE a = TRUE AND b = FALSE AND c = NULL',
  ],
  [
    'SELECT Id FROM A WHERE a = 2024-02-29 AND b > 2020-01-01T00:00:00Z',
    'SELECT Id FROM A WHERE a = 2024-02-29 AND b > 2020-01-01T00:00:00.000Z',
  ],
  [
    'SELECT Id FROM A WHERE b > 2020-01-01t00:00:00.123456z',
    'SELECT Id FROM A WHERE b > 2020-01-01T00:00:00.123Z',
  ],
  [
    'SELECT Id FROM A WHERE b > 2020-01-01T00:30:00+01:00 AND b < 2020-12-31T23:59:59.9-0330',
    'SELECT Id FROM A WHERE b > 2019-12-31T23:30:00.000Z AND b < 2021-01-01T03:29:59.900Z',
  ],
  [
    'SELECT Id FROM A WHERE a = USD5000 OR a = usd5000.50 OR a < USD-500 OR a > eur-0.25',
    'SELECT Id FROM A WHERE a = USD5000 OR a = USD5000.50 OR a < USD-500 OR a > EUR-0.25',
  ],
  [
    'SELECT Id FROM A WHERE d = THIS_FISCAL_QUARTER OR d > last_90_days OR d = N_FISCAL_YEARS_AGO:3',
    'SELECT Id FROM A WHERE d = THIS_FISCAL_QUARTER OR d > LAST_90_DAYS OR d = N_FISCAL_YEARS_AGO:3',
  ],

  // with, group, order and the rest
  ['SELECT Id FROM Account WITH SECURITY_ENFORCED'],
  [
    'SELECT Id FROM Account WHERE a = 1 WITH user_mode ORDER BY Id',
    'SELECT Id FROM Account WHERE a = 1 WITH USER_MODE ORDER BY Id',
  ],
  ['SELECT Id FROM Account WITH SYSTEM_MODE LIMIT 1'],
  [
    'SELECT Title FROM Question WITH DATA CATEGORY Geography__c ABOVE usa__c AND Product__c AT (phone__c, tablet__c)',
  ],
  [
    'SELECT Title FROM Question WITH DATA CATEGORY Geography__c ABOVE_OR_BELOW europe__c AND Product__c BELOW All__c',
  ],
  ["SELECT Id FROM UserProfileFeed WITH UserId = '005D0000001AamR' ORDER BY CreatedDate DESC LIMIT 20"],
  [
    'SELECT Id FROM Account WITH RecordVisibilityContext (maxDescriptorPerRecord = 100, supportsDomains = TRUE)',
  ],
  ['SELECT COUNT(Id) FROM Account GROUP BY CUBE(Type, BillingCountry) HAVING NOT COUNT(Id) > 1'],
  ['SELECT Rollup, COUNT(Id) FROM A GROUP BY Rollup, CALENDAR_MONTH(CreatedDate)'],
  [
    'SELECT Id FROM Account ORDER BY Name ASC NULLS FIRST, Id DESC, Type NULLS LAST',
    'SELECT Id FROM Account ORDER BY Name NULLS FIRST, Id DESC, Type NULLS LAST',
  ],
  ['SELECT COUNT(Id) FROM Account GROUP BY Type ORDER BY COUNT(Id) DESC'],
  ['SELECT Id FROM Account LIMIT 0 OFFSET 2000'],
  ['SELECT Id FROM Account OFFSET 10'],
  ['SELECT Id FROM Account FOR VIEW FOR REFERENCE'],
  ['SELECT Id FROM Account LIMIT 2 FOR UPDATE'],
  ['SELECT Id FROM Account UPDATE TRACKING, VIEWSTAT'],
  [
    'SELECT Id FROM Account UPDATE TRACKING FOR VIEW ALL ROWS',
    'SELECT Id FROM Account FOR VIEW UPDATE TRACKING ALL ROWS',
  ],
];

describe('accepted queries', () => {
  it.each(accepted.map(([query, canonical = query]) => ({ query, canonical })))(
    '$query',
    ({ query, canonical }) => {
      expect(printSoql(parseSoql(query))).toBe(canonical);
    },
  );

  it('points each name at its place in the text', () => {
    const text = "SELECT Id,\n  Account.Name FROM Contact c WHERE UPPER(c.Title) = 'x'";
    const query = parseSoql(text);
    expect(query.select[1]).toMatchObject({
      at: text.indexOf('Account'),
      value: { names: [{ text: 'Account' }, { text: 'Name', at: text.indexOf('Name') }] },
    });
    expect(query.from[0]).toMatchObject({ alias: { text: 'c', at: text.indexOf('c WHERE') } });
    expect(query.where).toMatchObject({
      left: { name: { at: text.indexOf('UPPER') }, arguments: [{ at: text.indexOf('c.Title') }] },
      right: { at: text.indexOf("'x'") },
    });
  });

  it('is plain JSON', () => {
    const query = parseSoql(
      "SELECT Id, (SELECT Id FROM Contacts) FROM Account WHERE Name = 'x' ORDER BY Id LIMIT 1",
    );
    expect(JSON.parse(JSON.stringify(query))).toStrictEqual(query);
  });
});

describe('inputs that went wrong in other parsers', () => {
  const where = (query: SelectQuery) => query.where;

  it('A01 reads GROUPING with ROLLUP', () => {
    const query = parseSoql(
      'SELECT Type t, Priority p, COUNT(Id) n, GROUPING(Type) gt, GROUPING(Priority) gp FROM Task GROUP BY ROLLUP(Type, Priority)',
    );
    expect(query.groupBy).toMatchObject({ mode: 'ROLLUP', keys: [{ kind: 'Path' }, { kind: 'Path' }] });
    expect(query.select).toHaveLength(5);
  });

  it('A03 keeps both conditions of HAVING', () => {
    const text =
      "SELECT LeadSource, COUNT(Name) FROM Lead GROUP BY LeadSource HAVING COUNT(Name) > 100 AND LeadSource > 'Phone'";
    expect(printSoql(parseSoql(text))).toBe(text);
  });

  it('A05 takes aliases of the object and of a subquery', () => {
    const query = parseSoql(
      'SELECT a.Id, a.Name, (SELECT a2.Id, a2.Name FROM ChildAccounts a2) FROM Account a',
    );
    expect(query.from[0]).toMatchObject({ alias: { text: 'a' } });
    expect(query.select[2]).toMatchObject({ query: { from: [{ alias: { text: 'a2' } }] } });
  });

  it('A07 reads a semi-join, an anti-join and two of them', () => {
    expect(
      where(parseSoql('SELECT Id FROM Account WHERE Id NOT IN (SELECT AccountId FROM Contact)')),
    ).toMatchObject({
      kind: 'SemiJoin',
      negated: true,
    });
    const two = parseSoql(
      'SELECT Id FROM Account WHERE Id IN (SELECT AccountId FROM Contact) AND Id IN (SELECT AccountId FROM Opportunity WHERE IsClosed = false)',
    );
    expect(where(two)).toMatchObject({ kind: 'And', operands: [{ kind: 'SemiJoin' }, { kind: 'SemiJoin' }] });
  });

  it('A09 allows blanks round the colon of a date literal', () => {
    const texts = ['LAST_N_DAYS:30', 'LAST_N_DAYS : 30', 'last_n_days:\n30'].map((literal) =>
      printSoql(parseSoql(`SELECT Id FROM A WHERE CreatedDate >= ${literal}`)),
    );
    expect(new Set(texts)).toEqual(new Set(['SELECT Id FROM A WHERE CreatedDate >= LAST_N_DAYS:30']));
  });

  it('A13 reads Z, +00:00 and +0000 as one instant', () => {
    const instants = ['Z', '+00:00', '+0000'].map((zone) => {
      const condition = where(parseSoql(`SELECT Id FROM A WHERE x > 2020-03-17T21:04:32.000${zone}`));
      return (
        condition?.kind === 'Comparison' &&
        condition.right.kind === 'DateTimeLiteral' &&
        condition.right.value
      );
    });
    expect(new Set(instants)).toEqual(new Set(['2020-03-17T21:04:32.000Z']));
  });

  it('A15 keeps the case of texts and of names', () => {
    const query = parseSoql("select id from KNOWLEDGE__KAV where id = 'ka36S0000006qgKQAQ'");
    expect(query.from[0]).toMatchObject({ path: { names: [{ text: 'KNOWLEDGE__KAV' }] } });
    expect(where(query)).toMatchObject({ right: { value: 'ka36S0000006qgKQAQ' } });
  });

  it('A17 reads times of day', () => {
    expect(where(parseSoql('SELECT Id FROM Shift__c WHERE Start__c > 08:30:00.000Z'))).toMatchObject({
      right: { kind: 'TimeLiteral', value: '08:30:00.000Z' },
    });
  });

  it('B01 reads TYPEOF without ELSE', () => {
    const query = parseSoql(
      'SELECT Id, TYPEOF Owner WHEN User THEN UserType END, CreatedBy.UserType FROM Lead',
    );
    expect(query.select[1]).toMatchObject({ kind: 'TypeofItem', otherwise: null });
    expect(query.select).toHaveLength(3);
  });
});
