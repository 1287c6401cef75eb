import { describe, expect, it } from 'vitest';
import { fillText, fillValue } from './references.js';

const answers = new Map<string, unknown>([
  ['a', { id: '001', count: 3, records: [{ Id: '002' }] }],
  ['b', { done: true }],
]);

describe('references', () => {
  it('are filled into texts', () => {
    expect(fillText('/x/@{a.id}/@{a.records[0].Id}', answers)).toBe('/x/001/002');
  });

  it('become the value itself when the text is nothing else', () => {
    expect(fillValue({ n: '@{a.count}', deep: [{ t: 'is @{b.done}' }], other: null }, answers)).toEqual({
      n: 3,
      deep: [{ t: 'is true' }],
      other: null,
    });
  });

  it.each(['@{c.id}', '@{a.nothing}', '@{a.records[1].Id}', '@{a.records}', '@{a.constructor}'])(
    '%s names nothing',
    (text) => {
      expect(() => fillText(text, answers)).toThrow();
    },
  );
});
