import { fc, test } from '@fast-check/vitest';
import { describe, expect, it } from 'vitest';
import { searchWords, significantWords, wordsOf } from './search-words.js';

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

describe('significantWords', () => {
  it('leaves out what every question holds', () => {
    expect(significantWords('How do I dry my boots?')).toEqual(['dry', 'boots']);
    expect(significantWords('¿Cómo puedo secar las botas?')).toEqual(['secar', 'botas']);
  });

  it('keeps common words when there are no others', () => {
    expect(significantWords('Who is it')).toEqual(['who', 'is', 'it']);
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
