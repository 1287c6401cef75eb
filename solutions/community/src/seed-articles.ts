import { readdir, readFile } from 'node:fs/promises';
import type { FieldValues, Session } from '@muster/records';

const FOLDER = new URL('../seed/articles/', import.meta.url);
const DAY = 86_400_000;
const LANGUAGES: Readonly<Record<string, string>> = { en: 'en_US', es: 'es' };
const HEADER = /^---\n(.*?)\n---\n+(.*)$/s;

/** An article as its file holds it: `name.language.md`, a header of `key: value` lines, then Markdown. */
export interface SeedArticle {
  readonly urlName: string;
  readonly language: string;
  readonly header: ReadonlyMap<string, string>;
  readonly body: string;
}

/** The articles of the demo agency, English before other languages, which then share the English number. */
export async function readSeedArticles(): Promise<SeedArticle[]> {
  const names = (await readdir(FOLDER)).filter((name) => name.endsWith('.md')).sort();
  const articles = await Promise.all(
    names.map(async (name) => parseArticle(name, await readFile(new URL(name, FOLDER), 'utf8'))),
  );
  return articles.sort((a, b) => Number(b.language === 'en_US') - Number(a.language === 'en_US'));
}

/**
 * Publishes those of the demo agency's articles that the org does not have, as of the day their files say. `session`
 * has all rights. @throws MusterError when one cannot be saved.
 */
export async function seedArticles(session: Session): Promise<void> {
  const stored = await session.rows<{ Article_Key__c: string }>('SELECT Article_Key__c FROM Knowledge__kav');
  const known = new Set(stored.map((row) => row.Article_Key__c));
  for (const article of await readSeedArticles()) {
    if (known.has(`${article.urlName}.${article.language}`.toLowerCase())) continue;
    await session.create('Knowledge__kav', articleValues(article, session.now()));
  }
}

function articleValues({ urlName, language, header, body }: SeedArticle, now: number): FieldValues {
  const audience = header.get('audience');
  const at = new Date(now - Number(header.get('daysAgo')) * DAY).toISOString();
  return {
    UrlName: urlName,
    Language: language,
    Title: header.get('title'),
    Summary: header.get('summary'),
    Topic__c: header.get('topic'),
    Responsible_Unit__c: header.get('unit'),
    Body__c: body,
    PublishStatus: 'Online',
    ValidationStatus: 'Validated',
    IsVisibleInPkb: audience === 'public',
    IsVisibleInCsp: audience === 'public' || audience === 'signed-in',
    IsVisibleInPrm: true,
    CreatedDate: at,
    LastModifiedDate: at,
  };
}

function parseArticle(fileName: string, text: string): SeedArticle {
  const [urlName = '', code = ''] = fileName.split('.');
  const language = LANGUAGES[code];
  const [, head, body] = HEADER.exec(text) ?? [];
  if (language === undefined || head === undefined || body === undefined)
    throw new Error(`${fileName} is no article`);
  const header = new Map(
    head
      .split('\n')
      .map((line) => [line.slice(0, line.indexOf(':')), line.slice(line.indexOf(':') + 1).trim()]),
  );
  return { urlName, language, header, body };
}
