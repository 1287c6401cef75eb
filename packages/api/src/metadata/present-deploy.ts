import type {
  ComponentDifference,
  ComponentResult,
  ComponentTexts,
  DeployEntry,
  DeployOutcome,
} from '@muster/records';

/** A deploy in the members of Salesforce's `DeployResult`, without its components. */
export function presentDeploy(entry: DeployEntry) {
  const { id, status, options, outcome, requested, startedAt, completedAt } = entry;
  const { total = entry.componentCount ?? 0, failed = 0, deployed = 0 } = countComponents(outcome);
  const done = isDone(entry);
  return {
    id,
    status,
    done,
    success: status === 'Succeeded',
    checkOnly: outcome?.checkOnly ?? options.checkOnly === true,
    ignoreWarnings: options.ignoreWarnings === true,
    rollbackOnError: true,
    runTestsEnabled: false,
    createdBy: requested.by?.id ?? null,
    createdByName: requested.by?.name ?? null,
    createdDate: dateText(requested.at),
    startDate: startedAt === undefined ? null : dateText(startedAt),
    completedDate: completedAt === undefined ? null : dateText(completedAt),
    lastModifiedDate: dateText(completedAt ?? startedAt ?? requested.at),
    numberComponentsTotal: total,
    numberComponentsDeployed: deployed,
    numberComponentErrors: failed,
    numberTestsTotal: 0,
    numberTestsCompleted: 0,
    numberTestErrors: 0,
    errorMessage: entry.failure ?? null,
    origin: entry.origin,
  };
}

/** As `presentDeploy`, with what became of each component and how its text differs. */
export function presentDeployInFull(entry: DeployEntry, differences: readonly ComponentDifference[]) {
  const byKey = new Map(differences.map((each) => [keyOf(each.type.name, each.fullName), each]));
  const components = (entry.outcome?.components ?? []).map((component) => {
    const found = byKey.get(keyOf(component.type, component.fullName));
    return { ...component, ...(found === undefined ? {} : presentDifference(found)) };
  });
  return { ...presentDeploy(entry), components };
}

export function isDone({ status }: Pick<DeployEntry, 'status'>): boolean {
  return status !== 'Pending' && status !== 'InProgress';
}

export function dateText(milliseconds: number): string {
  return new Date(milliseconds).toISOString();
}

function keyOf(type: string, fullName: string): string {
  return `${type}:${fullName.toLowerCase()}`;
}

function presentDifference({ before, after }: ComponentDifference) {
  return { before: presentTexts(before), after: presentTexts(after) };
}

function presentTexts(texts: ComponentTexts | undefined) {
  if (texts === undefined) return null;
  return texts.body === undefined ? { text: texts.text } : { text: texts.text, body: texts.body };
}

function countComponents(outcome: DeployOutcome | undefined) {
  if (outcome === undefined) return {};
  const counted = outcome.components.filter(isCounted);
  const failed = counted.filter(({ status }) => status === 'failed').length;
  return { total: counted.length, failed, deployed: counted.length - failed };
}

function isCounted({ status }: ComponentResult): boolean {
  return status !== 'skipped';
}
