import type { ComponentResult, DeployEntry } from '@muster/records';
import { dateText } from './present-deploy.js';

/** `DeployDetails` of the Metadata API: what became of each component. */
export function presentDetails(entry: DeployEntry) {
  const components = entry.outcome?.components ?? [];
  const at = dateText(entry.completedAt ?? entry.requested.at);
  return {
    componentFailures: components.flatMap((component) => failureMessages(component, at)),
    componentSuccesses: components
      .filter(({ status }) => status !== 'failed')
      .map((component) => successMessage(component, at)),
    runTestResult: { numFailures: 0, numTestsRun: 0, totalTime: 0 },
  };
}

function failureMessages(component: ComponentResult, at: string) {
  if (component.status !== 'failed') return [];
  return component.problems
    .filter(({ severity }) => severity === 'error')
    .map(({ line, column, message }) => ({
      ...deployMessage(component, at),
      lineNumber: line,
      columnNumber: column,
      problem: message,
      problemType: 'Error',
    }))
    .map(inOrder);
}

/** What has no effect, or is passed over, is said as a warning. */
function successMessage(component: ComponentResult, at: string) {
  const { note, problems } = component;
  const said = [...(note === undefined ? [] : [note]), ...problems.map(({ message }) => message)];
  return inOrder({
    ...deployMessage(component, at),
    problem: said.length === 0 ? undefined : said.join('; '),
    problemType: said.length === 0 ? undefined : 'Warning',
  });
}

interface DeployMessage {
  readonly changed: boolean;
  readonly columnNumber?: number | undefined;
  readonly componentType: string;
  readonly created: boolean;
  readonly createdDate: string;
  readonly deleted: boolean;
  readonly fileName: string;
  readonly fullName: string;
  readonly lineNumber?: number | undefined;
  readonly problem?: string | undefined;
  readonly problemType?: string | undefined;
  readonly success: boolean;
}

function deployMessage(
  { type, fullName, file, status }: ComponentResult,
  createdDate: string,
): DeployMessage {
  return {
    changed: status === 'created' || status === 'changed' || status === 'deleted',
    componentType: type,
    created: status === 'created',
    createdDate,
    deleted: status === 'deleted',
    fileName: file,
    fullName,
    success: status !== 'failed',
  };
}

/** The members in the order of the WSDL, which is that of their names. */
function inOrder(message: DeployMessage): DeployMessage {
  return Object.fromEntries(
    Object.entries(message).toSorted(([a], [b]) => (a < b ? -1 : 1)),
  ) as unknown as DeployMessage;
}
