import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import {
  documentKey,
  type MetadataDocument,
  type MetadataPackage,
  printFile,
  readPackage,
  writeFiles,
} from '@muster/metadata';
import { type ComponentStatus, type DeployResult, deployPackage, retrieveComponents } from '@muster/records';
import { afterAll, describe, expect, it } from 'vitest';
import {
  HAS_PUBLIC_PROJECTS,
  PUBLIC_PROJECTS,
  publicPackage,
  standardSolution,
} from '../../support/public-projects.js';
import { openTestOrg, type TestOrg } from '../../support/test-org.js';

/** Components that lie in a package and are not in its package.xml, which says what is meant. */
const UNLISTED: Readonly<Record<string, number>> = { 'SalesforceFoundation__Volunteers-for-Salesforce': 2 };

const scratch = mkdtempSync(join(tmpdir(), 'muster-deploys-'));
afterAll(() => rmSync(scratch, { recursive: true }));

const deploy = (org: TestOrg, pack: MetadataPackage) =>
  deployPackage({ ...org, standardObjects: org.records.standardObjects }, pack);

const failures = ({ components }: DeployResult) =>
  components.flatMap(({ status, file, problems }) =>
    status === 'failed' ? problems.map(({ line, message }) => `${file}:${line} ${message}`) : [],
  );

/** What came of the components that are kept. */
const statuses = ({ components }: DeployResult) => [
  ...new Set(components.map(({ status }) => status).filter((status) => status !== 'skipped')),
];

/** Whether a component is one that this came of. */
function withStatus(
  { components }: DeployResult,
  ...wanted: readonly ComponentStatus[]
): (key: string) => boolean {
  const found = components.filter(({ status }) => wanted.includes(status));
  const keys = new Set(found.map(({ type, fullName }) => `${type}:${fullName.toLowerCase()}`));
  return (key) => keys.has(key);
}

const textOf = ({ root, body }: MetadataDocument) => `${printFile(root)}${body ?? ''}`;

describe('public projects', () => {
  const title = HAS_PUBLIC_PROJECTS ? '%s' : '%s (../shared/corpus/deploy is absent)';
  it.skipIf(!HAS_PUBLIC_PROJECTS).each(PUBLIC_PROJECTS)(
    `${title} is deployed, a second time changes nothing, and comes back equal`,
    async (project) => {
      const pack = await publicPackage(project, scratch);
      const org = await openTestOrg([standardSolution(scratch)]);
      try {
        const first = await deploy(org, pack);
        expect(failures(first)).toEqual([]);
        expect(first.components.length).toBeGreaterThanOrEqual(pack.documents.length);

        expect(statuses(await deploy(org, pack))).toEqual(['unchanged']);

        const isKept = withStatus(first, 'created', 'changed', 'unchanged');
        const kept = pack.documents.filter((document) => isKept(documentKey(document)));
        const given = new Map(kept.map((document) => [documentKey(document), document]));
        expect(pack.documents.length - given.size).toBe(UNLISTED[project] ?? 0);
        const retrieved = await retrieveComponents(org.database, org.org, (each) =>
          given.has(documentKey(each)),
        );
        expect(retrieved.length).toBe(given.size);
        const isCreated = withStatus(first, 'created');
        for (const document of retrieved.filter((each) => isCreated(documentKey(each)))) {
          expect(textOf(document)).toBe(textOf(given.get(documentKey(document)) ?? document));
        }
        for (const format of ['source', 'mdapi'] as const) {
          const again = await deploy(org, readPackage(writeFiles(retrieved, format), undefined));
          expect(failures(again)).toEqual([]);
          expect(statuses(again)).toEqual(['unchanged']);
        }
      } finally {
        await org.drop();
      }
    },
  );
});
