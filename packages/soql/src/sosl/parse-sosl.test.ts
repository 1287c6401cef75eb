import { MusterError } from '@muster/kernel';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { SearchExpression } from './ast.js';
import { parseSosl } from './parse-sosl.js';

/** An expression as text, every part in brackets. */
function show(expression: SearchExpression): string {
  switch (expression.kind) {
    case 'SearchPhrase':
      return expression.words
        .map((word) =>
          word
            .map((piece) => (piece.kind === 'Text' ? piece.text : piece.kind === 'Any' ? '*' : '?'))
            .join(''),
        )
        .join('_');
    case 'SearchAndNot':
      return `[${show(expression.left)} - ${show(expression.right)}]`;
    default:
      return `[${expression.operands.map(show).join(expression.kind === 'SearchAnd' ? ' & ' : ' | ')}]`;
  }
}

describe('FIND', () => {
  it.each([
    ['Joe', 'joe'],
    ['joe smith', '[joe & smith]'],
    ['joe AND smith or "María Peña"', '[[joe & smith] | maria_pena]'],
    ['a1 OR b2 AND c3', '[a1 | [b2 & c3]]'],
    ['(a1 OR b2) AND NOT c3', '[[a1 | b2] - c3]'],
    ['joe NOT smith', '[joe - smith]'],
    ['FI-114, sm?th*', '[fi_114 & sm?th*]'],
    ['joe \\AND mary\\*', '[[joe & and] & mary]'],
    ['acme \\{inc\\}', '[acme & inc]'],
    ['"joe } smith"', 'joe_smith'],
    ['acme & co', '[acme & co]'],
  ])('{%s}', (text, expected) => {
    expect(show(parseSosl(`FIND {${text}}`).find)).toBe(expected);
  });

  it('is read or refused, whatever it holds', () => {
    const words = fc.constantFrom(
      'AND',
      'OR',
      'NOT',
      '(',
      ')',
      '"',
      '\\',
      '*',
      '?',
      'joe',
      ' ',
      '{',
      '}',
      'é',
    );
    const text = fc.oneof(
      fc.string({ unit: 'grapheme' }),
      fc.array(words).map((list) => list.join(' ')),
    );
    fc.assert(
      fc.property(text, (find) => {
        try {
          parseSosl(`FIND {${find}} RETURNING Account(Id)`);
        } catch (failure) {
          expect(failure).toBeInstanceOf(MusterError);
          expect((failure as MusterError).code).toBe('MALFORMED_SEARCH');
        }
      }),
      { numRuns: 1_000 },
    );
  });
});

describe('RETURNING', () => {
  it('reads objects, their fields, conditions, orders and limits', () => {
    const search = parseSosl(
      "find {acme} in sidebar fields returning Contact, Account(Id, Owner.Name where Name like 'A%' order by Name desc limit 5 offset 2) with spell_correction = false limit 20",
    );
    expect(search).toMatchObject({ group: 'NAME', limit: 20, unsupported: [] });
    expect(search.returning.map((query) => query.from[0]?.path.names[0]?.text)).toEqual([
      'Contact',
      'Account',
    ]);
    expect(search.returning[1]).toMatchObject({
      where: { kind: 'Comparison', operator: 'LIKE' },
      orderBy: [{ direction: 'DESC' }],
      limit: { text: '5' },
      offset: { text: '2' },
    });
  });

  it('points at what it cannot read', () => {
    expect(() => parseSosl('FIND {acme} RETURNING Account(Id')).toThrow(/ERROR at Row:1:Column:33/);
    expect(() => parseSosl('FIND {acme} RETURNING')).toThrow(/unexpected token: '<EOF>'/);
    expect(() => parseSosl('FIND {acme} nonsense')).toThrow(/unexpected token: 'nonsense'/);
  });

  it('names the clauses that are not computed', () => {
    expect(parseSosl("FIND {acme} WITH NETWORK = 'x' LIMIT 3").unsupported).toMatchObject([
      { text: 'NETWORK' },
    ]);
    expect(parseSosl('FIND {acme} UPDATE TRACKING').unsupported).toMatchObject([{ text: 'UPDATE' }]);
    expect(parseSosl('FIND {acme} WITH SNIPPET (target_length=120)').unsupported).toMatchObject([
      { text: 'SNIPPET' },
    ]);
  });
});
