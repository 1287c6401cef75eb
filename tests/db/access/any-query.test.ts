import fc from 'fast-check';
import { afterAll, beforeAll, expect, it } from 'vitest';
import { anyQuery } from '../../support/secret-world/any-query.js';
import { type Everything, naiveView, readEverything } from '../../support/secret-world/naive-view.js';
import { type OpenAgency, openAgency } from '../../support/secret-world/open-agency.js';
import { PEOPLE } from '../../support/secret-world/people.js';
import { REACH, readableFields } from '../../support/secret-world/reach.js';

let org: OpenAgency;
let everything: Everything;
beforeAll(async () => {
  org = await openAgency();
  everything = await readEverything(org.system, org.records.snapshot());
});
afterAll(() => org.drop());

it.each(PEOPLE.filter((person) => person !== 'nobody'))(
  'gives %s to any query what it means over the rows within reach, and nothing else',
  async (person) => {
    const snapshot = org.records.snapshot();
    const objects = [...snapshot.objects.values()].filter(
      (object) => REACH[person][object.name] !== undefined,
    );
    const fields = new Map(
      objects.map((object) => [object, readableFields(snapshot, org.people[person], object.name)]),
    );
    const ground = {
      snapshot,
      everything,
      view: naiveView(everything, org.agency.records, person),
      objects,
      fields: (object: (typeof objects)[number]) => fields.get(object) ?? new Set<string>(),
    };
    await fc.assert(
      fc.asyncProperty(anyQuery(ground), async ({ text, expected }) => {
        const found = await org.sessions[person].rows(text);
        const byId = <Row extends { readonly Id?: unknown }>(rows: readonly Row[]) =>
          [...rows].sort((a, b) => String(a.Id).localeCompare(String(b.Id), 'en', { caseFirst: 'upper' }));
        expect(byId(found), text).toEqual(byId(expected()));
      }),
      { numRuns: 60 },
    );
  },
);
