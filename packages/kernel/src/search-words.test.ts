import { fc, test } from '@fast-check/vitest';
import { describe, expect, it } from 'vitest';
import { searchWords, wordsOf } from './search-words.js';

describe('searchWords', () => {
  it('takes case and accents off', () => {
    expect(searchWords('Batería de la RADIO, niño')).toEqual(['bateria', 'de', 'la', 'radio', 'nino']);
  });

  it('sees composed and decomposed letters as the same', () => {
    expect(searchWords('café')).toEqual(searchWords('cafe\u0301'));
  });

  it('splits at anything that is neither letter nor digit, and names a word once', () => {
    expect(searchWords('FI-114, “FI-114” (v4)!')).toEqual(['fi', '114', 'v4']);
  });

  it('finds no words in punctuation', () => {
    expect(searchWords(' …—¿? ')).toEqual([]);
  });
});

describe('wordsOf', () => {
  it('says where a word stands in the text as it was written', () => {
    const text = '¡Señal perdida!';
    const words = wordsOf(text);
    expect(words.map(({ start, end }) => text.slice(start, end))).toEqual(['Señal', 'perdida']);
  });

  test.prop([fc.string({ unit: 'binary' })])('gives words in order that do not overlap', (text) => {
    let last = 0;
    for (const { start, end, plain } of wordsOf(text)) {
      expect(start).toBeGreaterThanOrEqual(last);
      expect(end).toBeGreaterThan(start);
      expect(plain.length).toBeGreaterThan(0);
      last = end;
    }
  });
});
