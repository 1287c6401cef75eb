import type { Session } from '@muster/records';
import { soql } from '@muster/soql';
import { compileProcess, type Process, type ProcessVersion } from '../engine/index.js';
import { factEvaluator } from '../formulas/fact-formula.js';

/** Reads a published version of a hiring process, ready for folding. @throws MusterError NOT_FOUND */
export async function loadProcess(session: Session, versionId: string): Promise<Process> {
  const row = await session.row<{ Definition__c: string }>(
    soql`SELECT Definition__c FROM Hiring_Process_Version__c WHERE Id = ${versionId}`,
  );
  return readProcess(row.Definition__c);
}

/** A process from the text of a stored definition, which was checked when it was published. */
export function readProcess(definition: string): Process {
  return compileProcess(JSON.parse(definition) as ProcessVersion, factEvaluator());
}

/** A reader of processes that reads each version once. */
export function processReader(session: Session): (versionId: string) => Promise<Process> {
  const read = new Map<string, Promise<Process>>();
  return (versionId) => {
    const known = read.get(versionId) ?? loadProcess(session, versionId);
    read.set(versionId, known);
    return known;
  };
}
