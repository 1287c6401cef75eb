import { significantWords, wordsOf } from '@muster/kernel';
import { findObject } from '@muster/metadata';
import type { Session } from '@muster/records';
import { soql } from '@muster/soql';
import type { CaseView } from '../contract.js';

const MOST = 4;
const MOST_WORDS = 10;
/** Shorter words say too little about a case. */
const SHORTEST_WORD = 3;

interface FoundRow {
  readonly UrlName: string;
  readonly Title: string;
  readonly Summary: string | null;
  readonly Language: string;
}

/**
 * Published articles about what a subject is about, those with most of its words in title and summary first. None
 * where the reader may not read articles, or the org has none.
 */
export async function similarArticles(
  session: Session,
  subject: string,
): Promise<CaseView['similarArticles']> {
  const knowledge = findObject(session.snapshot, 'Knowledge__kav');
  const words = significantWords(subject)
    .filter((word) => word.length >= SHORTEST_WORD)
    .slice(0, MOST_WORDS);
  if (knowledge === undefined || !session.rights(knowledge).read || words.length === 0) return [];
  const anyWord = words.map((word) => soql`Search_Text__c LIKE ${`% ${word}%`}`).join(' OR ');
  const rows = await session.rows<FoundRow>(
    `SELECT UrlName, Title, Summary, Language FROM Knowledge__kav
     WHERE PublishStatus = 'Online' AND IsLatestVersion = true AND (${anyWord}) ORDER BY UrlName LIMIT 200`,
  );
  return nearest(rows, words, session.principal.language);
}

/** Each article once, in the reader's language where it was found in it. */
export function nearest(
  rows: readonly FoundRow[],
  words: readonly string[],
  language: string,
): { urlName: string; title: string }[] {
  const isReaders = (row: FoundRow) => Number(row.Language.slice(0, 2) === language.slice(0, 2));
  const scored = rows
    .map((row) => ({ row, score: score(row, words) }))
    .filter(({ score }) => score > 0)
    .sort((a, b) => b.score - a.score || isReaders(b.row) - isReaders(a.row));
  const byName = new Map<string, FoundRow>();
  for (const { row } of scored) {
    const known = byName.get(row.UrlName);
    if (known === undefined || isReaders(row) > isReaders(known)) byName.set(row.UrlName, row);
  }
  return [...byName.values()].slice(0, MOST).map((row) => ({ urlName: row.UrlName, title: row.Title }));
}

/** Words in the title count twice. */
function score(row: FoundRow, words: readonly string[]): number {
  return 2 * wordsIn(row.Title, words) + wordsIn(row.Summary ?? '', words);
}

function wordsIn(text: string, words: readonly string[]): number {
  const found = wordsOf(text);
  return words.filter((word) => found.some(({ plain }) => plain.startsWith(word))).length;
}
