import { expect, it } from 'vitest';
import { plainText, renderArticle } from './articles/render-article.js';
import { readSeedArticles } from './seed-articles.js';

it('has every article in English and in Spanish, with the same facts about it', async () => {
  const articles = await readSeedArticles();
  const english = articles.filter((article) => article.language === 'en_US');
  const spanish = articles.filter((article) => article.language === 'es');
  expect(english.length).toBeGreaterThanOrEqual(5);
  expect(spanish.map((article) => article.urlName)).toEqual(english.map((article) => article.urlName));
  for (const [i, article] of english.entries()) {
    for (const key of ['topic', 'audience', 'daysAgo']) {
      expect(article.header.get(key)).toBe(spanish[i]?.header.get(key));
    }
  }
});

it('has what a reader needs and nothing that is lost when it is shown', async () => {
  for (const { header, body, urlName } of await readSeedArticles()) {
    expect([...header.keys()], urlName).toEqual(['title', 'summary', 'topic', 'unit', 'audience', 'daysAgo']);
    expect(['public', 'signed-in', 'members'], urlName).toContain(header.get('audience'));
    expect(renderArticle(body), urlName).toContain('<h2>');
    expect(plainText(body), urlName).not.toMatch(/[<>|#*]/);
  }
});
