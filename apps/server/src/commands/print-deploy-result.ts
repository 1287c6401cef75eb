import type { ComponentResult, ComponentStatus, DeployResult } from '@muster/records';
import { printTable } from './print-table.js';

const ORDER: readonly ComponentStatus[] = ['created', 'changed', 'deleted', 'unchanged', 'skipped', 'failed'];

/**
 * What became of a deploy, for a terminal: when it succeeded, a table of all components that are not as they were
 * before; when not, every fault with file, line and member. Warnings and a sum by status follow.
 */
export function printDeployResult(result: DeployResult): string {
  const { succeeded, components } = result;
  const shown = components.filter(({ status }) => succeeded && status !== 'unchanged');
  const parts = [
    shown.length === 0 ? '' : printTable(shown.toSorted(byStatus).map(rowOf)),
    linesOf('Errors', components, 'error'),
    linesOf('Warnings', components, 'warning'),
    [...lastLines(result)].join('\n'),
  ];
  return parts.filter((part) => part !== '').join('\n\n');
}

function byStatus(a: ComponentResult, b: ComponentResult): number {
  return ORDER.indexOf(a.status) - ORDER.indexOf(b.status);
}

function rowOf({ status, type, fullName, note }: ComponentResult) {
  return { Status: status, Type: type, Name: fullName, Note: note ?? '' };
}

function linesOf(
  title: string,
  components: readonly ComponentResult[],
  severity: 'error' | 'warning',
): string {
  const lines = components.flatMap(({ file, type, fullName, problems }) =>
    problems
      .filter((problem) => problem.severity === severity)
      .map(({ line, column, message }) => {
        const place = [file, line, column].filter((part) => part !== undefined).join(':');
        return `${place} ${type} ${fullName}: ${message}`.replace('  ', ' ');
      }),
  );
  return lines.length === 0 ? '' : [`${title}:`, ...lines].join('\n');
}

function* lastLines({ succeeded, checkOnly, components, unfinishedIndexes }: DeployResult): Iterable<string> {
  const counts = ORDER.map((status) => ({
    status,
    count: components.filter((each) => each.status === status).length,
  }));
  yield counts
    .filter(({ count }) => count > 0)
    .map(({ status, count }) => `${count} ${status}`)
    .join(', ');
  if (unfinishedIndexes.length > 0)
    yield `Indexes that could not be made yet, the next deploy tries again: ${unfinishedIndexes.join(', ')}`;
  if (!succeeded) yield 'Nothing was deployed.';
  else if (checkOnly) yield 'All of it can be deployed; nothing was changed.';
  else yield 'Deployed.';
}
