import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { deployPackage } from '@muster/records';
import { afterAll, describe, expect, it } from 'vitest';
import { type ApiClient, apiClient } from '../../support/api-client.js';
import {
  HAS_SAMPLE_DATA,
  PUBLIC_PROJECTS,
  publicPackage,
  SAMPLE_DATA,
  standardSolution,
} from '../../support/public-projects.js';
import { importDataset, importPlan, type Loaded } from '../../support/sample-data.js';
import { startTestServer, type TestServer } from '../../support/test-server.js';

const API = '/services/data/v60.0';

/** What a project comes with: plans of trees, or a dataset. */
const SAMPLES: Partial<Record<(typeof PUBLIC_PROJECTS)[number], readonly string[]>> = {
  'SFDO-Tooling__CCI-Food-Bank': ['datasets'],
  'trailheadapps__dreamhouse-lwc': ['data/sample-data-plan.json'],
  trailheadapps__ecars: ['data/data-plan.json'],
  'trailheadapps__ebikes-lwc': ['data/sample-data-plan.json'],
  'trailheadapps__purealoe-lwc': ['data/Harvest_Field__c-plan.json', 'data/Merchandise__c-plan.json'],
  'trailheadapps__coral-cloud': ['data/data-plan.json'],
  'SFDO-Community__OmbudsmanCloudCare': ['datasets'],
  'SalesforceFoundation__Volunteers-for-Salesforce': ['datasets'],
};

const scratch = mkdtempSync(join(tmpdir(), 'muster-samples-'));
afterAll(() => rmSync(scratch, { recursive: true }));

/** Deploys a project and gives the names of its objects that keep records, which platform events do not. */
async function deploy({ instance }: TestServer, project: string): Promise<readonly string[]> {
  const { store, org, records } = instance;
  const target = { database: store.database, org, standardObjects: records.standardObjects };
  const { components } = await deployPackage(target, await publicPackage(project, scratch));
  expect(components.filter(({ status }) => status === 'failed')).toEqual([]);
  const objects = components.filter(({ type, status }) => type === 'CustomObject' && status !== 'skipped');
  return objects.map(({ fullName }) => fullName).filter((name) => !name.endsWith('__e'));
}

async function query(client: ApiClient, soql: string) {
  const { status, body } = await client.call('GET', `${API}/query?q=${encodeURIComponent(soql)}`);
  expect({ soql, status, body: status === 200 ? '' : body }).toEqual({ soql, status: 200, body: '' });
  return body;
}

/** A value of a file and of an answer, written alike: numbers may come as text, instants in either form. */
function plain(value: unknown): string {
  if (value === null || value === undefined) return '';
  const text = String(value).trim().replaceAll('\r\n', '\n');
  if (text !== '' && !Number.isNaN(Number(text))) return String(Number(text));
  if (/^\d{4}-\d\d-\d\dT/.test(text)) return new Date(text.replace(/\+0000$/, 'Z')).toISOString();
  return text;
}

/** Compares every record of the files with what the org answers, and their number with the object's. */
async function expectAll(client: ApiClient, loaded: readonly Loaded[]): Promise<void> {
  for (const object of new Set(loaded.map((record) => record.object))) {
    const own = loaded.filter((record) => record.object === object);
    const names = [...new Set(own.flatMap(({ values }) => Object.keys(values)))];
    const answer = await query(client, `SELECT ${['Id', ...names].join(', ')} FROM ${object}`);
    expect({ object, count: answer.totalSize }).toEqual({
      object,
      count: new Set(own.map(({ id }) => id)).size,
    });
    const stored = new Map<string, Record<string, unknown>>(
      answer.records.map((record: { readonly Id: string }) => [record.Id, record]),
    );
    for (const { id, values } of own) {
      const given = Object.entries(values).filter(([, value]) => plain(value) !== '');
      const found = given.map(([name]) => [name, plain(stored.get(id)?.[name])]);
      expect(found).toEqual(given.map(([name, value]) => [name, plain(value)]));
    }
  }
}

describe('public projects', () => {
  const title = HAS_SAMPLE_DATA ? '%s' : '%s (../shared/corpus is absent)';
  it.skipIf(!HAS_SAMPLE_DATA).each(PUBLIC_PROJECTS)(
    `${title} takes its sample data, and every object of it is described and queried`,
    async (project) => {
      const server = await startTestServer({ createSolutions: () => [standardSolution(scratch)] });
      try {
        const objects = await deploy(server, project);
        const client = await apiClient(server);
        const loaded: Loaded[] = [];
        for (const sample of SAMPLES[project] ?? []) {
          const path = join(SAMPLE_DATA, project, sample);
          loaded.push(...(await (sample.endsWith('.json') ? importPlan : importDataset)(client, path)));
        }
        await expectAll(client, loaded);
        const { body: global } = await client.call('GET', `${API}/sobjects`);
        const known = new Set(global.sobjects.map(({ name }: { readonly name: string }) => name));
        for (const object of objects) {
          expect(known).toContain(object);
          const described = await client.call('GET', `${API}/sobjects/${object}/describe`);
          expect({ object, status: described.status }).toEqual({ object, status: 200 });
          if (described.body.queryable) await query(client, `SELECT FIELDS(ALL) FROM ${object} LIMIT 200`);
        }
      } finally {
        await server.close();
      }
    },
  );
});
