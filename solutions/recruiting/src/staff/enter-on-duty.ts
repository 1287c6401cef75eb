import { dayInZone, MusterError, wallClockInstant } from '@muster/kernel';
import { defineOperation, type Session } from '@muster/records';
import { soql } from '@muster/soql';
import { z } from 'zod';
import type { NewEvent } from '../application/append-events.js';
import type { Application } from '../application/load-application.js';
import { given, staffChange } from '../input-shapes.js';
import { wordsOf } from '../messages/words.js';
import { changeApplication, effectiveInstant } from './change-application.js';

/** The account stays the same for life; its profile says what it may do. */
const OFFICER_PROFILE = 'Officer';
const CANDIDATE_PROFILE = 'Candidate';
const FIRST_HOUR = '08:00';

/**
 * POST enter-on-duty. A day to come is kept as the appointment of the step; on the day itself or later the person
 * becomes an officer on the same account.
 */
export const enterOnDuty = defineOperation({
  name: 'enter-on-duty',
  method: 'POST',
  purpose: 'hiring',
  permission: 'Make_Offers',
  input: z.object({ ...staffChange, date: given.day, post: given.text(80) }),
  run: (session, { date, post, ...change }) => {
    const isToCome = date > dayInZone(session.now(), session.principal.timeZone);
    return changeApplication(session, {
      ...change,
      events: (application) => [entryEvent(session, application, { date, post, isToCome })],
      also: async (system, _before, after) => {
        if (!isToCome) await makeOfficer(system, after, { date, post });
      },
    });
  },
});

function entryEvent(
  session: Session,
  { process }: Application,
  { date, post, isToCome }: { date: string; post: string; isToCome: boolean },
): NewEvent {
  const step = process.steps.find((each) => each.kind === 'entry_on_duty');
  if (step === undefined) throw new Error(`Process ${process.version.key} has no entry on duty`);
  if (!isToCome) return { kind: 'onduty', step: step.key, effectiveAt: effectiveInstant(session, date) };
  const startsAt = wallClockInstant(`${date}T${FIRST_HOUR}`, session.principal.timeZone);
  if (startsAt === undefined) {
    throw new MusterError('INVALID_INPUT', wordsOf(session).say('answer.date'), { fields: ['date'] });
  }
  return { kind: 'stage.scheduled', step: step.key, data: { appointment: { startsAt, place: post } } };
}

async function makeOfficer(
  system: Session,
  { row }: Application,
  { date, post }: { date: string; post: string },
): Promise<void> {
  const requisition =
    row.Requisition__c === null
      ? undefined
      : await system.row<{ Unit__c: string | null }>(
          soql`SELECT Unit__c FROM RecruitmentRequisition WHERE Id = ${row.Requisition__c}`,
        );
  await system.change('Contact', row.Contact__c, {
    Unit__c: requisition?.Unit__c ?? null,
    Post__c: post,
    On_Duty_Since__c: date,
  });
  await setProfile(system, row.Contact__c, OFFICER_PROFILE);
}

/** Takes back what entry on duty gave, when it turns out not to have happened. */
export async function unmakeOfficer(system: Session, before: Application, after: Application): Promise<void> {
  if (before.state.status !== 'on_duty' || after.state.status === 'on_duty') return;
  const cleared = { Unit__c: null, Post__c: null, On_Duty_Since__c: null };
  await system.change('Contact', after.row.Contact__c, cleared);
  await setProfile(system, after.row.Contact__c, CANDIDATE_PROFILE);
}

async function setProfile(system: Session, contactId: string, name: string): Promise<void> {
  const profile = await system.row<{ Id: string }>(soql`SELECT Id FROM Profile WHERE Name = ${name}`);
  const users = await system.rows<{ Id: string }>(soql`SELECT Id FROM User WHERE ContactId = ${contactId}`);
  for (const { Id } of users) await system.change('User', Id, { ProfileId: profile.Id });
}
