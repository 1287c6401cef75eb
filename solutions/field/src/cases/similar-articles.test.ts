import { expect, it } from 'vitest';
import { nearest } from './similar-articles.js';

const row = (UrlName: string, Title: string, Summary = '', Language = 'en_US') => ({
  UrlName,
  Title,
  Summary,
  Language,
});

it('puts most words in the title first and leaves out what only mentions them in passing', () => {
  const rows = [
    row('kit', 'Report lost kit', 'Radio, badge, boots'),
    row('boots', 'Dry and re-proof your boots', 'Wet boots'),
    row('pay', 'Your pay'),
  ];
  expect(nearest(rows, ['boots', 'dry'], 'en').map((each) => each.urlName)).toEqual(['boots', 'kit']);
});

it('names each article once, in the reader’s language', () => {
  const rows = [row('radio', 'Radio checks'), row('radio', 'Controles de radio', '', 'es')];
  expect(nearest(rows, ['radio'], 'es')).toEqual([{ urlName: 'radio', title: 'Controles de radio' }]);
  expect(nearest(rows, ['radio'], 'en')).toEqual([{ urlName: 'radio', title: 'Radio checks' }]);
});
