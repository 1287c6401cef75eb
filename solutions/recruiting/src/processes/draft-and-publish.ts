import { MusterError } from '@muster/kernel';
import { defineOperation, type Session } from '@muster/records';
import { soql } from '@muster/soql';
import { z } from 'zod';
import { instantText } from '../application/instants.js';
import { saveAll } from '../application/save-all.js';
import type { ChangeDraft } from '../contract/index.js';
import type { ProcessVersion, Step } from '../engine/index.js';
import { given } from '../input-shapes.js';
import { wordsOf } from '../messages/words.js';
import { requirePublishable } from './process-problems.js';
import { viewProcessVersion } from './process-version.js';

interface VersionRow {
  readonly Id: string;
  readonly Process__c: string;
  readonly Number__c: number;
  readonly Status__c: string;
  readonly Definition__c: string;
}

function loadVersion(session: Session, id: string): Promise<VersionRow> {
  return session.row<VersionRow>(
    soql`SELECT Id, Process__c, Number__c, Status__c, Definition__c FROM Hiring_Process_Version__c WHERE Id = ${id}`,
  );
}

/** POST draft-process: a copy of a version to work on; a process has one draft at a time, and a second call gives it. */
export const draftProcess = defineOperation({
  name: 'draft-process',
  method: 'POST',
  purpose: 'process-design',
  permission: 'Manage_Processes',
  input: z.object({ fromVersionId: given.id }),
  run: (session, { fromVersionId }) =>
    session.transaction(async (own) => {
      const from = await loadVersion(own, fromVersionId);
      await own.lock('Hiring_Process__c', [from.Process__c]);
      const [newest] = await own.rows<{ Id: string; Number__c: number; Status__c: string }>(
        soql`SELECT Id, Number__c, Status__c FROM Hiring_Process_Version__c WHERE Process__c = ${from.Process__c}
          ORDER BY Number__c DESC LIMIT 1`,
      );
      if (newest?.Status__c === 'Draft') return viewProcessVersion(own, newest.Id);
      const version = (newest?.Number__c ?? 0) + 1;
      const definition = { ...(JSON.parse(from.Definition__c) as ProcessVersion), version };
      const id = await own.create('Hiring_Process_Version__c', {
        Process__c: from.Process__c,
        Number__c: version,
        Status__c: 'Draft',
        Definition__c: JSON.stringify(definition),
      });
      return viewProcessVersion(own, id);
    }),
});

const optionalCount = z.number().int().min(1).max(1000).nullable().optional();

/** POST change-draft: only the steps and values that are named change. */
export const changeDraft = defineOperation({
  name: 'change-draft',
  method: 'POST',
  purpose: 'process-design',
  permission: 'Manage_Processes',
  input: z.object({
    versionId: given.id,
    steps: z
      .array(
        z.object({
          step: given.text(40),
          targetDays: z.number().int().min(1).max(3650).optional(),
          validityMonths: optionalCount,
          attempts: optionalCount,
        }),
      )
      .max(100),
  }),
  run: (session, { versionId, steps }) =>
    session.transaction(async (own) => {
      await own.lock('Hiring_Process_Version__c', [versionId]);
      const row = await requireDraft(own, versionId);
      const before = JSON.parse(row.Definition__c) as ProcessVersion;
      for (const { step } of steps) {
        if (!before.steps.some((each) => each.key === step)) {
          throw new MusterError('NOT_FOUND', wordsOf(own).say('error.no_step', { step }), {
            fields: ['steps'],
          });
        }
      }
      const changes = new Map(steps.map((change) => [change.step, change]));
      const after = {
        ...before,
        steps: before.steps.map((step) => changedStep(step, changes.get(step.key))),
      };
      await own.change('Hiring_Process_Version__c', versionId, { Definition__c: JSON.stringify(after) });
      return viewProcessVersion(own, versionId);
    }),
});

type StepChange = {
  [Key in keyof ChangeDraft['steps'][number]]?: ChangeDraft['steps'][number][Key] | undefined;
};

/** A step with some of its values replaced; null takes a rule away. */
export function changedStep(step: Step, change: StepChange | undefined): Step {
  if (change === undefined) return step;
  const { validity, retake, ...rest } = step;
  const { targetDays = step.targetDays, validityMonths, attempts } = change;
  const newValidity =
    validityMonths === undefined
      ? validity
      : validityMonths === null
        ? undefined
        : { months: validityMonths };
  const newRetake =
    attempts === undefined ? retake : attempts === null ? undefined : { waitDays: 0, ...retake, attempts };
  return {
    ...rest,
    targetDays,
    ...(newValidity !== undefined && { validity: newValidity }),
    ...(newRetake !== undefined && { retake: newRetake }),
  };
}

async function requireDraft(own: Session, versionId: string): Promise<VersionRow> {
  const row = await loadVersion(own, versionId);
  if (row.Status__c === 'Draft') return row;
  throw new MusterError('INVALID_OPERATION', wordsOf(own).say('error.published_already'));
}

/** POST publish-process: checks the whole definition; the version published before is retired. */
export const publishProcess = defineOperation({
  name: 'publish-process',
  method: 'POST',
  purpose: 'process-design',
  permission: 'Manage_Processes',
  input: z.object({ versionId: given.id }),
  run: (session, { versionId }) =>
    session.transaction(async (own) => {
      const { Process__c } = await loadVersion(own, versionId);
      await own.lock('Hiring_Process__c', [Process__c]);
      const row = await requireDraft(own, versionId);
      requirePublishable(JSON.parse(row.Definition__c), wordsOf(own));
      const published = await own.rows<{ Id: string }>(
        soql`SELECT Id FROM Hiring_Process_Version__c WHERE Process__c = ${Process__c} AND Status__c = 'Published'`,
      );
      const retired = published.map(({ Id }) => ({ id: Id, values: { Status__c: 'Retired' } }));
      await saveAll(own.update('Hiring_Process_Version__c', retired));
      await own.change('Hiring_Process_Version__c', versionId, {
        Status__c: 'Published',
        Published_At__c: instantText(own.now()),
      });
      return viewProcessVersion(own, versionId);
    }),
});
