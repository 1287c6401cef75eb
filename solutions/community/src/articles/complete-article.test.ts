import type { MusterError } from '@muster/kernel';
import type { RuleRecord, Session } from '@muster/records';
import { expect, it } from 'vitest';
import { completeArticle } from './complete-article.js';

const NOON = Date.UTC(2026, 10, 3, 12);
const session = { now: () => NOON, rows: async () => [] as unknown[] } as unknown as Session;

interface Tested extends RuleRecord {
  readonly refusals: MusterError[];
}

function record(values: Record<string, string | null>, previous?: Record<string, string | null>): Tested {
  const refusals: MusterError[] = [];
  return {
    id: undefined,
    values: new Map(Object.entries(values)),
    previous: previous && new Map(Object.entries(previous)),
    refuse: (error) => refusals.push(error),
    refusals,
  };
}

async function complete(...args: Parameters<typeof record>): Promise<Tested> {
  const tested = record(...args);
  await completeArticle.run([tested], session);
  return tested;
}

it('keeps the words of title, summary and text without case, accents and markup', async () => {
  const { values } = await complete({
    urlname: 'secar-botas',
    language: 'es',
    title: 'Botas húmedas',
    summary: null,
    body__c: '**Seque** las <b>BOTAS</b>',
    publishstatus: 'Draft',
  });
  expect(values.get('search_text__c')).toBe(' botas humedas seque las ');
  expect(values.get('article_key__c')).toBe('secar-botas.es');
  expect(values.get('versionnumber')).toBe('1');
  expect(values.has('lastpublisheddate')).toBe(false);
});

it('counts publications', async () => {
  const draft = {
    urlname: 'x',
    language: 'es',
    title: 'A',
    publishstatus: 'Draft',
    versionnumber: '1',
    firstpublisheddate: null,
  };
  const first = await complete({ publishstatus: 'Online' }, draft);
  expect(first.values.get('firstpublisheddate')).toBe('2026-11-03 12:00:00+00');
  expect(first.values.has('versionnumber')).toBe(false);

  const online = { ...draft, publishstatus: 'Online', firstpublisheddate: '2026-10-01 08:00:00+00' };
  const changed = await complete({ title: 'B' }, online);
  expect(changed.values.get('versionnumber')).toBe('2');
  expect(changed.values.get('lastpublisheddate')).toBe('2026-11-03 12:00:00+00');

  const retagged = await complete({ topic__c: 'Equipment', title: 'A' }, online);
  expect(retagged.values.has('versionnumber')).toBe(false);
  expect(retagged.values.has('lastpublisheddate')).toBe(false);
});

it('refuses names that would not stand in an address', async () => {
  for (const urlname of ['', 'two words', '-x', 'a/b', 'ñ', 'x'.repeat(201)]) {
    const { refusals } = await complete({ urlname, language: 'es', title: 'A' });
    expect(refusals.map((error) => error.fields)).toEqual([['UrlName']]);
  }
});
