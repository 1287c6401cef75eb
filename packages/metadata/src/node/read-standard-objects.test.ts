import { fileURLToPath } from 'node:url';
import { describe, expect, it } from 'vitest';
import { PLATFORM_STANDARD_OBJECTS, readStandardObjects } from './read-standard-objects.js';

const COMMUNITY = new URL('../../../../solutions/community/standard-objects/', import.meta.url);

describe('the declared standard objects', () => {
  it.each([fileURLToPath(PLATFORM_STANDARD_OBJECTS), fileURLToPath(COMMUNITY)])(
    'of a folder hold no problem and no two share a key prefix',
    async (folder) => {
      const { standardObjects, problems } = await readStandardObjects(folder);
      expect(problems).toEqual([]);
      const prefixes = standardObjects.map(({ object }) => object.keyPrefix);
      expect(new Set(prefixes).size).toBe(prefixes.length);
    },
  );

  it('label every field in Spanish', async () => {
    const { standardObjects } = await readStandardObjects(PLATFORM_STANDARD_OBJECTS);
    const missing = standardObjects.flatMap(({ object, translations }) => {
      const labels = translations.find(({ language }) => language === 'es')?.labels;
      const declared = object.fields.filter((field) => !SYSTEM.has(field.name));
      return declared
        .filter((field) => !labels?.has(`${object.name}.${field.name}`))
        .map((field) => `${object.name}.${field.name}`);
    });
    expect(missing).toEqual([]);
  });
});

const SYSTEM = new Set([
  'Id',
  'OwnerId',
  'IsDeleted',
  'CreatedDate',
  'CreatedById',
  'LastModifiedDate',
  'LastModifiedById',
  'SystemModstamp',
]);
