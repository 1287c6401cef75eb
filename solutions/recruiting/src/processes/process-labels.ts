import type { Session } from '@muster/records';
import { soql } from '@muster/soql';
import type { Label, ProcessVersion } from '../engine/index.js';
import type { Words } from '../messages/words.js';

/** The newest published version of each hiring process, by key, in the order of their names. */
export type Processes = ReadonlyMap<string, ProcessVersion>;

/** Reads what the processes call their phases and steps. */
export async function loadProcesses(session: Session): Promise<Processes> {
  const rows = await session.rows<{ Definition__c: string }>(
    soql`SELECT Definition__c FROM Hiring_Process_Version__c WHERE Status__c = 'Published'
      ORDER BY Process__r.Name, Number__c`,
  );
  const versions = rows.map((row) => JSON.parse(row.Definition__c) as ProcessVersion);
  return new Map(versions.map((version) => [version.key, version]));
}

/** What a step is called; `fallback` for one the newest version no longer has. */
export function stepLabel(
  processes: Processes,
  key: { readonly process: string; readonly step: string | null },
  fallback: string | null,
  words: Words,
): string {
  const step = processes.get(key.process)?.steps.find((each) => each.key === key.step);
  return step === undefined ? (fallback ?? '') : words.label(step.label);
}

export function phaseLabel(
  processes: Processes,
  key: { readonly process: string; readonly phase: string | null },
  words: Words,
): string {
  const phase: { label: Label } | undefined = processes
    .get(key.process)
    ?.phases.find((each) => each.key === key.phase);
  return phase === undefined ? (key.phase ?? '') : words.label(phase.label);
}
