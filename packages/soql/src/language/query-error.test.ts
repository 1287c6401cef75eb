import { describe, expect, it } from 'vitest';
import { queryError } from './query-error.js';

describe('queryError', () => {
  it('frames an error of a short query as Salesforce does', () => {
    const query = 'SELECT Bacon__c FROM Account LIMIT 2';
    const error = queryError(query, 'INVALID_FIELD', 7, "No such column 'Bacon__c' on entity 'Account'.");
    expect(error.message).toBe(
      "\nSELECT Bacon__c FROM Account LIMIT 2\n       ^\nERROR at Row:1:Column:8\nNo such column 'Bacon__c' on entity 'Account'.",
    );
    expect(error).toMatchObject({ code: 'INVALID_FIELD', at: { offset: 7, row: 1, column: 8 } });
  });

  it('shows thirty characters on each side, completed to whole words', () => {
    const query =
      'SELECT Id, Type, LastReferencedDate, Jigsaw, JigsawCompanyId, CleanStatus, AccountSource, DunsNumber, Tradestyle FROM Account';
    const error = queryError(query, 'INVALID_FIELD', query.indexOf('CleanStatus'), 'x');
    expect(error.message).toBe(
      [
        '',
        'LastReferencedDate, Jigsaw, JigsawCompanyId, CleanStatus, AccountSource, DunsNumber',
        '                                             ^',
        'ERROR at Row:1:Column:63',
        'x',
      ].join('\n'),
    );
  });

  it('breaks at commas that no blank follows', () => {
    const query =
      'SELECT Zip,CreatedById,OCE__ActualCap__c,TPI_Product__c,Name,OCE__JobId__c,Other__c FROM Plan__c';
    const [, shown, caret] = queryError(query, 'INVALID_FIELD', query.indexOf('TPI'), 'x').message.split(
      '\n',
    );
    expect(shown).toBe('CreatedById,OCE__ActualCap__c,TPI_Product__c,Name,OCE__JobId__c');
    expect(caret).toBe(`${' '.repeat(30)}^`);
  });

  it('shows only the line the place is on', () => {
    const query = 'SELECT Id\nFROM Nothing__c\nLIMIT 1';
    expect(queryError(query, 'INVALID_TYPE', query.indexOf('Nothing'), 'x').message).toBe(
      '\nFROM Nothing__c\n     ^\nERROR at Row:2:Column:6\nx',
    );
  });

  it('points behind the last character at the end', () => {
    expect(queryError('SELECT', 'MALFORMED_QUERY', 6, 'x').message).toBe(
      '\nSELECT\n      ^\nERROR at Row:1:Column:7\nx',
    );
    expect(queryError('SELECT\n', 'MALFORMED_QUERY', 7, 'x').message).toBe(
      '\n\n^\nERROR at Row:2:Column:1\nx',
    );
  });

  it('shows a piece of a word without end', () => {
    const query = 'x'.repeat(100_000);
    const [, shown, caret] = queryError(query, 'MALFORMED_QUERY', 50_000, 'x').message.split('\n');
    expect(shown?.length).toBe(120);
    expect(caret).toBe(`${' '.repeat(60)}^`);
  });
});
