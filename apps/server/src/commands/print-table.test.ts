import { describe, expect, it } from 'vitest';
import { printTable } from './print-table.js';

describe('printTable', () => {
  it('names parents with dots, counts children, and cuts what is long', () => {
    const table = printTable([
      {
        attributes: {},
        Name: 'A',
        Owner: { attributes: {}, Name: 'Ruth' },
        Contacts: { totalSize: 2, records: [] },
      },
      { attributes: {}, Name: 'x'.repeat(100), Owner: null, Contacts: null },
    ]);
    const [head, , first, second] = table.split('\n');
    expect(head).toMatch(/^Name\s+Owner\.Name\s+Contacts\s+Owner$/);
    expect(first).toMatch(/^A\s+Ruth\s+2 records$/);
    expect(second).toMatch(/^x{59}…$/);
  });
});
