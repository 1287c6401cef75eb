import { defineOperation, type Session } from '@muster/records';
import { soql } from '@muster/soql';
import { z } from 'zod';
import { isoInstant } from '../application/instants.js';
import type { ProcessSummary } from '../contract/index.js';
import { wordsOf } from '../messages/words.js';
import { runningStatuses } from '../staff/running.js';

/** GET processes, each with its versions, newest first. */
export const processes = defineOperation({
  name: 'processes',
  method: 'GET',
  purpose: 'process-design',
  permission: 'View_Applications',
  input: z.object({}),
  run: (session) => listProcesses(session),
});

interface VersionRow {
  readonly Id: string;
  readonly Process__c: string;
  readonly Number__c: number;
  readonly Status__c: 'Draft' | 'Published' | 'Retired';
  readonly Published_At__c: string | null;
}

export async function listProcesses(session: Session): Promise<readonly ProcessSummary[]> {
  const words = wordsOf(session);
  const rows = await session.rows<{ Id: string; Name: string; Name_es__c: string | null; Key__c: string }>(
    soql`SELECT Id, Name, Name_es__c, Key__c FROM Hiring_Process__c ORDER BY Name`,
  );
  const versions = await session.rows<VersionRow>(
    soql`SELECT Id, Process__c, Number__c, Status__c, Published_At__c FROM Hiring_Process_Version__c ORDER BY Number__c DESC`,
  );
  const applications = await countRunning(session);
  return rows.map((row) => ({
    key: row.Key__c,
    label: words.language === 'es' ? (row.Name_es__c ?? row.Name) : row.Name,
    versions: versions
      .filter((version) => version.Process__c === row.Id)
      .map((version) => ({
        id: version.Id,
        number: version.Number__c,
        status: version.Status__c,
        publishedAt: isoInstant(version.Published_At__c),
        applications: applications.get(version.Id) ?? 0,
      })),
  }));
}

/** Applications in process by the version they are pinned to. */
export async function countRunning(session: Session): Promise<ReadonlyMap<string, number>> {
  const rows = await session.rows<{ version: string; n: number }>(
    soql`SELECT Process_Version__c version, COUNT(Id) n FROM ApplicationForm
      WHERE Status__c IN ${[...runningStatuses]} GROUP BY Process_Version__c`,
  );
  return new Map(rows.map((row) => [row.version, row.n]));
}
