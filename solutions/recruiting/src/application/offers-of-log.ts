import type { FieldValues } from '@muster/records';
import { type ApplicationState, eventsInForce, type HiringEvent, type Process } from '../engine/index.js';
import { instantText } from './instants.js';

const answers: Readonly<Partial<Record<HiringEvent['kind'], string>>> = {
  'offer.accepted': 'accepted',
  'offer.declined': 'declined',
  'offer.expired': 'lapsed',
};

/** The EmploymentOffer records that a whole log amounts to, oldest first; a later offer of a kind replaces an open one. */
export function offersOfLog(
  process: Process,
  log: readonly HiringEvent[],
  state: ApplicationState,
  now: number,
): readonly FieldValues[] {
  const offers: { step: string; values: Record<string, unknown> }[] = [];
  const answer = (step: string, values: Record<string, unknown>) => {
    const open = offers.findLast((offer) => offer.step === step && offer.values.Answer__c === 'open');
    if (open !== undefined) Object.assign(open.values, values);
  };
  for (const event of eventsInForce(log, now).events) {
    const { step, kind, effectiveAt } = event;
    if (step === undefined) continue;
    const given = answers[kind];
    if (given !== undefined) {
      answer(step, { Answer__c: given, ...(given === 'accepted' && { AcceptanceDate: day(effectiveAt) }) });
    }
    if (kind !== 'offer.tentative' && kind !== 'offer.final') continue;
    answer(step, { Answer__c: 'withdrawn' });
    const answerDays = process.steps[process.indexOf.get(step) ?? -1]?.answerDays ?? 0;
    offers.push({
      step,
      values: {
        Kind__c: kind === 'offer.final' ? 'final' : 'conditional',
        Answer__c: 'open',
        Made_At__c: instantText(effectiveAt),
        Answer_By__c: day(event.data?.answerBy ?? effectiveAt + answerDays * 86_400_000),
      },
    });
  }
  if (state.closing !== undefined) for (const { step } of offers) answer(step, { Answer__c: 'withdrawn' });
  return offers.map((offer) => offer.values);
}

const day = (at: number): string => instantText(at).slice(0, 10);
