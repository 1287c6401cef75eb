import { MusterError } from '@muster/kernel';
import { defineOperation, type Session } from '@muster/records';
import { soql } from '@muster/soql';
import { z } from 'zod';
import type { PostingSummary, PostingView } from '../contract/index.js';
import { given } from '../input-shapes.js';
import { type Words, wordsOf } from '../messages/words.js';
import { jobPostingJsonLd } from './job-posting-json-ld.js';
import { isOpenPosting, type PostingRow, postingFields, postingSummary, postingText } from './posting-row.js';
import { postingSections } from './posting-sections.js';
import { type RequirementsInWords, readInWords, type StepsInWords } from './words-of-a-posting.js';

/** GET postings: what is published and open, first to close first. */
export const postings = defineOperation({
  name: 'postings',
  method: 'GET',
  purpose: 'vacancies',
  permission: 'See_Vacancies',
  input: z.object({ language: given.language }),
  run: async (session, { language }): Promise<readonly PostingSummary[]> => {
    const words = wordsOf(session, language);
    const rows = await session.rows<PostingRow>(
      soql`SELECT ${postingFields} FROM RecruitmentPosting WHERE Published__c = true AND State__c = 'Open'
        AND Closes_At__c > ${{ dateTime: session.now() }} ORDER BY Closes_At__c, Name`,
    );
    return rows.map((row) => postingSummary(row, words));
  },
});

/** GET posting */
export const posting = defineOperation({
  name: 'posting',
  method: 'GET',
  purpose: 'vacancies',
  permission: 'See_Vacancies',
  input: z.object({ number: given.text(30), language: given.language }),
  run: async (session, { number, language }): Promise<PostingView> => {
    const words = wordsOf(session, language);
    const [row] = await session.rows<PostingRow>(
      soql`SELECT ${postingFields} FROM RecruitmentPosting WHERE Name = ${number} AND Published__c = true`,
    );
    if (row === undefined) throw new MusterError('NOT_FOUND', words.say('error.no_posting'));
    return postingView(row, words, session.now(), await ownApplication(session, row.Id));
  },
});

function postingView(row: PostingRow, words: Words, now: number, own: string | null): PostingView {
  const steps = readInWords<StepsInWords>(row.Steps_In_Words__c, []);
  const requirements = readInWords<RequirementsInWords>(row.Requirements__c, []);
  return {
    ...postingSummary(row, words),
    sections: postingSections(postingText(words, { ...row }, 'Body'), words.say('posting.about')),
    requirements: requirements.map((each) => words.label(each)),
    whatHappens: steps.map(({ title, days }) => ({
      title: words.label(title),
      usually: days === null ? null : usualText(words, days),
    })),
    open: isOpenPosting(row, now),
    minutesToApply: row.Minutes__c ?? 15,
    jsonLd: jobPostingJsonLd(row, words),
    myApplicationId: own,
  };
}

/** Planned length of a step in words: days up to two weeks, weeks up to two months, then months. */
function usualText(words: Words, days: number): string {
  if (days <= 14) return words.count('usually.days', days);
  return days <= 60
    ? words.count('usually.weeks', Math.round(days / 7))
    : words.count('usually.months', Math.round(days / 30));
}

/** The newest application of a signed-in candidate to this posting. */
async function ownApplication(session: Session, postingId: string): Promise<string | null> {
  const { contactId } = session.principal;
  if (contactId === undefined) return null;
  const [row] = await session.rows<{ Id: string }>(
    soql`SELECT Id FROM ApplicationForm WHERE Posting__c = ${postingId} AND Contact__c = ${contactId} ORDER BY Id DESC LIMIT 1`,
  );
  return row?.Id ?? null;
}
