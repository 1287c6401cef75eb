import { mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import type { DeployResult } from '@muster/records';
import { deploy, retrieve } from '@muster/server';
import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, it, vi } from 'vitest';
import { databaseUrl } from '../../support/in-database.js';
import { metadataFile } from '../../support/metadata-file.js';
import { createTestDatabase, type TestDatabase } from '../../support/test-database.js';

const scratch = mkdtempSync(join(tmpdir(), 'muster-commands-'));
const project = join(scratch, 'project');
let test: TestDatabase;
let output = '';

const LANTERN = 'force-app/main/default/objects/Lantern__c/Lantern__c.object-meta.xml';
const OIL = 'force-app/main/default/objects/Lantern__c/fields/Oil__c.field-meta.xml';
const lantern = metadataFile(
  LANTERN,
  'CustomObject',
  `    <label>Lantern</label>
    <nameField>
        <label>Name</label>
        <type>Text</type>
    </nameField>
    <pluralLabel>Lanterns</pluralLabel>
    <sharingModel>ReadWrite</sharingModel>`,
);
const oil = (length: string) =>
  metadataFile(
    OIL,
    'CustomField',
    `    <fullName>Oil__c</fullName>\n    <label>Oil</label>\n    <length>${length}</length>\n    <type>Text</type>`,
  );

function write(path: string, text: string): void {
  mkdirSync(dirname(join(project, path)), { recursive: true });
  writeFileSync(join(project, path), text);
}

beforeAll(async () => {
  test = await createTestDatabase();
  vi.stubEnv('DATABASE_URL', databaseUrl(test.target));
  vi.stubEnv('MUSTER_DATA_DIR', join(scratch, 'data'));
  write('sfdx-project.json', '{ "packageDirectories": [{ "path": "force-app", "default": true }] }');
  write(LANTERN, lantern.text);
  write(OIL, oil('40').text);
});
afterAll(async () => {
  vi.unstubAllEnvs();
  await test.drop();
  rmSync(scratch, { recursive: true });
});

beforeEach(() => {
  output = '';
  const keep = (text: string | Uint8Array) => {
    output += String(text);
    return true;
  };
  vi.spyOn(process.stdout, 'write').mockImplementation(keep);
  vi.spyOn(process.stderr, 'write').mockImplementation(() => true);
});
afterEach(() => {
  vi.restoreAllMocks();
});

const statuses = ({ components }: DeployResult) => components.map(({ status }) => status);

describe('muster deploy', () => {
  it('checks, deploys, and finds nothing to do the second time', async () => {
    expect(await deploy.run([project, '--check-only'])).toBe(0);
    expect(output).toMatch(/2 created\nAll of it can be deployed; nothing was changed\.\n$/);
    output = '';
    expect(await deploy.run([project])).toBe(0);
    expect(output).toMatch(/^created {2}CustomField {3}Lantern__c\.Oil__c$/m);
    output = '';
    expect(await deploy.run([project, '--json'])).toBe(0);
    expect(statuses(JSON.parse(output) as DeployResult)).toEqual(['unchanged', 'unchanged']);
  });

  it('names the place of a fault and leaves all as it was', async () => {
    write(OIL, oil('lots').text);
    expect(await deploy.run([project])).toBe(1);
    expect(output).toContain(
      `${OIL}:5:5 CustomField Lantern__c.Oil__c: <length> is lots, expected a whole number`,
    );
    expect(output).toMatch(/Nothing was deployed\.\n$/);
    write(OIL, oil('40').text);
  });

  it.each([
    [[], 'Give one folder or zip file'],
    [[join(scratch, 'nowhere')], 'There is no '],
    [[scratch, '--fast'], '--fast is not known'],
  ])('says how it is used when called with %j', async (args, message) => {
    await expect(deploy.run(args)).rejects.toThrow(message);
  });
});

describe('muster retrieve', () => {
  it('writes what was deployed, equal to it', async () => {
    const folder = join(scratch, 'out');
    expect(await retrieve.run(['-m', 'CustomObject:Lantern__c', '--output-dir', folder])).toBe(0);
    for (const path of [LANTERN, OIL]) {
      const written = readFileSync(join(folder, path.replace('force-app/main/default/', '')), 'utf8');
      expect(written).toBe(readFileSync(join(project, path), 'utf8'));
    }
    expect(output).toContain('2 components in 2 files');
  });

  it('writes a package that can be deployed again', async () => {
    const folder = join(scratch, 'package');
    const named = ['-m', 'CustomObject:Lantern__c', '--metadata', 'Profile'];
    expect(await retrieve.run([...named, '--format', 'mdapi', '--output-dir', folder])).toBe(0);
    output = '';
    expect(await deploy.run([folder, '--json'])).toBe(0);
    expect(new Set(statuses(JSON.parse(output) as DeployResult))).toEqual(new Set(['unchanged']));
  });

  it('says what the agency does not have, and which types it never has', async () => {
    expect(await retrieve.run(['-m', 'Role:Nobody', '--output-dir', join(scratch, 'none')])).toBe(1);
    expect(output).toContain('The agency has no Role Nobody');
    await expect(retrieve.run(['-m', 'ApexClass:X'])).rejects.toThrow('ApexClass is not kept: ');
    await expect(retrieve.run(['-m', 'Nonsense'])).rejects.toThrow('Nonsense is no type of metadata');
  });
});
