import type { Session } from '@muster/records';
import { soql } from '@muster/soql';
import type { HiringEvent } from '../engine/events.js';
import { instantText } from './instants.js';
import type { Application } from './load-application.js';
import { saveAll } from './save-all.js';

const answers: Readonly<Partial<Record<HiringEvent['kind'], string>>> = {
  'offer.accepted': 'accepted',
  'offer.declined': 'declined',
  'offer.expired': 'lapsed',
};

/** Keeps the EmploymentOffer records in step with the offer events that were appended. */
export async function recordOffers(system: Session, before: Application, after: Application): Promise<void> {
  for (const event of after.log.slice(before.log.length)) {
    if (event.kind === 'offer.tentative' || event.kind === 'offer.final')
      await addOffer(system, after, event);
    const answer = answers[event.kind];
    if (answer !== undefined) await answerOffer(system, after, event, answer);
  }
  const ended = after.state.closing !== undefined && before.state.closing === undefined;
  if (ended) await setOpenOffers(system, after.row.Id, undefined, { Answer__c: 'withdrawn' });
}

async function addOffer(system: Session, { row, state }: Application, event: HiringEvent): Promise<void> {
  const kind = event.kind === 'offer.final' ? 'final' : 'conditional';
  await setOpenOffers(system, row.Id, kind, { Answer__c: 'withdrawn' });
  const answerBy = state.steps.find((step) => step.step === event.step)?.expiresAt;
  await system.create('EmploymentOffer', {
    ApplicationFormId: row.Id,
    Contact__c: row.Contact__c,
    OwnerId: row.OwnerId,
    Kind__c: kind,
    Answer__c: 'open',
    Made_At__c: instantText(event.effectiveAt),
    Answer_By__c: answerBy === undefined ? null : instantText(answerBy).slice(0, 10),
  });
}

async function answerOffer(
  system: Session,
  { row, process }: Application,
  event: HiringEvent,
  answer: string,
): Promise<void> {
  const step = process.steps[process.indexOf.get(event.step ?? '') ?? -1];
  const kind = step?.kind === 'final_offer' ? 'final' : 'conditional';
  const acceptedOn = answer === 'accepted' ? instantText(event.effectiveAt).slice(0, 10) : null;
  await setOpenOffers(system, row.Id, kind, { Answer__c: answer, AcceptanceDate: acceptedOn });
}

async function setOpenOffers(
  system: Session,
  applicationId: string,
  kind: 'conditional' | 'final' | undefined,
  values: Readonly<Record<string, unknown>>,
): Promise<void> {
  const rows = await system.rows<{ Id: string; Kind__c: string }>(
    soql`SELECT Id, Kind__c FROM EmploymentOffer WHERE ApplicationFormId = ${applicationId} AND Answer__c = 'open'`,
  );
  const open = rows.filter((row) => kind === undefined || row.Kind__c === kind);
  await saveAll(
    system.update(
      'EmploymentOffer',
      open.map(({ Id }) => ({ id: Id, values })),
    ),
  );
}
