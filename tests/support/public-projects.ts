import { execFileSync } from 'node:child_process';
import { existsSync, mkdirSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath, pathToFileURL } from 'node:url';
import type { MetadataPackage } from '@muster/metadata';
import { readPackageFolder } from '@muster/metadata/node';
import type { Solution } from '@muster/records';

/** Public projects and their sample data, kept beside the working copy, not in the repository. */
const CORPUS = fileURLToPath(new URL('../../../shared/corpus/', import.meta.url));
const PROJECTS = join(CORPUS, 'deploy');

export const HAS_PUBLIC_PROJECTS = existsSync(PROJECTS);
/** Data that belongs to public projects, and to public tools. */
export const SAMPLE_DATA = join(CORPUS, 'sfdata');
export const HAS_SAMPLE_DATA = HAS_PUBLIC_PROJECTS && existsSync(SAMPLE_DATA);

export const PUBLIC_PROJECTS = [
  'SFDO-Tooling__CCI-Food-Bank',
  'SalesforceLabs__JobQuestManager',
  'trailheadapps__dreamhouse-lwc',
  'trailheadapps__ecars',
  'trailheadapps__ebikes-lwc',
  'trailheadapps__purealoe-lwc',
  'trailheadapps__coral-cloud',
  'SFDC-Assets__PSA-Volunteer-Management',
  'SFDC-Assets__recruiting-automation-flow-orchestrator',
  'SFDO-Community__OmbudsmanCloudCare',
  'SalesforceFoundation__Volunteers-for-Salesforce',
] as const;

/** The folder of a public project, unpacked below `scratch` where it is an archive. */
export function publicProject(project: string, scratch: string): string {
  if (existsSync(join(PROJECTS, project))) return join(PROJECTS, project);
  const folder = join(scratch, project);
  mkdirSync(folder);
  execFileSync('tar', ['-xf', join(PROJECTS, `${project}.tar.xz`), '-C', folder]);
  return folder;
}

/** The metadata of a project; the copy of one lacks a file that its package.xml names. */
export async function publicPackage(project: string, scratch: string): Promise<MetadataPackage> {
  const pack = await readPackageFolder(publicProject(project, scratch));
  const { manifest, ...rest } = pack;
  if (manifest === undefined) return pack;
  const members = manifest.members.filter(({ type }) => type !== 'Letterhead');
  return { ...rest, manifest: { ...manifest, members } };
}

/** The standard objects projects extend, and no metadata. */
export function standardSolution(scratch: string): Solution {
  const folder = join(scratch, 'nothing');
  mkdirSync(folder, { recursive: true });
  return {
    name: 'standard',
    version: '1.0.0',
    standardObjects: new URL('../../solutions/recruiting/standard-objects/', import.meta.url),
    metadata: pathToFileURL(`${folder}/`),
    operations: [],
    jobs: [],
    saveRules: [],
  };
}
