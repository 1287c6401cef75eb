import { dayInZone, MusterError, wallClockInstant } from '@muster/kernel';
import type { Session } from '@muster/records';
import { appendEvents, type Change } from '../application/append-events.js';
import type { Application } from '../application/load-application.js';
import type { ApplicationView } from '../contract/index.js';
import type { ProcessStep } from '../engine/index.js';
import { wordsOf } from '../messages/words.js';
import { viewApplication } from './application-view.js';

/** Makes a staff change and gives the application as it stands afterwards. */
export async function changeApplication(session: Session, change: Change): Promise<ApplicationView> {
  await appendEvents(session, change);
  return viewApplication(session, change.applicationId);
}

/** The step of an application that a change names. @throws MusterError NOT_FOUND */
export function stepOf(session: Session, { process }: Application, key: string): ProcessStep {
  const step = process.steps[process.indexOf.get(key) ?? -1];
  if (step !== undefined) return step;
  throw new MusterError('NOT_FOUND', wordsOf(session).say('error.no_step', { step: key }), {
    fields: ['step'],
  });
}

/** @throws MusterError INSUFFICIENT_ACCESS_OR_READONLY unless `holds` */
export function requireRight(session: Session, holds: boolean): void {
  if (holds) return;
  throw new MusterError('INSUFFICIENT_ACCESS_OR_READONLY', wordsOf(session).say('error.not_yours_to_record'));
}

/**
 * When something took effect, from a day or an instant: a past day means its last second in the writer's zone, today
 * means now.
 */
export function effectiveInstant(session: Session, given: string | undefined): number {
  const now = session.now();
  if (given === undefined) return now;
  if (given.includes('T')) return Date.parse(given);
  if (given === dayInZone(now, session.principal.timeZone)) return now;
  return endOfDay(given, session.principal.timeZone);
}

/** The last second of a day in a zone. */
export function endOfDay(day: string, timeZone: string): number {
  const at = wallClockInstant(`${day}T23:59`, timeZone);
  if (at === undefined) throw new MusterError('INVALID_INPUT', `Not a day: ${day}`);
  return at + 59_000;
}
