import {
  existsSync,
  mkdirSync,
  mkdtempSync,
  readdirSync,
  readFileSync,
  rmSync,
  writeFileSync,
} from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { pathToFileURL } from 'node:url';
import { describeObject, type FieldDef, findObject, type ObjectDef } from '@muster/metadata';
import type { Session, Solution } from '@muster/records';
import { afterAll, describe, expect, it } from 'vitest';
import { HAS_PUBLIC_PROJECTS, publicProject } from '../../support/public-projects.js';
import { openTestOrg } from '../../support/test-org.js';

const PROJECTS = [
  'SalesforceLabs__JobQuestManager',
  'SFDO-Tooling__CCI-Food-Bank',
  'trailheadapps__dreamhouse-lwc',
  'trailheadapps__ecars',
  'SFDC-Assets__recruiting-automation-flow-orchestrator',
  'trailheadapps__ebikes-lwc',
  'trailheadapps__coral-cloud',
  'trailheadapps__purealoe-lwc',
  'SFDC-Assets__PSA-Volunteer-Management',
  'SFDO-Community__OmbudsmanCloudCare',
  'SalesforceFoundation__Volunteers-for-Salesforce',
];
/** What makes tables and records; `unpackaged` holds what a project installs apart. */
const FOLDERS = /\/(objects|customMetadata|globalValueSets)\//;
const APART = /\/(unpackaged|guest-profile-metadata)\//;

const scratch = mkdtempSync(join(tmpdir(), 'muster-projects-'));
afterAll(() => rmSync(scratch, { recursive: true }));

describe('public projects', () => {
  const title = HAS_PUBLIC_PROJECTS ? '%s' : '%s (../shared/corpus/deploy is absent)';
  it.skipIf(!HAS_PUBLIC_PROJECTS).each(PROJECTS)(
    `${title} gets tables, and every object of it is described, read whole and written`,
    async (project) => {
      const org = await openTestOrg([solutionOf(project)]);
      try {
        const admin = org.as({ profile: 'Admin' });
        const made = new Map<string, string>();
        for (const object of admin.snapshot.objects.values()) {
          const described = describeObject(object, {
            snapshot: admin.snapshot,
            rights: (each) => admin.rights(each),
            language: 'en_US',
            basePath: '/v',
          });
          expect(described.fields.length).toBeGreaterThan(5);
          if (object.custom && object.kind === undefined) await sampleOf(admin, object, made);
          await admin.rows(`SELECT FIELDS(ALL) FROM ${object.name} LIMIT 1`);
        }
      } finally {
        await org.drop();
      }
    },
  );
});

function solutionOf(project: string): Solution {
  return {
    name: 'project',
    version: '1.0.0',
    standardObjects: new URL('../../../solutions/recruiting/standard-objects/', import.meta.url),
    metadata: pathToFileURL(`${objectsOf(project)}/`),
    operations: [],
    jobs: [],
    saveRules: [],
  };
}

/**
 * A folder with the objects of a project. One file of theirs was saved from a web page, with text behind its end, and
 * one object is there in both formats.
 */
function objectsOf(project: string): string {
  const folder = join(scratch, `${project}.objects`);
  const from = publicProject(project, scratch);
  for (const path of readdirSync(from, { recursive: true, encoding: 'utf8' })) {
    const inside = `/${path}`;
    if (!FOLDERS.test(inside) || APART.test(inside) || !/\.(xml|object|md)$/.test(path)) continue;
    if (path.endsWith('.object') && existsSync(join(from, path.replace(/\.object$/, '')))) continue;
    const to = join(folder, path);
    mkdirSync(dirname(to), { recursive: true });
    writeFileSync(to, readFileSync(join(from, path), 'utf8').replace(/>[^<>]*$/, '>'));
  }
  return folder;
}

/** The id of a record of an object with a value in every field that can be written, its masters made first. */
async function sampleOf(session: Session, object: ObjectDef, made: Map<string, string>): Promise<string> {
  const known = made.get(object.name);
  if (known !== undefined) return known;
  const values: Record<string, unknown> = {};
  for (const field of object.fields) {
    if (!field.createable || (!field.custom && !field.required) || field.name === 'OwnerId') continue;
    const value = field.referenceTo === undefined ? sampleValue(field) : await parentOf(session, field, made);
    if (value !== undefined) values[field.name] = value;
  }
  const id = await session.create(object.name, values);
  made.set(object.name, id);
  return id;
}

async function parentOf(session: Session, field: FieldDef, made: Map<string, string>) {
  const parent = findObject(session.snapshot, field.referenceTo?.[0] ?? '');
  return field.required && parent !== undefined ? sampleOf(session, parent, made) : undefined;
}

const SAMPLES: Readonly<Partial<Record<FieldDef['type'], unknown>>> = {
  Number: 1,
  Currency: 1,
  Percent: 1,
  Latitude: 1,
  Longitude: 1,
  Checkbox: true,
  Date: '2026-11-25',
  DateTime: '2026-11-25T10:00:00Z',
  Time: '10:00:00.000Z',
  Email: 'a@example.org',
};

/** Values of dependent lists are left to their controlling fields. */
function sampleValue(field: FieldDef): unknown {
  if (field.picklist === undefined) return SAMPLES[field.type] ?? 'a';
  if (field.picklist.controllingField !== undefined) return undefined;
  return field.picklist.values.find(({ active }) => active)?.value;
}
