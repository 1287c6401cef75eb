import { offsetText } from '@muster/kernel';
import { readOptionalInstant } from '../application/instants.js';
import type { Words } from '../messages/words.js';
import { type EmploymentType, type PostingRow, postingText } from './posting-row.js';

/** Google's names of employment types; a season is a temporary job. */
const employmentTypes: Readonly<Record<EmploymentType, string>> = {
  FULL_TIME: 'FULL_TIME',
  PART_TIME: 'PART_TIME',
  TEMPORARY: 'TEMPORARY',
  SEASONAL: 'TEMPORARY',
};

/**
 * The posting as schema.org/JobPosting, with what search engines require of one (developers.google.com/search,
 * "JobPosting structured data"). `validThrough` is the closing time as the clocks of its zone show it.
 */
export function jobPostingJsonLd(row: PostingRow, words: Words): Readonly<Record<string, unknown>> {
  const closesAt = readOptionalInstant(row.Closes_At__c);
  const zone = row.Time_Zone__c ?? 'UTC';
  const agency = row.Agency__c ?? '';
  return {
    '@context': 'https://schema.org/',
    '@type': 'JobPosting',
    title: postingText(words, { ...row }, 'Title'),
    description: descriptionHtml(
      postingText(words, { ...row }, 'Summary'),
      postingText(words, { ...row }, 'Body'),
    ),
    inLanguage: words.language,
    identifier: { '@type': 'PropertyValue', name: agency, value: row.Name },
    ...(row.Published_At__c !== null && { datePosted: row.Published_At__c.slice(0, 10) }),
    ...(closesAt !== undefined &&
      row.Closes_At_Local__c !== null && {
        validThrough: `${row.Closes_At_Local__c}:00${offsetText(closesAt, zone)}`,
      }),
    ...(row.Employment_Type__c !== null && { employmentType: employmentTypes[row.Employment_Type__c] }),
    hiringOrganization: { '@type': 'GovernmentOrganization', name: agency },
    jobLocation: {
      '@type': 'Place',
      address: { '@type': 'PostalAddress', addressLocality: row.Location__c ?? '' },
    },
    ...(row.Pay_Min__c !== null && { baseSalary: baseSalary(row) }),
    directApply: true,
  };
}

function baseSalary(row: PostingRow): Readonly<Record<string, unknown>> {
  return {
    '@type': 'MonetaryAmount',
    currency: row.Currency__c ?? 'USD',
    value: {
      '@type': 'QuantitativeValue',
      minValue: row.Pay_Min__c,
      maxValue: row.Pay_Max__c ?? row.Pay_Min__c,
      unitText: row.Pay_Period__c ?? 'YEAR',
    },
  };
}

/** Paragraphs and headings as the HTML that search engines expect in a description. */
function descriptionHtml(summary: string, body: string): string {
  const blocks = [summary, ...body.split(/\n{2,}/)]
    .map((block) => block.trim())
    .filter((block) => block !== '');
  return blocks
    .map((block) =>
      block.startsWith('## ') ? headingHtml(block) : `<p>${escapeHtml(block).replaceAll('\n', '<br>')}</p>`,
    )
    .join('');
}

function headingHtml(block: string): string {
  const [heading = '', ...rest] = block.slice(3).split('\n');
  const text = rest.join('\n').trim();
  return `<h3>${escapeHtml(heading)}</h3>${text === '' ? '' : `<p>${escapeHtml(text).replaceAll('\n', '<br>')}</p>`}`;
}

function escapeHtml(text: string): string {
  return text.replaceAll('&', '&amp;').replaceAll('<', '&lt;').replaceAll('>', '&gt;');
}
