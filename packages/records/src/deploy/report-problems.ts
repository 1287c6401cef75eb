import {
  documentKey,
  type MetadataDocument,
  type MetadataProblem,
  metadataEffect,
  sourcePath,
  type XmlElement,
} from '@muster/metadata';
import type { ComponentProblem, ComponentResult } from './deploy-result.js';
import { documentOf, type KeptComponent } from './kept-metadata.js';
import type { MetadataPlan } from './plan.js';

/**
 * The results with what was found wrong: problems of the package's files, and of the checked components, which name them
 * by document key. An error in a component that was not given is listed too, since the deploy would cause it; warnings
 * about one that has no effect yet are not, since its note says so.
 */
export function reportProblems(
  plan: MetadataPlan,
  checked: readonly MetadataProblem[],
): readonly ComponentResult[] {
  const results = new Map(plan.results);
  for (const problem of plan.problems) addFileProblem(results, plan, problem);
  for (const problem of checked) {
    const document = plan.given.get(problem.file);
    if (document !== undefined) {
      if (problem.severity === 'error' || metadataEffect(document.type) === 'applied')
        addTo(results, problem.file, problemOf(problem, document.root));
    } else if (problem.severity === 'error') {
      addToOther(results, plan, problem);
    }
  }
  return [...results.values()];
}

/** Whether any component of a deploy failed. */
export function hasFailed(results: readonly ComponentResult[]): boolean {
  return results.some(({ status }) => status === 'failed');
}

function addTo(results: Map<string, ComponentResult>, key: string, problem: ComponentProblem): void {
  const result = results.get(key);
  if (result === undefined) return;
  const status = problem.severity === 'error' ? 'failed' : result.status;
  results.set(key, { ...result, status, problems: [...result.problems, problem] });
}

/** A component the package leaves as it is and which no longer fits to the others. */
function addToOther(
  results: Map<string, ComponentResult>,
  { target }: MetadataPlan,
  problem: MetadataProblem,
): void {
  const kept: KeptComponent | undefined = target.get(problem.file);
  const root = kept?.content && documentOf(kept, kept.content).root;
  const known = results.get(problem.file);
  results.set(problem.file, {
    type: kept?.type.name ?? '',
    fullName: kept?.fullName ?? problem.member,
    file: kept === undefined ? problem.file : sourcePath(kept),
    status: 'failed',
    problems: [...(known?.problems ?? []), problemOf(problem, root)],
  });
}

function addFileProblem(
  results: Map<string, ComponentResult>,
  { given }: MetadataPlan,
  problem: MetadataProblem,
): void {
  const document = [...given.values()].find(
    ({ file, fullName }) => file === problem.file && fullName === problem.member,
  );
  if (document !== undefined) {
    addTo(results, documentKey(document), problemOf(problem, document.root));
    return;
  }
  const key = `file ${problem.file} ${problem.member}`;
  const known = results.get(key);
  const problems = [...(known?.problems ?? []), problemOf(problem, undefined)];
  const failed = problem.severity === 'error' || known?.status === 'failed';
  const named = { type: '', fullName: problem.member || problem.file, file: problem.file };
  results.set(key, { ...named, status: failed ? 'failed' : 'skipped', problems });
}

function problemOf(problem: MetadataProblem, root: XmlElement | undefined): ComponentProblem {
  const { severity, line, message } = problem;
  const column = root && line !== undefined ? columnAt(root, line) : undefined;
  return {
    severity,
    message,
    ...(line === undefined ? {} : { line }),
    ...(column === undefined ? {} : { column }),
  };
}

/** The column of the first element that begins on a line. */
function columnAt(root: XmlElement, line: number): number | undefined {
  if (root.line === line) return root.column;
  for (const child of root.children) {
    const column = columnAt(child, line);
    if (column !== undefined) return column;
  }
  return undefined;
}

/** The place of the first of some elements in a component, to show what a problem of the tables is about. */
export function placeIn(document: MetadataDocument, names: readonly string[]) {
  const found = names.flatMap((name) => document.root.children.filter((child) => child.name === name))[0];
  const { line, column } = found ?? document.root;
  return { line, column };
}
