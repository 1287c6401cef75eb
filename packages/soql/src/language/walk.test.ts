import { describe, expect, it } from 'vitest';
import type { SoqlNode } from './ast.js';
import { parseSoql } from './parse-soql.js';
import { walk } from './walk.js';

const query = parseSoql(
  `SELECT Id x, MAX(Amount) m, FIELDS(ALL), TYPEOF Owner WHEN User THEN Alias ELSE Name END, (SELECT Id FROM Contacts)
   FROM Account a, a.Owner o USING SCOPE mine
   WHERE (NOT a = 1) AND (b IN ('x', NULL) OR c NOT IN (SELECT Id FROM C)) AND d INCLUDES ('y')
     AND DISTANCE(p, GEOLOCATION(1, 2), 'mi') < 3 AND e = TODAY
   WITH DATA CATEGORY Geography__c AT (usa__c, mexico__c)
   GROUP BY Type HAVING COUNT(Id) > 1 ORDER BY Type LIMIT 1 OFFSET 2`,
);

describe('walk', () => {
  it('reaches every node of the tree once, in the order of the text', () => {
    const walked: SoqlNode[] = [];
    walk(query, (node) => {
      walked.push(node);
      return undefined;
    });
    expect(walked).toEqual(nodesIn(query));
  });

  it('keeps out of a node when told', () => {
    const kinds: string[] = [];
    walk(query, (node) => {
      kinds.push(node.kind);
      return node.kind !== 'SubqueryItem' && node.kind !== 'SemiJoin';
    });
    expect(kinds.filter((kind) => kind === 'SelectQuery')).toHaveLength(1);
  });
});

/** Every object with a kind in the JSON, found without knowing the kinds. */
function nodesIn(value: unknown): readonly SoqlNode[] {
  if (Array.isArray(value)) return value.flatMap(nodesIn);
  if (typeof value !== 'object' || value === null) return [];
  const inside = Object.values(value).flatMap(nodesIn);
  return 'kind' in value ? [value as SoqlNode, ...inside] : inside;
}
