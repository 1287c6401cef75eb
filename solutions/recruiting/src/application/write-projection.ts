import type { FieldValues, RecordInput, RecordRow, Session } from '@muster/records';
import { soql, soqlNames } from '@muster/soql';
import type { Application } from './load-application.js';
import { project } from './projection.js';
import { diffFields, diffSteps, type StepChanges, type StoredStep } from './projection-diff.js';
import { saveAll } from './save-all.js';

/** Fields of a stored step that the projection writes. */
export const stepFields = [
  'Step__c',
  'Label__c',
  'Phase__c',
  'Position__c',
  'State__c',
  'Is_Open__c',
  'Attempt__c',
  'Since__c',
  'Due__c',
  'Expires__c',
  'Next_Attempt_At__c',
  'Scheduled_At__c',
  'Place__c',
  'Waiting_On__c',
  'Role__c',
  'Outcome__c',
  'Medical_Outcome__c',
  'Background_Outcome__c',
  'Sealed__c',
  'Opened_At__c',
  'Ended_At__c',
  'Ending__c',
  'Days__c',
  'Attended_At__c',
  'Passed_At__c',
] as const;

const endedStatuses = ['closed', 'withdrawn', 'on_duty'];

/** How what is stored of an application differs from its fold. */
export interface ProjectionChanges {
  readonly application: FieldValues;
  readonly steps: StepChanges;
}

/** Compares the stored projection of an application with its fold; equal ones give no changes. */
export async function projectionChanges(
  system: Session,
  application: Application,
): Promise<ProjectionChanges> {
  const { process, log, state, now, row } = application;
  const projection = project(process, log, state, now);
  const wanted = { ...projection.application, ...openKey(application) };
  const stored = await system.row<RecordRow>(
    soql`SELECT ${soqlNames(...Object.keys(wanted))} FROM ApplicationForm WHERE Id = ${row.Id}`,
  );
  const steps = await system.rows<StoredStep>(
    soql`SELECT Id, ${soqlNames(...stepFields)} FROM Application_Step__c WHERE Application__c = ${row.Id}`,
  );
  return { application: diffFields(stored, wanted), steps: diffSteps(steps, projection.steps) };
}

/** Brings the stored projection of an application in line with its fold, writing only what differs. */
export async function writeProjection(system: Session, application: Application): Promise<void> {
  const { Id } = application.row;
  const { application: changed, steps } = await projectionChanges(system, application);
  if (Object.keys(changed).length > 0) await system.change('ApplicationForm', Id, changed);
  const inserts = steps.insert.map((values) => ofApplication(Id, values));
  await saveAll(system.insert('Application_Step__c', inserts));
  await saveAll(system.update('Application_Step__c', steps.update));
  await saveAll(system.delete('Application_Step__c', steps.remove));
}

const ofApplication = (id: string, values: FieldValues): RecordInput => ({
  values: { Application__c: id, ...values },
});

/** An ended application no longer keeps the person from applying again; a reversal brings the claim back. */
function openKey({ row, state }: Application): FieldValues {
  if (endedStatuses.includes(state.status)) return { Open_Key__c: null };
  return {
    Open_Key__c: row.Open_Key__c ?? openKeyOf(row.Posting__c, row.Contact__r.Email ?? row.Contact__c),
  };
}

/** What makes an open application one of its kind: the posting and the e-mail address, whatever its case. */
export function openKeyOf(postingId: string, email: string): string {
  return `${postingId} ${email.trim().toLowerCase()}`;
}
