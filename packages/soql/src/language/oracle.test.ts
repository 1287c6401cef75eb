import { isQueryValid, parseQuery } from '@jetstreamapp/soql-parser-js';
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

describe('an independent parser', () => {
  it.each(queries)('reads our print of a query as it reads the query: %s', (text) => {
    expect(isQueryValid(text)).toBe(true);
    const printed = printSoql(
      parseSoql(text.replace(/\b(SELECT|FROM|WHERE|AND|OR)\b/g, (word) => ` ${word.toLowerCase()}\n`)),
    );
    expect(parseQuery(printed)).toEqual(parseQuery(text));
  });
});
