import { MusterError } from '@muster/kernel';
import { defineOperation, type Operation } from '@muster/records';
import { soql } from '@muster/soql';
import { z } from 'zod';
import type { ArticleView } from '../contract.js';
import {
  type ArticleRow,
  baseLanguage,
  PUBLISHED,
  preferredVersion,
  publishedOn,
  SUMMARY_FIELDS,
  topicLabel,
} from './article-rows.js';
import { renderArticle } from './render-article.js';

interface FullRow extends ArticleRow {
  readonly Body__c: string | null;
  readonly ArticleNumber: string;
  readonly VersionNumber: number;
  readonly Responsible_Unit__c: string | null;
}

const shape = z.object({ urlName: z.string().min(1).max(255), language: z.string().max(20).optional() });

/** One article in the reader's language, else in English, and in which languages it can be read. */
export const readArticle: Operation<z.output<typeof shape>, ArticleView> = defineOperation({
  name: 'article',
  method: 'GET',
  purpose: 'knowledge',
  permission: 'Read_Articles',
  input: shape,
  async run(session, { urlName, language = session.principal.language }) {
    const [first, ...more] = await session.rows<FullRow>(
      `SELECT ${SUMMARY_FIELDS}, Body__c, ArticleNumber, VersionNumber, Responsible_Unit__c FROM Knowledge__kav
       WHERE ${PUBLISHED} AND ${soql`UrlName = ${urlName}`} ORDER BY Language`,
    );
    if (first === undefined) throw new MusterError('NOT_FOUND', 'The requested resource does not exist');
    const row = preferredVersion([first, ...more], language);
    return {
      urlName: row.UrlName,
      title: row.Title,
      summary: row.Summary ?? '',
      snippet: null,
      topic: topicLabel(session, row.Topic__c, language),
      updatedOn: publishedOn(session, row),
      body: renderArticle(row.Body__c ?? ''),
      number: row.ArticleNumber,
      version: row.VersionNumber,
      owner: row.Responsible_Unit__c ?? '',
      asOf: new Date(session.now()).toISOString(),
      language: baseLanguage(row.Language),
      languages: [first, ...more].map((version) => baseLanguage(version.Language)),
    };
  },
});
