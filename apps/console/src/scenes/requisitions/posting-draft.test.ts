import { expect, it } from 'vitest';
import { blankPosting, type PostingDraft, postingFaults, postingOf } from './posting-draft.js';

const both = (text: string) => ({ en: text, es: text });
const whole: PostingDraft = {
  ...blankPosting,
  title: both('Field officer'),
  summary: both('Watch the coast.'),
  description: both('## The work'),
  location: 'Ellery',
  payMin: 52_000,
  payMax: 61_000,
  closesDay: '2027-02-14',
  timeZone: 'America/New_York',
  questionnaireKey: 'field-officer',
};

it('finds nothing wrong with a whole posting, and publishes it by the wall clock', () => {
  expect(postingFaults(whole, '2026-11-25')).toEqual({});
  expect(postingOf(whole, 'r1')).toMatchObject({
    requisitionId: 'r1',
    closesAtLocal: '2027-02-14T23:59',
    timeZone: 'America/New_York',
  });
});

it('names every text that is missing in either language', () => {
  expect(postingFaults({ ...whole, title: { en: 'Field officer', es: ' ' } }, '2026-11-25')).toEqual({
    'title.es': 'missing',
  });
});

it('wants the higher amount last and a closing day to come', () => {
  expect(postingFaults({ ...whole, payMax: 50_000, closesDay: '2026-11-24' }, '2026-11-25')).toEqual({
    payMax: 'payOrder',
    closesDay: 'past',
  });
});
