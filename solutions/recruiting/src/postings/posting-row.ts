import { soqlNames } from '@muster/soql';
import { isoInstant, readOptionalInstant } from '../application/instants.js';
import type { PostingSummary } from '../contract/index.js';
import type { MessageKey } from '../messages/message-key.js';
import type { Words } from '../messages/words.js';

/** A posting as those who look for work may see it. */
export interface PostingRow {
  readonly Id: string;
  readonly Name: string;
  readonly State__c: string;
  readonly Published__c: boolean;
  readonly Title__c: string;
  readonly Title_es__c: string | null;
  readonly Summary__c: string | null;
  readonly Summary_es__c: string | null;
  readonly Body__c: string | null;
  readonly Body_es__c: string | null;
  readonly Steps_In_Words__c: string | null;
  readonly Requirements__c: string | null;
  readonly Minutes__c: number | null;
  readonly Location__c: string | null;
  readonly Pay_Min__c: number | null;
  readonly Pay_Max__c: number | null;
  readonly Pay_Period__c: PayPeriod | null;
  readonly Currency__c: string | null;
  readonly Employment_Type__c: EmploymentType | null;
  readonly Published_At__c: string | null;
  readonly Closes_At__c: string | null;
  readonly Closes_At_Local__c: string | null;
  readonly Time_Zone__c: string | null;
  readonly Agency__c: string | null;
}

/** What a posting's pay is for; schema.org's names of units of time. */
export type PayPeriod = 'YEAR' | 'MONTH' | 'HOUR';

export type EmploymentType = 'FULL_TIME' | 'PART_TIME' | 'TEMPORARY' | 'SEASONAL';

export const postingFields = soqlNames(
  'Id',
  'Name',
  'State__c',
  'Published__c',
  'Title__c',
  'Title_es__c',
  'Summary__c',
  'Summary_es__c',
  'Body__c',
  'Body_es__c',
  'Steps_In_Words__c',
  'Requirements__c',
  'Minutes__c',
  'Location__c',
  'Pay_Min__c',
  'Pay_Max__c',
  'Pay_Period__c',
  'Currency__c',
  'Employment_Type__c',
  'Published_At__c',
  'Closes_At__c',
  'Closes_At_Local__c',
  'Time_Zone__c',
  'Agency__c',
);

/** A text of a posting in the reader's language; what is missing in one is shown in the other. */
export function postingText(
  words: Words,
  row: { readonly [name: string]: unknown },
  name: 'Title' | 'Summary' | 'Body',
): string {
  const [own, other] =
    words.language === 'es' ? [`${name}_es__c`, `${name}__c`] : [`${name}__c`, `${name}_es__c`];
  const text = row[own] ?? row[other];
  return typeof text === 'string' ? text : '';
}

/** Whether applications are taken: published, and not past the closing time. */
export function isOpenPosting(
  row: Pick<PostingRow, 'State__c' | 'Published__c' | 'Closes_At__c'>,
  now: number,
): boolean {
  const closesAt = readOptionalInstant(row.Closes_At__c);
  return row.Published__c && row.State__c === 'Open' && (closesAt === undefined || now < closesAt);
}

export function postingSummary(row: PostingRow, words: Words): PostingSummary {
  return {
    number: row.Name,
    title: postingText(words, { ...row }, 'Title'),
    summary: postingText(words, { ...row }, 'Summary'),
    location: row.Location__c ?? '',
    pay: payText(row, words),
    employmentType:
      row.Employment_Type__c === null
        ? ''
        : words.say(`employment.${row.Employment_Type__c}` satisfies MessageKey),
    closesAt: isoInstant(row.Closes_At__c),
    closesInWords: closingText(row, words),
  };
}

/** `$46,200 to $58,900 a year`; a posting that does not say for how long tells of a year. */
function payText(row: PostingRow, words: Words): string {
  const { Pay_Min__c: least, Pay_Max__c: most, Pay_Period__c: period } = row;
  const amounts = [...new Set([least, most])].filter((amount) => amount !== null);
  const digits = amounts.every(Number.isInteger) ? 0 : 2;
  const [from, to] = amounts.map((amount) => words.money(amount, row.Currency__c ?? 'USD', digits));
  if (from === undefined) return '';
  const pay = to === undefined ? from : words.say('pay.range', { least: from, most: to });
  return words.say(`pay.${period ?? 'YEAR'}`, { pay });
}

/** `Open until 14 Feb, 23:59 (Ellery time)`: the wall clock of the posting's own zone, not the reader's. */
function closingText(
  { Closes_At_Local__c: local, Time_Zone__c: zone }: PostingRow,
  words: Words,
): string | null {
  if (local === null) return null;
  const [day = '', time = ''] = local.split('T');
  return words.say('posting.closes', {
    day: words.day(Date.parse(`${day}T12:00:00Z`)),
    time,
    zone: (zone ?? 'UTC').replaceAll('_', ' '),
  });
}
