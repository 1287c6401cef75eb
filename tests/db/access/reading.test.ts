import { MusterError } from '@muster/kernel';
import { findField, findObject, type ObjectDef, referencesTo } from '@muster/metadata';
import { soql } from '@muster/soql';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { type OpenAgency, openAgency } from '../../support/secret-world/open-agency.js';
import { PEOPLE, type PersonName } from '../../support/secret-world/people.js';
import { REACH, reaches, readableFields } from '../../support/secret-world/reach.js';

const BASE = '/services/data/v60.0';
/** A name of the same length that nothing has, so that errors which quote the query can be compared. */
const absentLike = (name: string) => 'Z'.repeat(name.length);

let org: OpenAgency;
beforeAll(async () => {
  org = await openAgency();
});
afterAll(() => org.drop());

const objects = () => [...org.records.snapshot().objects.values()];
const isOpen = (person: PersonName, object: ObjectDef) => REACH[person][object.name] !== undefined;
const readable = (person: PersonName) =>
  objects().filter((object) => REACH[person][object.name] !== undefined);
const fieldsOf = (person: PersonName, object: ObjectDef) =>
  readableFields(org.records.snapshot(), org.people[person], object.name);
const hiddenFields = (person: PersonName, object: ObjectDef) =>
  object.fields.map((field) => field.name).filter((name) => !fieldsOf(person, object).has(name));
const idsOf = (person: PersonName, object: string) =>
  org.agency.records
    .filter((record) => record.object === object && reaches(person, record))
    .map(({ id }) => id);

/** What a query answers: its records, or how it was refused, without the name that was asked for. */
async function answer(person: PersonName, text: string, asked: string): Promise<unknown> {
  try {
    return JSON.parse((await org.sessions[person].query(text, { basePath: BASE })).json);
  } catch (failure) {
    if (!(failure instanceof MusterError)) throw failure;
    return { code: failure.code, message: failure.message.replaceAll(asked, '…') };
  }
}

/** Secrets in a text that are not the person's to read. */
function leaks(person: PersonName, text: string): readonly string[] {
  const snapshot = org.records.snapshot();
  return org.secrets
    .findIn(text)
    .filter(({ object, field, tag }) => {
      const mine = org.agency.records.some(
        (record) => record.object === object && record.tag === tag && reaches(person, record),
      );
      return !mine || !readableFields(snapshot, org.people[person], object).has(field);
    })
    .map((secret) => `${secret.object}.${secret.field} of ${secret.tag}`);
}

/** Every field of every parent that is open to the person. */
function parentPaths(person: PersonName, object: ObjectDef): readonly string[] {
  return object.fields
    .filter((field) => fieldsOf(person, object).has(field.name) && field.referenceTo?.length === 1)
    .flatMap(({ referenceTo, relationshipName }) => {
      const parent = findObject(org.records.snapshot(), referenceTo?.[0] ?? '');
      if (relationshipName === undefined || parent === undefined || !isOpen(person, parent)) return [];
      return [...fieldsOf(person, parent)].map((name) => `${relationshipName}.${name}`);
    });
}

/** Every list of children that is open to the person, with all its fields. */
function childLists(person: PersonName, object: ObjectDef): readonly string[] {
  return referencesTo(org.records.snapshot(), object).flatMap(({ object: child, field }) => {
    const name = field.childRelationshipName;
    if (name === undefined || !isOpen(person, child) || !fieldsOf(person, child).has(field.name)) return [];
    return [`(SELECT ${[...fieldsOf(person, child)].join(', ')} FROM ${name})`];
  });
}

describe.each(PEOPLE)('%s', (person) => {
  it('reads the objects that are granted and no other', () => {
    const session = org.sessions[person];
    const read = objects().filter((object) => session.rights(object).read);
    expect(read.map((object) => object.name).sort()).toEqual(Object.keys(REACH[person]).sort());
  });

  it('gets the records within reach, with the fields that are granted, by query and one by one', async () => {
    const session = org.sessions[person];
    for (const object of readable(person)) {
      const fields = [...fieldsOf(person, object)];
      const { json } = await session.query(`SELECT ${fields.join(', ')} FROM ${object.name}`, {
        basePath: BASE,
      });
      const found = (JSON.parse(json) as { records: { Id: string }[] }).records.map((record) => record.Id);
      const made = org.agency.records.filter((record) => record.object === object.name).map(({ id }) => id);
      expect(found.filter((id) => made.includes(id)).sort(), object.name).toEqual(
        idsOf(person, object.name).sort(),
      );
      expect(leaks(person, json), object.name).toEqual([]);
    }
    for (const { object, id, tag } of org.agency.records) {
      const record = await session.retrieve(object, id, undefined, BASE).then(
        ({ json }) => json,
        (failure: MusterError) => failure,
      );
      if (record instanceof MusterError) expect(record.code).toBe('NOT_FOUND');
      else expect(leaks(person, record), `${object} of ${tag}`).toEqual([]);
      expect(typeof record === 'string', `${object} of ${tag}`).toBe(reaches(person, { object, id, tag }));
    }
  });

  it('is told of a hidden field what is told of one that does not exist, in every part of a query', async () => {
    const queries = (object: string, name: string) => [
      `SELECT ${name} FROM ${object}`,
      `SELECT Id FROM ${object} WHERE ${name} = null`,
      `SELECT Id FROM ${object} WHERE (NOT ${name} != null) OR Id != null`,
      `SELECT Id FROM ${object} WHERE ${name} IN ('x')`,
      `SELECT Id FROM ${object} WHERE ${name} LIKE 'C%'`,
      `SELECT Id FROM ${object} ORDER BY ${name}`,
      `SELECT ${name}, COUNT(Id) FROM ${object} GROUP BY ${name}`,
      `SELECT COUNT(${name}) FROM ${object}`,
      `SELECT MAX(${name}) FROM ${object}`,
      `SELECT Id, COUNT(Id) n FROM ${object} GROUP BY Id HAVING MIN(${name}) != null`,
      `SELECT Id FROM ${object} WHERE Id IN (SELECT ${name} FROM ${object})`,
      `SELECT Id FROM ${object} WHERE ${name} IN (SELECT Id FROM ${object})`,
      `SELECT Id FROM ${object} USING SCOPE everything WHERE ${name} INCLUDES ('x')`,
    ];
    for (const object of readable(person)) {
      const answers = (name: string) =>
        Promise.all(queries(object.name, name).map((text) => answer(person, text, name)));
      for (const name of hiddenFields(person, object)) {
        expect(await answers(name), `${object.name}.${name}`).toEqual(await answers(absentLike(name)));
      }
    }
  });

  it('is told of a hidden object what is told of one that does not exist', async () => {
    const session = org.sessions[person];
    const id = '0000000000000000AA';
    const asked = (name: string): (() => Promise<unknown>)[] => [
      () => session.query(`SELECT Id FROM ${name}`, { basePath: BASE }),
      () => session.query(`SELECT COUNT() FROM ${name}`, { basePath: BASE }),
      () => session.retrieve(name, id, undefined, BASE),
      () => session.version(name, id),
      () => session.insert(name, [{ values: { Name: 'x' } }]),
      () => session.update(name, [{ id, values: { Name: 'x' } }]),
      () => session.delete(name, [id]),
      () => session.upsert(name, 'Id', [{ values: { Name: 'x' } }]),
    ];
    const outcomes = (name: string) =>
      Promise.all(
        asked(name).map((ask) =>
          ask().catch((failure: MusterError) => [failure.code, failure.message.replaceAll(name, '…')]),
        ),
      );
    const hidden = objects().filter((object) => REACH[person][object.name] === undefined);
    for (const { name } of hidden)
      expect(await outcomes(name), name).toEqual(await outcomes(absentLike(name)));
  });

  it('finds no way up or down to what is hidden', async () => {
    for (const object of readable(person)) {
      for (const lookup of object.fields.filter((field) => field.relationshipName !== undefined)) {
        const path = lookup.relationshipName ?? '';
        const targets = lookup.referenceTo ?? [];
        const isOpen =
          fieldsOf(person, object).has(lookup.name) &&
          targets.some((target) => REACH[person][target] !== undefined);
        if (isOpen) continue;
        const text = (name: string) =>
          `SELECT ${name}.Id FROM ${object.name} WHERE ${name}.Id != null ORDER BY ${name}.Id`;
        expect(await answer(person, text(path), path), path).toEqual(
          await answer(person, text(absentLike(path)), absentLike(path)),
        );
      }
      for (const child of referencesTo(org.records.snapshot(), object)) {
        const name = child.field.childRelationshipName;
        const isOpen =
          REACH[person][child.object.name] !== undefined &&
          fieldsOf(person, child.object).has(child.field.name);
        if (name === undefined || isOpen) continue;
        const text = (list: string) => `SELECT Id, (SELECT Id FROM ${list}) FROM ${object.name}`;
        expect(await answer(person, text(name), name), name).toEqual(
          await answer(person, text(absentLike(name)), absentLike(name)),
        );
      }
    }
  });

  it('gets nothing of parents and children out of reach along paths that are open', async () => {
    for (const object of readable(person)) {
      const outputs = [...parentPaths(person, object), ...childLists(person, object)];
      if (outputs.length === 0) continue;
      const text = `SELECT Id, ${outputs.join(', ')} FROM ${object.name}`;
      const { json } = await org.sessions[person].query(text, { basePath: BASE });
      expect(leaks(person, json), object.name).toEqual([]);
    }
  });

  it('counts, groups and searches within reach alone', async () => {
    const session = org.sessions[person];
    for (const object of readable(person)) {
      const made = org.agency.records.filter((record) => record.object === object.name);
      if (made.length === 0) continue;
      const among = soql`Id IN ${made.map(({ id }) => id)}`;
      const expected = idsOf(person, object.name).length;
      const { totalSize } = await session.query(`SELECT COUNT() FROM ${object.name} WHERE ${among}`, {
        basePath: BASE,
      });
      expect(totalSize, object.name).toBe(expected);
      const texts = object.fields.filter(
        ({ name, type }) => fieldsOf(person, object).has(name) && (type === 'Text' || type === 'Email'),
      );
      if (texts.length === 0) continue;
      const search = texts.map(({ name }) => `${name} LIKE '%CANARY%'`).join(' OR ');
      const { json } = await session.query(
        `SELECT ${texts.map(({ name }) => name).join(', ')} FROM ${object.name} WHERE ${search}`,
        { basePath: BASE },
      );
      expect(leaks(person, json), object.name).toEqual([]);
      const least = await session.query(
        `SELECT ${texts.map(({ name }) => `MIN(${name}), MAX(${name})`).join(', ')} FROM ${object.name}`,
        { basePath: BASE },
      );
      expect(leaks(person, least.json), object.name).toEqual([]);
    }
  });
});

describe('pages of a query', () => {
  it('are for whoever asked it', async () => {
    await org.system.insert(
      'Lead',
      Array.from({ length: 250 }, (_, i) => ({ values: { LastName: `Lead ${i}`, Company: 'Paged' } })),
    );
    const first = JSON.parse(
      (await org.system.query('SELECT Id FROM Lead', { basePath: BASE, batchSize: 200 })).json,
    ) as { nextRecordsUrl: string };
    const locator = first.nextRecordsUrl.split('/').at(-1) ?? '';
    for (const person of PEOPLE) {
      await expect(org.sessions[person].queryMore(locator, { basePath: BASE })).rejects.toMatchObject({
        code: 'INVALID_QUERY_LOCATOR',
      });
    }
  });
});

describe('the recycle bin', () => {
  it('holds for each what was within reach before', async () => {
    const { system, sessions, agency } = org;
    const contact = agency.id('Contact.nia');
    const posting = agency.id('RecruitmentPosting.open');
    const make = (Contact__c: string) =>
      system.create('ApplicationForm', { Contact__c, Posting__c: posting, Status__c: 'draft' });
    const own = await make(contact);
    const other = await make(agency.id('Contact.joel'));
    await system.delete('ApplicationForm', [own, other]);
    const { json } = await sessions.candidate.query(
      soql`SELECT Id FROM ApplicationForm WHERE Id IN ${[own, other]}`,
      {
        basePath: BASE,
        includeDeleted: true,
      },
    );
    expect((JSON.parse(json) as { records: { Id: string }[] }).records.map(({ Id }) => Id)).toEqual([own]);
  });
});

it('lets a person who reads a sealed result read it, and nobody else (K03)', async () => {
  const event = org.agency.id('Application_Event__c.joel');
  const sealed = (person: PersonName, field: string) =>
    org.sessions[person].retrieve('Application_Event__c', event, [field], BASE).then(
      () => true,
      () => false,
    );
  const open = async (field: string) => {
    const read = await Promise.all(
      PEOPLE.map(async (person) => ((await sealed(person, field)) ? person : undefined)),
    );
    return read.filter((person) => person !== undefined);
  };
  expect(await open('Medical_Detail__c')).toEqual(['clinic']);
  expect(await open('Background_Detail__c')).toEqual(['backgroundInvestigator']);
  const event_ = findObject(org.records.snapshot(), 'Application_Event__c');
  expect(event_ && findField(event_, 'Medical_Detail__c')).toBeDefined();
});
