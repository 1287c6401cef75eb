import { MusterError } from '@muster/kernel';
import { findObject, isSearchedText, type ObjectDef } from '@muster/metadata';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { type Everything, readEverything } from '../../support/secret-world/naive-view.js';
import { type OpenAgency, openAgency } from '../../support/secret-world/open-agency.js';
import { PEOPLE, type PersonName } from '../../support/secret-world/people.js';
import { REACH, reaches, readableFields } from '../../support/secret-world/reach.js';
import type { Secret } from '../../support/secret-world/secrets.js';

const BASE = '/services/data/v60.0';

let org: OpenAgency;
let everything: Everything;
beforeAll(async () => {
  org = await openAgency();
  everything = await readEverything(org.system, org.records.snapshot());
});
afterAll(() => org.drop());

/** What one person can find a secret by: reachable records with it in a field of text that is open to them. */
function findable(person: PersonName, secret: Secret): readonly string[] {
  const snapshot = org.records.snapshot();
  const object = findObject(snapshot, secret.object) as ObjectDef;
  const open = readableFields(snapshot, org.people[person], object.name);
  const fields = object.fields.filter((field) => open.has(field.name) && isSearchedText(field));
  const rows = everything.get(object.name) ?? [];
  return org.agency.records
    .filter((record) => record.object === object.name && reaches(person, record))
    .map(({ id }) => id)
    .filter((id) => {
      const row = rows.find((candidate) => candidate.Id === id);
      return fields.some(({ name }) => String(row?.[name] ?? '').includes(secret.text));
    });
}

describe.each(PEOPLE)('%s', (person) => {
  it('finds by search what may be read, by fields that may be read, and nothing else', async () => {
    const secrets = org.secrets.all.filter(({ text }) => text.startsWith('CANARY'));
    expect(secrets.length).toBeGreaterThan(100);
    for (const secret of secrets) {
      const { text, object } = secret;
      const found = await org.sessions[person].search(`FIND {"${text}"} RETURNING ${object}(Id)`, BASE).then(
        ({ json }) => (JSON.parse(json) as { Id: string }[]).map((row) => row.Id).sort(),
        (failure: unknown) => (failure instanceof MusterError ? failure.code : failure),
      );
      const isOpen = REACH[person][object] !== undefined;
      expect(found, text).toEqual(isOpen ? [...findable(person, secret)].sort() : 'INVALID_TYPE');
    }
  });

  it('is answered over all objects without a word of what is hidden', async () => {
    const { json } = await org.sessions[person].search('FIND {canary}', BASE);
    const ids = (JSON.parse(json) as { Id: string }[]).map((row) => row.Id);
    const hidden = org.agency.records.filter((record) => !reaches(person, record)).map(({ id }) => id);
    expect(ids.filter((id) => hidden.includes(id))).toEqual([]);
  });
});
