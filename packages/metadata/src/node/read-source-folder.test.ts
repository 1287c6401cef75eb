import { execFileSync } from 'node:child_process';
import { existsSync, mkdirSync, mkdtempSync, readdirSync, rmSync, symlinkSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { afterAll, describe, expect, it } from 'vitest';
import { buildSnapshot } from '../snapshot/build-snapshot.js';
import { readSourceFolder } from './read-source-folder.js';
import { PLATFORM_STANDARD_OBJECTS, readStandardObjects } from './read-standard-objects.js';

const { standardObjects } = await readStandardObjects(PLATFORM_STANDARD_OBJECTS);
const scratch = mkdtempSync(join(tmpdir(), 'muster-metadata-'));
afterAll(() => rmSync(scratch, { recursive: true }));

const NAMESPACE = 'xmlns="http://soap.sforce.com/2006/04/metadata"';

describe('a source folder', () => {
  it('gives its metadata files in the order of their paths and passes over everything else', async () => {
    const folder = join(scratch, 'project');
    const label = (name: string) =>
      `<CustomPermission ${NAMESPACE}><label>${name}</label></CustomPermission>`;
    mkdirSync(join(folder, 'b'), { recursive: true });
    mkdirSync(join(folder, '.git'));
    writeFileSync(join(folder, 'b', 'Two.customPermission-meta.xml'), label('Two'));
    writeFileSync(join(folder, 'One.customPermission'), label('One'));
    writeFileSync(join(folder, '.git', 'Three.customPermission-meta.xml'), label('Three'));
    writeFileSync(join(folder, 'README.md'), '# A project');
    symlinkSync(join(folder, 'b'), join(folder, 'c'));
    const { components, problems } = await readSourceFolder(folder);
    expect(components.map(({ source }) => source.file)).toEqual([
      'One.customPermission',
      'b/Two.customPermission-meta.xml',
    ]);
    expect(problems).toEqual([]);
  });
});

/** Public projects kept beside the working copy, not in the repository. */
const CORPUS = fileURLToPath(new URL('../../../../../shared/corpus/deploy/', import.meta.url));
const projects = existsSync(CORPUS) ? readdirSync(CORPUS) : [];

describe('public projects', () => {
  const names = projects.length > 0 ? projects : ['../shared/corpus/deploy, which is absent,'];

  it.skipIf(projects.length === 0).each(names)(
    '%s is read and every problem names its file',
    async (project) => {
      const { components, problems } = await readSourceFolder(unpacked(project));
      const built = buildSnapshot({ version: 1, standardObjects, components, assignedPrefixes: new Map() });
      const all = [...problems, ...built.problems];
      const unplaced = all.filter(
        ({ file, member, line }) => file === '' || member === '' || !(Number(line) > 0),
      );
      expect(unplaced).toEqual([]);
      expect(components.length).toBeGreaterThan(0);
      report(project, built.snapshot.objects.values(), all);
    },
  );
});

function unpacked(project: string): string {
  if (!project.endsWith('.tar.xz')) return join(CORPUS, project);
  const folder = join(scratch, project);
  mkdirSync(folder);
  execFileSync('tar', ['-xf', join(CORPUS, project), '-C', folder]);
  return folder;
}

type Objects = Iterable<{
  custom: boolean;
  fields: readonly { custom: boolean }[];
  notComputed?: readonly unknown[];
}>;

function report(project: string, objects: Objects, problems: readonly { severity: string }[]): void {
  const all = [...objects];
  const custom = all.filter((object) => object.custom).length;
  const fields = all.flatMap((object) => object.fields).filter((field) => field.custom).length;
  const notComputed = all.reduce((sum, object) => sum + (object.notComputed?.length ?? 0), 0);
  const errors = problems.filter(({ severity }) => severity === 'error').length;
  const line = `${custom} objects, ${fields} fields, ${notComputed} not computed, ${errors} errors, ${problems.length - errors} warnings`;
  console.info(`${project}: ${line}`);
}
