import { execFileSync } from 'node:child_process';
import { existsSync, mkdirSync, mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { afterAll, describe, expect, it } from 'vitest';
import { type MetadataProblem, printProblem } from '../metadata-problem.js';
import { sourcePath } from '../package/paths.js';
import { printFile } from '../package/print-element.js';
import { type MetadataEffect, metadataEffect } from '../registry/metadata-effect.js';
import { buildSnapshot } from '../snapshot/build-snapshot.js';
import { parseSourceFiles } from '../source-format/parse-source-files.js';
import { readPackageFolder } from './read-package-folder.js';
import { PLATFORM_STANDARD_OBJECTS, readStandardObjects } from './read-standard-objects.js';

const RECRUITING = new URL('../../../../solutions/recruiting/standard-objects/', import.meta.url);
const standardObjects = [
  ...(await readStandardObjects(PLATFORM_STANDARD_OBJECTS)).standardObjects,
  ...(await readStandardObjects(fileURLToPath(RECRUITING))).standardObjects,
];

/** Public projects kept beside the working copy, not in the repository. */
const CORPUS = fileURLToPath(new URL('../../../../../shared/corpus/deploy/', import.meta.url));
const scratch = mkdtempSync(join(tmpdir(), 'muster-projects-'));
afterAll(() => rmSync(scratch, { recursive: true }));

/** What becomes of the components of each project, and how many of its fields have no values yet. */
const EXPECTED: Readonly<Record<string, Counts>> = {
  SalesforceLabs__JobQuestManager: {
    applied: 33,
    notEnforced: 1,
    notShown: 3,
    skipped: 0,
    notComputed: 1,
    leftOut: 0,
  },
  'SFDO-Tooling__CCI-Food-Bank': {
    applied: 15,
    notEnforced: 0,
    notShown: 0,
    skipped: 0,
    notComputed: 0,
    leftOut: 0,
  },
  'trailheadapps__dreamhouse-lwc': {
    applied: 46,
    notEnforced: 1,
    notShown: 6,
    skipped: 0,
    notComputed: 5,
    leftOut: 0,
  },
  trailheadapps__ecars: { applied: 44, notEnforced: 2, notShown: 14, skipped: 0, notComputed: 0, leftOut: 0 },
  'SFDC-Assets__recruiting-automation-flow-orchestrator': {
    applied: 112,
    notEnforced: 16,
    notShown: 13,
    skipped: 0,
    notComputed: 15,
    leftOut: 0,
  },
  'trailheadapps__ebikes-lwc': {
    applied: 52,
    notEnforced: 0,
    notShown: 9,
    skipped: 1,
    notComputed: 0,
    leftOut: 3,
  },
  'trailheadapps__coral-cloud': {
    applied: 92,
    notEnforced: 10,
    notShown: 17,
    skipped: 3,
    notComputed: 23,
    leftOut: 0,
  },
  'trailheadapps__purealoe-lwc': {
    applied: 73,
    notEnforced: 4,
    notShown: 7,
    skipped: 0,
    notComputed: 2,
    leftOut: 17,
  },
  'SFDC-Assets__PSA-Volunteer-Management': {
    applied: 59,
    notEnforced: 16,
    notShown: 53,
    skipped: 0,
    notComputed: 10,
    leftOut: 0,
  },
  'SFDO-Community__OmbudsmanCloudCare': {
    applied: 86,
    notEnforced: 10,
    notShown: 50,
    skipped: 0,
    notComputed: 5,
    leftOut: 0,
  },
  'SalesforceFoundation__Volunteers-for-Salesforce': {
    applied: 1089,
    notEnforced: 24,
    notShown: 104,
    skipped: 0,
    notComputed: 24,
    leftOut: 0,
  },
};

interface Counts {
  readonly applied: number;
  readonly notEnforced: number;
  readonly notShown: number;
  readonly skipped: number;
  readonly notComputed: number;
  /** Events and the like, whose objects are left out with a warning. */
  readonly leftOut: number;
}

describe('public projects', () => {
  const cases = Object.entries(EXPECTED);
  const title = existsSync(CORPUS) ? '%s' : '%s (../shared/corpus/deploy is absent)';
  it.skipIf(!existsSync(CORPUS)).each(cases)(
    `${title} fits together, and every component is accounted for`,
    async (project, expected) => {
      const { counts, errors } = await measure(project);
      expect(errors).toEqual([]);
      expect(counts).toEqual(expected);
    },
  );
});

async function measure(project: string): Promise<{ counts: Counts; errors: readonly string[] }> {
  const read = await readPackageFolder(unpacked(project));
  const parsed = parseSourceFiles(
    read.documents.map((document) => ({ path: sourcePath(document), text: printFile(document.root) })),
  );
  const built = buildSnapshot({
    version: 1,
    standardObjects,
    components: parsed.components,
    assignedPrefixes: new Map(),
  });
  const problems: readonly MetadataProblem[] = [...read.problems, ...parsed.problems, ...built.problems];
  const effects = read.documents.map(({ type }) => metadataEffect(type));
  const of = (effect: MetadataEffect) => effects.filter((each) => each === effect).length;
  const objects = [...built.snapshot.objects.values()];
  return {
    counts: {
      applied: of('applied'),
      notEnforced: of('not yet enforced'),
      notShown: of('not yet shown'),
      skipped: read.skipped.length,
      notComputed: objects.reduce((sum, { notComputed = [] }) => sum + notComputed.length, 0),
      leftOut: problems.filter(({ message }) => message.endsWith('are not supported; it is left out')).length,
    },
    errors: problems.filter(({ severity }) => severity === 'error').map(printProblem),
  };
}

function unpacked(project: string): string {
  if (existsSync(join(CORPUS, project))) return join(CORPUS, project);
  const folder = join(scratch, project);
  mkdirSync(folder);
  execFileSync('tar', ['-xf', join(CORPUS, `${project}.tar.xz`), '-C', folder]);
  return folder;
}
