import type { Session } from '@muster/records';
import { soql } from '@muster/soql';
import type { Choice } from '../contract/index.js';
import type { Words } from '../messages/words.js';
import { postingText } from '../postings/posting-row.js';

/** The published postings to choose from, newest first, by number. */
export async function postingChoices(session: Session, words: Words): Promise<readonly Choice[]> {
  const rows = await session.rows<{ Name: string; Title__c: string; Title_es__c: string | null }>(
    soql`SELECT Name, Title__c, Title_es__c FROM RecruitmentPosting WHERE Published__c = true ORDER BY Name DESC LIMIT 200`,
  );
  return rows.map((row) => ({
    value: row.Name,
    label: `${postingText(words, { ...row }, 'Title')} (${row.Name})`,
  }));
}
