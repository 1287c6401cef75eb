import { dayInZone } from '@muster/kernel';
import { findField, findObject, parseInstant, picklistLabel } from '@muster/metadata';
import type { Session } from '@muster/records';

/** One language version of a published article, as queries select it. */
export interface ArticleRow {
  readonly UrlName: string;
  readonly Language: string;
  readonly Title: string;
  readonly Summary: string | null;
  readonly Topic__c: string | null;
  readonly LastPublishedDate: string | null;
}

export const SUMMARY_FIELDS = 'UrlName, Language, Title, Summary, Topic__c, LastPublishedDate';

/** What readers get: published, and not a version that a later one replaced. Who may read it is the session's to add. */
export const PUBLISHED = "PublishStatus = 'Online' AND IsLatestVersion = true";

/** `en` of `en_US`: articles exist once in a language, whatever the country. */
export function baseLanguage(language: string): string {
  return language.toLowerCase().split(/[_-]/)[0] ?? language;
}

/** The version a reader of a language gets: in that language, else in English, else the one there is. */
export function preferredVersion<Row extends { readonly Language: string }>(
  versions: readonly [Row, ...Row[]],
  language: string,
): Row {
  const inLanguage = (wanted: string) => versions.find((row) => baseLanguage(row.Language) === wanted);
  return inLanguage(baseLanguage(language)) ?? inLanguage('en') ?? versions[0];
}

/** The day an article was last published where the reader is, `2026-11-03`; '' when it never was. */
export function publishedOn(session: Session, row: Pick<ArticleRow, 'LastPublishedDate'>): string {
  const at = row.LastPublishedDate === null ? undefined : parseInstant(row.LastPublishedDate);
  if (at === undefined) return '';
  return dayInZone(at, session.principal.timeZone);
}

/** A topic in the words of a language. */
export function topicLabel(session: Session, topic: string | null, language: string): string | null {
  const object = findObject(session.snapshot, 'Knowledge__kav');
  const field = object && findField(object, 'Topic__c');
  if (topic === null || object === undefined || field === undefined) return topic;
  return picklistLabel(session.snapshot, object, field, topic, language);
}
