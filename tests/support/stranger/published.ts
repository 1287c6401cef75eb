import type { Findings, Visitor } from './findings.js';

export type Found = Readonly<Record<Visitor['name'], Findings>>;

const KINDS = ['fields', 'members', 'shown'] as const;

/** Everything a visitor can read, a line each: `candidate fields ApplicationForm Closed_At__c`. */
export function linesOf(visitor: Visitor['name'], findings: Findings): readonly string[] {
  return KINDS.flatMap((kind) =>
    sorted(findings[kind]).flatMap(([place, items]) =>
      items.map((item) => `${visitor} ${kind} ${place} ${item}`),
    ),
  );
}

/** What a visitor could read and no line of the published text says. */
export function unpublished(
  visitor: Visitor['name'],
  findings: Findings,
  published: string,
): readonly string[] {
  const known = new Set(published.split('\n'));
  return [...findings.leaks, ...linesOf(visitor, findings).filter((line) => !known.has(line))];
}

/** The published text that tests compare with. */
export function printPublished(found: Found): string {
  const lines = Object.entries(found).flatMap(([name, findings]) =>
    linesOf(name as Visitor['name'], findings),
  );
  return `${lines.join('\n')}\n`;
}

const TITLES: Readonly<Record<Visitor['name'], string>> = {
  guest: 'A stranger, not signed in',
  candidate: 'A candidate',
  officer: 'An officer',
};

/** The same as a page for people. */
export function printFieldMap(found: Found): string {
  const people = Object.entries(found).map(
    ([name, findings]) => `## ${TITLES[name as Visitor['name']]}\n\n${printFindings(findings)}`,
  );
  return `# What strangers, candidates and officers can read

\`npm run stranger -- -u\` makes this page: it walks every route as each of them. The same walk is part of the tests and
fails when it can read anything that is not here. Records are always their own, or published to them. Read a change of
this file as what it is: something more, or less, that people outside the agency can see.

${people.join('\n')}`;
}

function printFindings({ fields, members, shown }: Findings): string {
  const rows = sorted(fields).map(([object, names]) => `| ${object} | ${names.join(', ')} |`);
  const data =
    rows.length === 0
      ? 'The data API answers nothing but that a session is missing.\n'
      : `| Object | Fields the data API gives |\n|---|---|\n${rows.join('\n')}\n`;
  const routes = sorted(members).map(
    ([route, items]) =>
      `- \`${route}\`: ${items.map((item) => `\`${item}\``).join(', ')}${sourcesOf(shown.get(route))}`,
  );
  const pages = sorted(shown)
    .filter(([route]) => route.startsWith('GET /') && !members.has(route))
    .map(([route, items]) => `- \`${route}\` shows ${items.join(', ')}`);
  return `${data}\n${[...routes, ...pages].join('\n')}\n`;
}

function sourcesOf(items: ReadonlySet<string> | undefined): string {
  return items === undefined ? '' : `; from ${[...items].sort().join(', ')}`;
}

function sorted(
  sets: ReadonlyMap<string, ReadonlySet<string>>,
): readonly (readonly [string, readonly string[]])[] {
  return [...sets]
    .map(([place, items]) => [place, [...items].sort()] as const)
    .sort(([a], [b]) => (a < b ? -1 : 1));
}
