import { describe, expect, it } from 'vitest';
import { wordsIn } from '../messages/words.js';
import { readProcessTemplates } from '../templates/load-templates.js';
import { jobPostingJsonLd } from './job-posting-json-ld.js';
import { isOpenPosting, type PostingRow, postingSummary } from './posting-row.js';
import { postingSections } from './posting-sections.js';
import { stepsInWords } from './words-of-a-posting.js';

const now = Date.parse('2026-11-02T09:00:00Z');
const words = wordsIn({ language: 'en', timeZone: 'UTC', now });

const row: PostingRow = {
  Id: '1Qp000000000001AAA',
  Name: 'P-0001',
  State__c: 'Open',
  Published__c: true,
  Title__c: 'Field officer',
  Title_es__c: 'Agente de campo',
  Summary__c: 'Rescue people.',
  Summary_es__c: null,
  Body__c: 'Work <outside> & in.\n\n## Offer\nA paid academy.',
  Body_es__c: null,
  Steps_In_Words__c: null,
  Requirements__c: null,
  Minutes__c: 15,
  Location__c: 'Ellery Coast',
  Pay_Min__c: 48_000,
  Pay_Max__c: 61_000,
  Pay_Period__c: 'YEAR',
  Currency__c: 'USD',
  Employment_Type__c: 'SEASONAL',
  Published_At__c: '2026-11-01T08:00:00.000+0000',
  Closes_At__c: '2027-02-15T04:59:00.000+0000',
  Closes_At_Local__c: '2027-02-14T23:59',
  Time_Zone__c: 'America/New_York',
  Agency__c: 'Marrenfell Border and Rescue Service',
};

describe('JobPosting', () => {
  const jsonLd = jobPostingJsonLd(row, words);

  it('has what search engines require', () => {
    for (const property of ['title', 'description', 'datePosted', 'hiringOrganization', 'jobLocation']) {
      expect(jsonLd[property], property).toBeTruthy();
    }
    expect(jsonLd).toMatchObject({
      '@context': 'https://schema.org/',
      '@type': 'JobPosting',
      datePosted: '2026-11-01',
      validThrough: '2027-02-14T23:59:00-05:00',
      employmentType: 'TEMPORARY',
      directApply: true,
      identifier: { '@type': 'PropertyValue', value: 'P-0001' },
      baseSalary: { currency: 'USD', value: { minValue: 48_000, maxValue: 61_000, unitText: 'YEAR' } },
    });
  });

  it('describes the job in HTML that is only markup of ours', () => {
    expect(jsonLd.description).toBe(
      '<p>Rescue people.</p><p>Work &lt;outside&gt; &amp; in.</p><h3>Offer</h3><p>A paid academy.</p>',
    );
  });
});

describe('a posting', () => {
  it('closes at its instant, and is not open when it is a draft', () => {
    const closing = Date.parse('2027-02-15T04:59:00Z');
    expect(isOpenPosting(row, closing - 1)).toBe(true);
    expect(isOpenPosting(row, closing)).toBe(false);
    expect(isOpenPosting({ ...row, State__c: 'Draft' }, now)).toBe(false);
    expect(isOpenPosting({ ...row, Published__c: false }, now)).toBe(false);
  });

  it('says in words what it pays and until when it is open', () => {
    expect(postingSummary(row, words)).toMatchObject({
      pay: '$48,000 to $61,000 a year',
      employmentType: 'For a season',
      closesInWords: 'Open until 14 Feb 2027, 23:59 (America/New York)',
    });
    const byHour = { ...row, Pay_Min__c: 17.5, Pay_Max__c: 21, Pay_Period__c: 'HOUR' as const };
    expect(postingSummary(byHour, words).pay).toBe('$17.50 to $21.00 an hour');
    expect(jobPostingJsonLd(byHour, words).baseSalary).toMatchObject({ value: { unitText: 'HOUR' } });
    const one = { ...row, Pay_Min__c: null, Pay_Period__c: null };
    expect(postingSummary(one, words).pay).toBe('$61,000 a year');
    const spanish = wordsIn({ language: 'es', timeZone: 'UTC', now });
    expect(postingSummary(row, spanish)).toMatchObject({
      title: 'Agente de campo',
      summary: 'Rescue people.',
    });
  });

  it('has sections by headings', () => {
    expect(postingSections(row.Body__c ?? '', 'About')).toEqual([
      { heading: 'About', body: 'Work <outside> & in.' },
      { heading: 'Offer', body: 'A paid academy.' },
    ]);
    expect(postingSections('', 'About')).toEqual([]);
  });

  it('tells what happens up to the first day, in no word of the trade', async () => {
    for (const version of await readProcessTemplates()) {
      const steps = stepsInWords(version);
      expect(steps.at(-1)?.title.en).toBe('Your first day');
      for (const { title } of steps)
        expect(title.en).not.toMatch(/conditional|adjudicat|disposition|requisition/i);
    }
  });
});
