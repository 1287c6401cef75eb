import { MusterError } from '@muster/kernel';
import { describe, expect, it } from 'vitest';
import { parseSoql } from './parse-soql.js';

/** Each query with `^` at the place the error must point at, and the last line of the message. */
const refused: readonly (readonly [query: string, message: string])[] = [
  ['^', "unexpected token: '<EOF>'"],
  ['^DELETE FROM Account', "unexpected token: 'DELETE'"],
  ['SELECT Id^', "unexpected token: '<EOF>'"],
  ['SELECT ^* FROM Account', "unexpected token: '*'"],
  ['SELECT ^FROM Account', "unexpected token: 'SELECT FROM'"],
  ['SELECT Id, ^FROM Account', "unexpected token: 'FROM'"],
  ['SELECT Id^; FROM Account', "unexpected token: ';'"],
  ['SELECT Id FROM Account^;', "unexpected token: ';'"],
  ['SELECT Id FROM Account ^-- all', "unexpected token: '-'"],
  ['SELECT ^Id Name FROM Account', 'only aggregate expressions use field aliasing'],
  ['SELECT ^DISTINCT Name FROM Account', 'only aggregate expressions use field aliasing'],
  ['SELECT COUNT()^, Id FROM Account', "unexpected token: ','"],
  ['SELECT Id, COUNT(^) FROM Account', "unexpected token: ')'"],
  ['SELECT MAX(Id ^FROM Account', "expecting a right parentheses, found 'FROM'"],
  [
    'SELECT convertCurrency(calendar_year(convertTimezone^(LastModifiedDate))) FROM Account',
    "unexpected token: '('",
  ],
  ['SELECT FIELDS(^SOME) FROM Account', "unexpected token: 'SOME'"],
  ['SELECT TYPEOF Owner ^END FROM Lead', "unexpected token: 'END'"],
  ['SELECT TYPEOF Owner WHEN User THEN Id ^FROM Lead', "unexpected token: 'FROM'"],
  ['SELECT (SELECT Id FROM Contacts^', "expecting a right parentheses, found '<EOF>'"],
  ['SELECT Id. FROM Account^', "unexpected token: '<EOF>'"],
  ['SELECT Id FROM ^WHERE Id = null', "unexpected token: 'WHERE'"],
  ['SELECT Id FROM Account ^SELECT', "unexpected token: 'SELECT'"],
  ['SELECT Id FROM ^$casecomment', "unexpected token: '$'"],
  ['SELECT Id FROM Account USING ^everything', "unexpected token: 'everything'"],
  ['SELECT Id FROM Account a ^b', "unexpected token: 'b'"],

  // conditions
  ['SELECT Id FROM Account WHERE^', "unexpected token: '<EOF>'"],
  ['SELECT Id FROM Account WHERE Name^', "unexpected token: '<EOF>'"],
  ['SELECT Id FROM Account WHERE Name =^', "unexpected token: '<EOF>'"],
  ["SELECT Id FROM Account WHERE Name ^ILIKE 'x'", "unexpected token: 'Name ILIKE'"],
  ['SELECT Id FROM Account WHERE Name ^IS NULL', "unexpected token: 'Name IS'"],
  ["SELECT Id FROM Account WHERE Name ^NOT LIKE 'x'", "unexpected token: 'Name NOT'"],
  ['SELECT Id FROM Account WHERE Name LIKE ^NULL', "unexpected token: 'NULL'"],
  ['SELECT Id FROM Account WHERE a = 1 OR b = 2 ^AND c = 3', "unexpected token: 'AND'"],
  ['SELECT Id FROM Account WHERE a = 1 AND b = 2 ^OR c = 3', "unexpected token: 'OR'"],
  ['SELECT Id FROM Account WHERE (a = 1 AND b = 2 ^OR c = 3)', "unexpected token: 'OR'"],
  ['SELECT Id FROM Account WHERE a = 1 AND ^NOT b = 2', "unexpected token: 'NOT'"],
  ['SELECT Id FROM Account WHERE NOT a = 1 ^AND b = 2', "unexpected token: 'AND'"],
  ['SELECT Id FROM Account WHERE NOT ^NOT a = 1', "unexpected token: 'NOT'"],
  ['SELECT Id FROM Account WHERE (a = 1^', "expecting a right parentheses, found '<EOF>'"],
  ['SELECT Id FROM Account WHERE a = 1^) ', "unexpected token: ')'"],
  ['SELECT Id FROM Account WHERE a = ^b', "unexpected token: 'b'"],
  ['SELECT Id FROM Account WHERE ParentId IN (^)', "unexpected token: 'ParentId IN ()'"],
  ["SELECT Id FROM Account WHERE Id IN ('a' ^'b')", "expecting a right parentheses, found ''b''"],
  ["SELECT Id FROM Account WHERE Id IN ^'a'", "unexpected token: ''a''"],
  [
    'SELECT Id FROM Account WHERE Id IN (SELECT Id, ^Name FROM Contact)',
    'a semi join sub-select selects exactly one field',
  ],
  [
    'SELECT Id FROM Account WHERE Id IN (SELECT ^COUNT() FROM Contact)',
    'a semi join sub-select selects exactly one field',
  ],
  ['SELECT Id FROM Account WHERE a INCLUDES (^1)', "unexpected token: '1'"],

  // bind variables belong to Apex
  ['SELECT Id FROM Account WHERE Name = ^:name', 'Bind variables only allowed in Apex code'],
  ['SELECT Id FROM Account WHERE Id IN ^:ids', 'Bind variables only allowed in Apex code'],
  ['SELECT Id FROM Account WHERE Id IN ^ids', 'Bind variables only allowed in Apex code'],
  ['SELECT Id FROM Account WHERE Id IN (^:id)', 'Bind variables only allowed in Apex code'],
  ['SELECT Id FROM Account WHERE a INCLUDES (^:b)', 'Bind variables only allowed in Apex code'],
  ['SELECT Id FROM Account LIMIT ^:size', 'Bind variables only allowed in Apex code'],
  ['SELECT Id FROM Account WHERE d = LAST_N_DAYS:^:n', 'Bind variables only allowed in Apex code'],

  // literals
  ["SELECT Id FROM Account WHERE Name = ^'open", "unexpected token: '''"],
  ["SELECT Id FROM Account WHERE Name = ^'open\\'", "unexpected token: '''"],
  ["SELECT Id FROM Account WHERE Name = 'O'Brien^'", "unexpected token: '''"],
  [
    "SELECT Id FROM Account WHERE Name = 'a^\\d'",
    "Illegal string literal: 'a\\d'. Illegal character sequence '\\d' in string literal.",
  ],
  ['SELECT Id FROM Account WHERE Name = ^"x"', "unexpected token: '\"'"],
  ['SELECT Id FROM Account WHERE d = LAST_N_DAYS ^30', "expecting a colon, found '30'"],
  ['SELECT Id FROM Account WHERE d = LAST_N_DAYS ^= 30', "expecting a colon, found '='"],
  ['SELECT Id FROM Account WHERE d = LAST_N_DAYS:^-3', "unexpected token: '-3'"],
  ['SELECT Id FROM Account WHERE d = TODAY^:3', "unexpected token: ':'"],
  ['SELECT Id FROM Account WHERE d = ^SOMEDAY', "unexpected token: 'SOMEDAY'"],
  ['SELECT Id FROM Account WHERE d = ^2026-02-29', 'Invalid date: 2026-02-29'],
  ['SELECT Id FROM Account WHERE d = ^2026-13-01', 'Invalid date: 2026-13-01'],
  [
    'SELECT Id FROM Account WHERE d > ^2020-12-12t12:12:00-25:00',
    'Invalid datetime: 2020-12-12t12:12:00-25:00',
  ],
  [
    'SELECT Id FROM Account WHERE d > ^2020-52-12t12:12:00-05:00',
    'Invalid datetime: 2020-52-12t12:12:00-05:00',
  ],
  ['SELECT Id FROM Account WHERE d > ^2020-12-12T24:00:00Z', 'Invalid datetime: 2020-12-12T24:00:00Z'],
  [
    'SELECT Id FROM Account WHERE d > ^9999-12-31T23:59:59-01:00',
    'Invalid datetime: 9999-12-31T23:59:59-01:00',
  ],
  ['SELECT Id FROM Account WHERE t > ^08:30', 'Invalid time: 08:30'],
  ['SELECT Id FROM Account WHERE t > ^08:61:00Z', 'Invalid time: 08:61:00Z'],
  // A13: a plus sign that arrived as a blank
  [
    'SELECT Id FROM Account WHERE d > ^2020-03-17T21:04:32.000 0000',
    'Invalid datetime: 2020-03-17T21:04:32.000',
  ],
  ['SELECT Id FROM Account WHERE a = ^USD', "unexpected token: 'USD'"],
  ['SELECT Id FROM Account WHERE a = ^USD5-5', "unexpected token: 'USD5'"],
  ['SELECT Id FROM Account WHERE a = 0050^W000007Jz7jQAC', "unexpected token: 'W000007Jz7jQAC'"],

  // the other clauses
  ['SELECT Id FROM Account WITH Nothing^', "unexpected token: '<EOF>'"],
  ['SELECT Id FROM Account WITH DATA CATEGORY Geography__c ^NEAR usa__c', "unexpected token: 'NEAR'"],
  ['SELECT Id FROM Account WITH USER_MODE ^WHERE Name = null', "unexpected token: 'WHERE'"],
  ['SELECT Id FROM Account ^HAVING COUNT(Id) > 1', "unexpected token: 'HAVING'"],
  ['SELECT Id FROM Account GROUP ^Name', "unexpected token: 'Name'"],
  ['SELECT Id FROM Account ORDER BY Name ^UP', "unexpected token: 'UP'"],
  ['SELECT Id FROM Account ORDER BY Name NULLS ^NEVER', "unexpected token: 'NEVER'"],
  ['SELECT Id FROM Account ORDER BY Name ^WHERE Id = null', "unexpected token: 'WHERE'"],
  ['SELECT Id FROM Account LIMIT ^ten', "expecting a colon, found 'ten'"],
  ['SELECT Id FROM Account LIMIT ^-1', "unexpected token: '-1'"],
  ['SELECT Id FROM Account LIMIT ^1.5', "unexpected token: '1.5'"],
  ['SELECT Id FROM Account LIMIT ^2147483648', "unexpected token: '2147483648'"],
  ['SELECT Id FROM Account OFFSET 5 ^LIMIT 5', "unexpected token: 'LIMIT'"],
  ['SELECT Id FROM Account WHERE Id = null FOR ^EVER', "unexpected token: 'EVER'"],
  ['SELECT Id FROM Account WHERE Id = null ALL ^COLUMNS', "unexpected token: 'COLUMNS'"],
];

describe('refused queries', () => {
  it.each(refused)('%s', (marked, message) => {
    const offset = marked.indexOf('^');
    const query = marked.replace('^', '');
    const error = errorOf(query);
    expect(error.code).toBe('MALFORMED_QUERY');
    expect(error.at).toEqual({ offset, row: 1, column: offset + 1 });
    expect(error.message.split('\n').slice(-2)).toEqual([`ERROR at Row:1:Column:${offset + 1}`, message]);
  });

  it('counts rows in a query of several lines', () => {
    const error = errorOf("SELECT Id\r\nFROM Account\r\n  WHERE Name LIKES 'x'");
    expect(error.message).toBe(
      "\n  WHERE Name LIKES 'x'\n             ^\nERROR at Row:3:Column:14\nunexpected token: 'Name LIKES'",
    );
  });
});

function errorOf(query: string): MusterError {
  try {
    parseSoql(query);
  } catch (error) {
    if (error instanceof MusterError) return error;
    throw error;
  }
  throw new Error(`accepted: ${query}`);
}
