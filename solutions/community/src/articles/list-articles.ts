import { fold, MusterError, significantWords } from '@muster/kernel';
import { findField, findObject } from '@muster/metadata';
import { defineOperation, type Operation, type Session } from '@muster/records';
import { soql } from '@muster/soql';
import { z } from 'zod';
import type { ArticleList, ArticleSummary } from '../contract.js';
import {
  type ArticleRow,
  baseLanguage,
  PUBLISHED,
  preferredVersion,
  publishedOn,
  SUMMARY_FIELDS,
  topicLabel,
} from './article-rows.js';
import { rankOf } from './rank.js';
import { plainText } from './render-article.js';
import { makeSnippet } from './snippet.js';

const MOST_SHOWN = 50;
const MOST_WORDS = 12;

const shape = z.object({
  search: z.string().max(500).default(''),
  topic: z.string().max(255).default(''),
  language: z.string().max(20).optional(),
});

/**
 * Articles the reader may see that hold every significant word of the search, best match first; without a search all,
 * newest first. `total` counts them, the first 50 are listed.
 */
export const listArticles: Operation<z.output<typeof shape>, ArticleList> = defineOperation({
  name: 'articles',
  method: 'GET',
  purpose: 'knowledge',
  permission: 'Read_Articles',
  input: shape,
  async run(session, input) {
    const language = input.language ?? session.principal.language;
    const searched = significantWords(input.search).slice(0, MOST_WORDS);
    const hasNoWords = searched.length === 0 && input.search.trim() !== '';
    const topic = input.topic === '' ? undefined : topicValue(session, input.topic);
    const found = hasNoWords ? [] : await findArticles(session, searched, topic);
    const names = inOrder(found, searched);
    const shown = await showArticles(session, names.slice(0, MOST_SHOWN), searched, language);
    return { total: names.length, topics: await topicsInUse(session, language), articles: shown };
  },
});

async function findArticles(
  session: Session,
  searched: readonly string[],
  topic: string | undefined,
): Promise<ArticleRow[]> {
  const conditions = [
    PUBLISHED,
    ...(topic === undefined ? [] : [soql`Topic__c = ${topic}`]),
    ...searched.map((word) => soql`Search_Text__c LIKE ${`% ${word}%`}`),
  ];
  return session.rows<ArticleRow>(
    `SELECT ${SUMMARY_FIELDS} FROM Knowledge__kav WHERE ${conditions.join(' AND ')} ORDER BY LastPublishedDate DESC, Title`,
  );
}

/** URL names, each once, by the rank of the best language version; equal ones stay newest first. */
function inOrder(found: readonly ArticleRow[], searched: readonly string[]): string[] {
  const ranks = new Map<string, number>();
  for (const row of found) {
    const rank = rankOf({ title: row.Title, summary: row.Summary ?? '' }, searched);
    const name = nameOf(row);
    ranks.set(name, Math.min(rank, ranks.get(name) ?? rank));
  }
  return [...ranks].sort(([, a], [, b]) => a - b).map(([name]) => name);
}

/** URL names are the same whatever their case. */
function nameOf(row: ArticleRow): string {
  return row.UrlName.toLowerCase();
}

async function showArticles(
  session: Session,
  names: readonly string[],
  searched: readonly string[],
  language: string,
): Promise<ArticleSummary[]> {
  if (names.length === 0) return [];
  const rows = await session.rows<ArticleRow & { readonly Body__c: string | null }>(
    `SELECT ${SUMMARY_FIELDS}, Body__c FROM Knowledge__kav WHERE ${PUBLISHED} AND ${soql`UrlName IN ${names}`}`,
  );
  return names.flatMap((name) => {
    const [first, ...more] = rows.filter((row) => nameOf(row) === name);
    if (first === undefined) return [];
    const row = preferredVersion([first, ...more], language);
    return [
      {
        urlName: row.UrlName,
        title: row.Title,
        summary: row.Summary ?? '',
        snippet: searched.length === 0 ? null : makeSnippet(plainText(row.Body__c ?? ''), searched),
        topic: topicLabel(session, row.Topic__c, language),
        updatedOn: publishedOn(session, row),
        language: baseLanguage(row.Language),
      },
    ];
  });
}

/** Topics of the articles the reader may see, in the order of the picklist. */
async function topicsInUse(session: Session, language: string): Promise<string[]> {
  const rows = await session.rows<{ Topic__c: string | null }>(
    `SELECT Topic__c FROM Knowledge__kav WHERE ${PUBLISHED} GROUP BY Topic__c`,
  );
  const used = new Set(rows.map((row) => row.Topic__c));
  return topicValues(session)
    .filter(({ value }) => used.has(value))
    .map(({ value }) => topicLabel(session, value, language) ?? value);
}

function topicValues(session: Session) {
  const object = findObject(session.snapshot, 'Knowledge__kav');
  return (object && findField(object, 'Topic__c')?.picklist?.values) ?? [];
}

/** The topic a client means, by its value or by its label in any language. @throws MusterError INVALID_INPUT */
function topicValue(session: Session, text: string): string {
  const languages = ['en', ...session.snapshot.translations.keys()];
  const meant = topicValues(session).find(({ value }) =>
    [value, ...languages.map((language) => topicLabel(session, value, language) ?? value)].some(
      (name) => fold(name) === fold(text),
    ),
  );
  if (meant !== undefined) return meant.value;
  throw new MusterError('INVALID_INPUT', `There is no topic ${text}`, { fields: ['topic'] });
}
