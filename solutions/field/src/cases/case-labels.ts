import { fold, MusterError } from '@muster/kernel';
import { findField, findObject, picklistLabel } from '@muster/metadata';
import type { Session } from '@muster/records';
import type { Choice } from '../contract.js';
import { messagesIn } from './messages.js';

type PicklistField = 'Status' | 'Priority' | 'Topic__c';

/** The active values of a picklist of Case, in words of the reader's language. */
export function caseChoices(session: Session, fieldName: PicklistField): Choice[] {
  const object = findObject(session.snapshot, 'Case');
  const field = object && findField(object, fieldName);
  const values = field?.picklist?.values.filter((each) => each.active) ?? [];
  return values.map(({ value }) => ({ value, label: caseLabel(session, fieldName, value) }));
}

/** A value of a picklist of Case in words of the reader's language. */
export function caseLabel(session: Session, fieldName: PicklistField, value: string): string {
  const { snapshot, principal } = session;
  const object = findObject(snapshot, 'Case');
  const field = object && findField(object, fieldName);
  if (object === undefined || field === undefined) return value;
  return picklistLabel(snapshot, object, field, value, principal.language);
}

/** What the person reads in place of a status: on whom the case waits. */
export function personStatusLabel(
  session: Session,
  status: string,
  waitingOn: 'me' | 'support' | null,
): string {
  const messages = messagesIn(session.principal.language);
  if (waitingOn === null) return caseLabel(session, 'Status', status);
  return waitingOn === 'me' ? messages.waitingOnYou : messages.waitingOnUs;
}

/** The topic a client means, by its value or its label. @throws MusterError INVALID_INPUT */
export function topicValue(session: Session, text: string): string {
  const wanted = fold(text.trim());
  const meant = caseChoices(session, 'Topic__c').find(
    ({ value, label }) => fold(value) === wanted || fold(label) === wanted,
  );
  if (meant !== undefined) return meant.value;
  throw new MusterError('INVALID_INPUT', `There is no topic ${text}`, { fields: ['topic'] });
}
