import { expect, it } from 'vitest';
import { soqlContains, soqlText } from './soql-text.js';

it('lets no text end its quotes', () => {
  expect(soqlText("O'Hara \\")).toBe("'O\\'Hara \\\\'");
});

it('takes the signs of a pattern as they are', () => {
  expect(soqlContains("50%_'")).toBe("'%50\\%\\_\\'%'");
});
