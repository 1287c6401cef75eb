import { searchWords } from '@muster/kernel';
import fc from 'fast-check';
import { expect, it } from 'vitest';
import { makeSnippet } from './snippet.js';

it('marks hits as they are written, whatever their accents and case', () => {
  expect(makeSnippet('Seque las BOTAS lejos del calor.', ['botas', 'calor'])).toBe(
    'Seque las ⟦BOTAS⟧ lejos del ⟦calor⟧.',
  );
  expect(makeSnippet('La batería', ['bateria'])).toBe('La ⟦batería⟧');
});

it('takes longer words that begin with a searched one', () => {
  expect(makeSnippet('Drying boots', ['dry', 'boot'])).toBe('⟦Drying⟧ ⟦boots⟧');
});

it('is null when nothing is found', () => {
  expect(makeSnippet('Nothing here', ['radio'])).toBeNull();
  expect(makeSnippet('', ['radio'])).toBeNull();
});

it('shows where most words stand together and says that there is more', () => {
  const text = `A radio. ${'filler '.repeat(60)}Check the radio at Skarn at 06:00. ${'more '.repeat(60)}`;
  const snippet = makeSnippet(text, ['radio', 'skarn', 'check']);
  expect(snippet).toMatch(/^….*⟦Check⟧ the ⟦radio⟧ at ⟦Skarn⟧ at 06:00.*…$/);
});

it('gives what the text says, of a length that fits, and never marks of its own', () => {
  const words = fc.array(fc.constantFrom('radio', 'Skarn', 'boots', 'x', 'Über', '⟦', '⟧', '—'), {
    maxLength: 120,
  });
  fc.assert(
    fc.property(words, fc.subarray(['radio', 'uber', 'boot']), (parts, searched) => {
      const text = parts.join(' ');
      const snippet = makeSnippet(text, searched);
      const isFound = searchWords(text).some((word) => searched.some((each) => word.startsWith(each)));
      expect(snippet !== null).toBe(isFound);
      if (snippet === null) return;
      expect(snippet).toContain('⟦');
      const bare = snippet.replace(/[⟦⟧…]/g, '');
      expect(text.replace(/[⟦⟧]/g, ' ')).toContain(bare);
      expect(bare.length).toBeLessThan(260);
    }),
  );
});
