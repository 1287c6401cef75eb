import { describe, expect, it } from 'vitest';
import { parseSoql } from './parse-soql.js';
import { queryShape } from './query-shape.js';

const shape = (query: string) => queryShape(parseSoql(query));

describe('queryShape', () => {
  it('is one for queries that differ in values only', () => {
    const one = shape("SELECT Id FROM A WHERE Name LIKE 'a%' AND Size__c > 5 AND d = TODAY LIMIT 10");
    const other = shape(
      "select Id from A where Name like 'b' and Size__c > -1.5 and d = LAST_N_DAYS:3 limit 2",
    );
    expect(one.text).toBe(
      'SELECT Id FROM A WHERE Name LIKE :String AND Size__c > :Number AND d = :DateRange LIMIT :Number',
    );
    expect(other.text).toBe(one.text);
    expect(other.parameters).toMatchObject([{ value: 'b' }, { text: '-1.5' }, { count: 3 }, { text: '2' }]);
  });

  it('differs by the kind of a value and by NULL', () => {
    const texts = [
      '1',
      "'1'",
      'TRUE',
      'NULL',
      '2026-01-01',
      '2026-01-01T00:00:00Z',
      '08:00:00Z',
      'USD1',
      'TODAY',
    ].map((value) => shape(`SELECT Id FROM A WHERE a = ${value}`).text);
    expect(new Set(texts).size).toBe(texts.length);
  });

  it('takes a list of one kind as one parameter', () => {
    const one = shape("SELECT Id FROM A WHERE a IN ('x') AND b INCLUDES ('y', 'z')");
    const other = shape("SELECT Id FROM A WHERE a IN ('p', 'q', 'r') AND b INCLUDES ('s')");
    expect(one.text).toBe('SELECT Id FROM A WHERE a IN (:String...) AND b INCLUDES (:String...)');
    expect(other.text).toBe(one.text);
    expect(other.parameters).toMatchObject([
      [{ value: 'p' }, { value: 'q' }, { value: 'r' }],
      [{ value: 's' }],
    ]);
  });

  it('takes a mixed list apart', () => {
    const { text, parameters } = shape("SELECT Id FROM A WHERE a IN ('x', NULL, 1)");
    expect(text).toBe('SELECT Id FROM A WHERE a IN (:String, NULL, :Number)');
    expect(parameters).toHaveLength(2);
  });

  it('gives the nodes of the query itself, subqueries included, in the order of the text', () => {
    const query = parseSoql(
      "SELECT Id, (SELECT Id FROM Bs WHERE b = 1 LIMIT 2) FROM A WHERE a IN (SELECT x FROM C WHERE c = 'three') OFFSET 4",
    );
    const { parameters } = queryShape(query);
    expect(parameters).toMatchObject([{ text: '1' }, { text: '2' }, { value: 'three' }, { text: '4' }]);
    expect(parameters[3]).toBe(query.offset);
  });

  it('can not be forged by a text', () => {
    expect(shape("SELECT Id FROM A WHERE a = ':String'").text).toBe('SELECT Id FROM A WHERE a = :String');
    expect(() => parseSoql('SELECT Id FROM A WHERE a = :String')).toThrow();
  });
});
