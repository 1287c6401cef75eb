/**
 * What was found wrong with a metadata file. An error means the member was left out and a deploy must be refused;
 * a warning means the member was taken and something in it has no effect here.
 */
export interface MetadataProblem {
  readonly severity: 'error' | 'warning';
  /** Path of the file inside the folder that was read. */
  readonly file: string;
  /** Counts from 1; absent where a file has no lines to speak of. */
  readonly line?: number;
  /** Full name of the component, `Case.Status__c`, or the path inside a JSON file, `fields[3].type`. */
  readonly member: string;
  readonly message: string;
}

/** One problem as a line of text: `objects/A__c/fields/B__c.field-meta.xml:4 A__c.B__c: …`. */
export function printProblem(problem: MetadataProblem): string {
  const place = problem.line === undefined ? problem.file : `${problem.file}:${problem.line}`;
  return `${place} ${problem.member}: ${problem.message}`;
}
