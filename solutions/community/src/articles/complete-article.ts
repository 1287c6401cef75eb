import { MusterError, searchWords } from '@muster/kernel';
import type { RuleRecord, SaveRule, Session } from '@muster/records';
import { soql } from '@muster/soql';
import { plainText } from './render-article.js';

/** Letters, digits and single hyphens between them, as Knowledge asks of URL names. */
const URL_NAME = /^[a-z0-9]+(-[a-z0-9]+)*$/i;
const LONGEST_URL_NAME = 200;
const TEXTS = ['title', 'summary', 'body__c'];

/**
 * Completes every article that is saved: the key that makes it one per language, the words searches look for, the
 * number its translations share, and version and dates, which count publications.
 */
export const completeArticle: SaveRule = {
  object: 'Knowledge__kav',
  when: 'before',
  on: ['insert', 'update'],
  async run(batch, session) {
    const numbers = await numbersByUrlName(batch, session);
    for (const record of batch) {
      const urlName = after(record, 'urlname') ?? '';
      if (!URL_NAME.test(urlName) || urlName.length > LONGEST_URL_NAME) {
        record.refuse(badUrlName());
        continue;
      }
      record.values.set('article_key__c', `${urlName}.${after(record, 'language') ?? ''}`.toLowerCase());
      record.values.set('search_text__c', searchText(record));
      const number = record.previous === undefined ? numbers.get(urlName.toLowerCase()) : undefined;
      if (number !== undefined) record.values.set('articlenumber', number);
      completePublication(record, session.now());
    }
  },
};

/** Each word once, with a space before it, so that `% boot%` finds words that begin with `boot`. */
function searchText(record: RuleRecord): string {
  const texts = [
    after(record, 'title') ?? '',
    after(record, 'summary') ?? '',
    plainText(after(record, 'body__c') ?? ''),
  ];
  return ` ${searchWords(texts.join(' ')).join(' ')} `;
}

/** A publication is going online, or changing the text of what is online. */
function completePublication(record: RuleRecord, now: number): void {
  const { previous, values } = record;
  if (previous === undefined) values.set('versionnumber', '1');
  if (after(record, 'publishstatus') !== 'Online') return;
  const wasOnline = previous?.get('publishstatus') === 'Online';
  if (wasOnline && !TEXTS.some((name) => values.has(name) && values.get(name) !== previous?.get(name)))
    return;
  const at = previous === undefined ? (values.get('createddate') ?? storedInstant(now)) : storedInstant(now);
  values.set('lastpublisheddate', at);
  if (after(record, 'firstpublisheddate') === null) values.set('firstpublisheddate', at);
  else values.set('versionnumber', String(Number(previous?.get('versionnumber') ?? 0) + 1));
}

/** Numbers of articles that new records are further languages of. */
async function numbersByUrlName(
  batch: readonly RuleRecord[],
  session: Session,
): Promise<Map<string, string>> {
  const names = batch
    .filter((record) => record.previous === undefined)
    .map((record) => after(record, 'urlname') ?? '');
  if (names.length === 0) return new Map();
  const rows = await session.rows<{ UrlName: string; ArticleNumber: string }>(
    soql`SELECT UrlName, ArticleNumber FROM Knowledge__kav WHERE UrlName IN ${names}`,
  );
  return new Map(rows.map((row) => [row.UrlName.toLowerCase(), row.ArticleNumber]));
}

/** What a field will hold after the save. */
function after(record: RuleRecord, column: string): string | null {
  return (record.values.has(column) ? record.values.get(column) : record.previous?.get(column)) ?? null;
}

/** An instant as PostgreSQL writes it: whole seconds in UTC. */
function storedInstant(at: number): string {
  const iso = new Date(at).toISOString();
  return `${iso.slice(0, 10)} ${iso.slice(11, 19)}+00`;
}

function badUrlName(): MusterError {
  return new MusterError(
    'FIELD_INTEGRITY_EXCEPTION',
    `URL Name: letters, digits and single hyphens between them, at most ${LONGEST_URL_NAME} characters`,
    { fields: ['UrlName'] },
  );
}
