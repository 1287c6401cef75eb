import type { Locale, Messages } from '@muster/ui';
import { describe, expect, it } from 'vitest';
import { accountEn } from './account/en.js';
import { accountEs } from './account/es.js';
import { accountMessages } from './account/use-account-text.js';
import { applyEn } from './apply/en.js';
import { applyEs } from './apply/es.js';
import { applyMessages } from './apply/use-apply-text.js';
import { articlesEn } from './articles/en.js';
import { articlesEs } from './articles/es.js';
import { articleMessages } from './articles/use-article-text.js';
import { casesEn } from './cases/en.js';
import { casesEs } from './cases/es.js';
import { caseMessages } from './cases/use-case-text.js';
import { frameEn } from './frame/en.js';
import { frameEs } from './frame/es.js';
import { frameMessages } from './frame/use-frame-text.js';
import { myEn } from './my/en.js';
import { myEs } from './my/es.js';
import { myMessages } from './my/use-my-text.js';
import { vacanciesEn } from './vacancies/en.js';
import { vacanciesEs } from './vacancies/es.js';
import { vacancyMessages } from './vacancies/use-vacancy-text.js';

type Catalogue = Readonly<Record<string, string>>;

const areas: readonly (readonly [string, Catalogue, Catalogue, Messages<string>])[] = [
  ['account', accountEn, accountEs, accountMessages as Messages<string>],
  ['apply', applyEn, applyEs, applyMessages as Messages<string>],
  ['articles', articlesEn, articlesEs, articleMessages as Messages<string>],
  ['cases', casesEn, casesEs, caseMessages as Messages<string>],
  ['frame', frameEn, frameEs, frameMessages as Messages<string>],
  ['my', myEn, myEs, myMessages as Messages<string>],
  ['vacancies', vacanciesEn, vacanciesEs, vacancyMessages as Messages<string>],
];

/** Words of the trade that candidates never read. */
const tradeWords = /\b(requisition|disposition|adjudication|applicant|pipeline|SLA|ticket|portal user)\b/i;

describe.each(areas)('%s', (_name, en, es, messages) => {
  const keys = Object.keys(en);

  it('takes the same values and has the same tags in both languages', () => {
    const holes = (text = '') =>
      new Set([...text.matchAll(/\{(\w+)[,}]|<(\w+)>/g)].map(([, value, tag]) => value ?? tag));
    for (const key of keys) expect(holes(es[key]), key).toEqual(holes(en[key]));
  });

  it('can be said in both languages', () => {
    const values = Object.fromEntries(keys.flatMap((key) => namesIn(en[key] ?? '')).map((name) => [name, 2]));
    for (const locale of ['en', 'es'] satisfies Locale[]) {
      for (const key of keys.filter((each) => !/<\w+>/.test(en[each] ?? ''))) {
        expect(messages.format(locale, key, values).trim(), key).not.toBe('');
      }
    }
  });

  it('has no word of the trade', () => {
    for (const key of keys) expect(en[key], key).not.toMatch(tradeWords);
  });
});

function namesIn(text: string): readonly string[] {
  return [...text.matchAll(/\{(\w+)[,}]/g)].map(([, name]) => name ?? '');
}
