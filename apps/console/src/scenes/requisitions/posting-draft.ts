import type { PublishPosting } from '@muster/client';

type EmploymentType = PublishPosting['employmentType'];

type PayPeriod = NonNullable<PublishPosting['payPeriod']>;

export const payPeriods: readonly PayPeriod[] = ['YEAR', 'MONTH', 'HOUR'];

export const employmentTypes: readonly EmploymentType[] = ['FULL_TIME', 'PART_TIME', 'TEMPORARY', 'SEASONAL'];

interface BothTexts {
  readonly en: string;
  readonly es: string;
}

/** A posting as it is being written. */
export interface PostingDraft {
  readonly title: BothTexts;
  readonly summary: BothTexts;
  readonly description: BothTexts;
  readonly location: string;
  readonly payMin: number | null;
  readonly payMax: number | null;
  readonly payPeriod: PayPeriod;
  readonly employmentType: EmploymentType;
  readonly closesDay: string;
  readonly closesTime: string;
  readonly timeZone: string | null;
  readonly questionnaireKey: string | null;
}

const none: BothTexts = { en: '', es: '' };

export const blankPosting: PostingDraft = {
  title: none,
  summary: none,
  description: none,
  location: '',
  payMin: null,
  payMax: null,
  payPeriod: 'YEAR',
  employmentType: 'FULL_TIME',
  closesDay: '',
  closesTime: '23:59',
  timeZone: null,
  questionnaireKey: null,
};

/** What is wrong with an entry. */
export type PostingFault = 'missing' | 'choice' | 'pay' | 'payOrder' | 'past';

/** Faults by field; texts are named `title.en`. `today` is the day where the posting is written. */
export function postingFaults(draft: PostingDraft, today: string): Readonly<Record<string, PostingFault>> {
  const faults: [string, PostingFault | false][] = [
    ...(['title', 'summary', 'description'] as const).flatMap((field) =>
      (['en', 'es'] as const).map((language): [string, PostingFault | false] => [
        `${field}.${language}`,
        draft[field][language].trim() === '' && 'missing',
      ]),
    ),
    ['location', draft.location.trim() === '' && 'missing'],
    ['payMin', draft.payMin === null && 'pay'],
    ['payMax', draft.payMax === null ? 'pay' : draft.payMax < (draft.payMin ?? 0) && 'payOrder'],
    ['closesDay', draft.closesDay === '' ? 'missing' : draft.closesDay < today && 'past'],
    ['closesTime', !/^\d\d:\d\d$/.test(draft.closesTime) && 'missing'],
    ['timeZone', draft.timeZone === null && 'choice'],
    ['questionnaireKey', draft.questionnaireKey === null && 'choice'],
  ];
  return Object.fromEntries(faults.filter((fault): fault is [string, PostingFault] => fault[1] !== false));
}

/** The posting to publish, of a draft without faults. */
export function postingOf(draft: PostingDraft, requisitionId: string): Omit<PublishPosting, 'clientKey'> {
  const trimmed = ({ en, es }: BothTexts) => ({ en: en.trim(), es: es.trim() });
  return {
    requisitionId,
    title: trimmed(draft.title),
    summary: trimmed(draft.summary),
    description: trimmed(draft.description),
    location: draft.location.trim(),
    payMin: draft.payMin ?? 0,
    payMax: draft.payMax ?? 0,
    payPeriod: draft.payPeriod,
    employmentType: draft.employmentType,
    closesAtLocal: `${draft.closesDay}T${draft.closesTime}`,
    timeZone: draft.timeZone ?? '',
    questionnaireKey: draft.questionnaireKey ?? '',
  };
}
