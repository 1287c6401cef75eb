import { setTimeout as sleep } from 'node:timers/promises';
import { type PackageFile, printManifest, readPackage } from '@muster/metadata';
import { writeZip } from '@muster/metadata/node';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { buildIfStale } from '../../tools/launcher/build-if-stale.js';
import { call } from '../support/api-client.js';
import { metadataFile } from '../support/metadata-file.js';
import { type ServerProcess, startServerProcess, VICTIMS } from './server-process.js';
import { signIn } from './write-load.js';

/** Two in the tests, twenty with `npm run test:resilience`. */
const ROUNDS = Number(process.env.MUSTER_KILL_ROUNDS ?? 2);
const PORT = 18_941;
/** Milliseconds within which a deploy of this size is done; the kill comes at a random moment of them. */
const WORK = 400;
const FIELDS = 12;
const BASE = '/services/data/v60.0';

let server: ServerProcess;
let token: string;

const api = (method: string, path: string, body?: unknown) =>
  call(server.url, { authorization: `Bearer ${token}` }, method, BASE + path, body);

const fieldNames = (round: string) => Array.from({ length: FIELDS }, (_, i) => `R${round}_${i}__c`);

/** An object whose label is the round, with fields of that round. */
function packageOf(round: string): readonly PackageFile[] {
  const fields = fieldNames(round).map(
    (name) =>
      `<fields><fullName>${name}</fullName><label>${name}</label><type>Text</type><length>20</length></fields>`,
  );
  const object = metadataFile(
    'objects/Buoy__c.object',
    'CustomObject',
    `<label>${round}</label><pluralLabel>Buoys</pluralLabel><sharingModel>ReadWrite</sharingModel>
    <nameField><label>Name</label><type>Text</type></nameField>${fields.join('')}`,
  );
  const { documents } = readPackage([object], undefined);
  return [object, { path: 'package.xml', text: printManifest(documents, '60.0') }];
}

async function ask(round: string): Promise<string> {
  const form = new FormData();
  const zip = writeZip(packageOf(round)) as Uint8Array<ArrayBuffer>;
  form.append('file', new Blob([zip], { type: 'application/zip' }), 'package.zip');
  form.append('entity_content', JSON.stringify({ deployOptions: { singlePackage: true } }));
  const response = await fetch(`${server.url}${BASE}/metadata/deployRequest`, {
    method: 'POST',
    headers: { authorization: `Bearer ${token}` },
    body: form,
  });
  expect(response.status).toBe(201);
  return ((await response.json()) as { id: string }).id;
}

/** How much of a round the org has: its label, and how many of its fields. */
async function found(round: string): Promise<{ readonly labelled: boolean; readonly fields: number }> {
  const { status, body } = await api('GET', '/sobjects/Buoy__c/describe');
  if (status === 404) return { labelled: false, fields: 0 };
  const names = new Set(body.fields.map(({ name }: { name: string }) => name));
  return {
    labelled: body.label === round,
    fields: fieldNames(round).filter((name) => names.has(name)).length,
  };
}

async function ended(id: string) {
  for (;;) {
    const { status, body } = await api('GET', `/metadata/deployRequest/${id}`).catch(() => ({
      status: 0,
      body: null,
    }));
    if (status === 200 && body.deployResult.done) return body.deployResult;
    await sleep(100);
  }
}

describe.skipIf(process.platform !== 'linux')('kill -9 at a random moment of a deploy', () => {
  beforeAll(async () => {
    await buildIfStale(new URL('../../', import.meta.url));
    server = await startServerProcess(PORT);
    token = await signIn(server.url, server.admin);
  });
  afterAll(() => server?.close());

  it.each(VICTIMS)('of %s leaves all or nothing of it, and it ends by itself', async (victim) => {
    let cutShort = 0;
    for (let n = 0; n < ROUNDS; n += 1) {
      const round = `${VICTIMS.indexOf(victim)}x${n}`;
      const id = await ask(round);
      await sleep(Math.random() * WORK);
      await server.kill(victim);

      const { labelled, fields } = await found(round);
      expect(fields).toBe(labelled ? FIELDS : 0);
      if (!labelled) cutShort += 1;
      expect(await ended(id)).toMatchObject({ status: 'Succeeded', numberComponentsDeployed: FIELDS + 1 });
      expect(await found(round)).toEqual({ labelled: true, fields: FIELDS });
      const values = Object.fromEntries(fieldNames(round).map((name) => [name, 'x']));
      const made = await api('POST', '/sobjects/Buoy__c', { Name: round, ...values });
      expect(made.status).toBe(201);
    }
    console.log(`kill -9 of ${victim}: ${cutShort} of ${ROUNDS} deploys were done again afterwards`);
  });
});
