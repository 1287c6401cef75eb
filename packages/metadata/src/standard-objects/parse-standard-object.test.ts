import { describe, expect, it } from 'vitest';
import { parseStandardObject } from './parse-standard-object.js';

const badge = {
  name: 'Badge',
  label: 'Badge',
  labelPlural: 'Badges',
  keyPrefix: '9bZ',
  nameField: 'Name',
  owner: ['User'],
  sharingModel: 'Private',
  externalSharingModel: 'Private',
  source: 'https://example.org/badge',
  fields: [
    { name: 'Name', label: 'Name', type: 'Text', length: 80, required: true, evidence: 'documented' },
    {
      name: 'Status',
      label: 'Status',
      type: 'Picklist',
      picklist: { restricted: true, default: 'New', values: ['New', { value: '2', label: 'Worn' }] },
      evidence: 'assumed',
    },
  ],
  translations: { es: { label: 'Placa', labelPlural: 'Placas', fields: { Status: 'Estado' } } },
};

function problemsOf(change: Record<string, unknown>): string[] {
  const { problems } = parseStandardObject({ ...badge, ...change }, 'badge.json');
  return problems.map(({ file, member, message }) => `${file} ${member}: ${message}`);
}

describe('a standard object file', () => {
  it('becomes an object with the system fields around its own', () => {
    const { standardObject, problems } = parseStandardObject(badge, 'badge.json');
    expect(problems).toEqual([]);
    expect(standardObject?.object.fields.map((field) => field.name)).toEqual([
      'Id',
      'OwnerId',
      'Name',
      'Status',
      'IsDeleted',
      'CreatedDate',
      'CreatedById',
      'LastModifiedDate',
      'LastModifiedById',
      'SystemModstamp',
    ]);
    expect(standardObject?.object.fields[3]?.picklist?.values).toEqual([
      { value: 'New', label: 'New', active: true, isDefault: true },
      { value: '2', label: 'Worn', active: true, isDefault: false },
    ]);
    expect(standardObject?.translations[0]?.labels.get('Badge.Status')).toBe('Estado');
  });

  it('names file and path of what is wrong', () => {
    expect(problemsOf({ colour: 'red' })).toEqual(['badge.json colour: unknown key']);
    expect(problemsOf({ fields: [{ ...badge.fields[0], lenght: 80, type: 'Txt' }] })).toEqual([
      'badge.json fields[0].lenght: unknown key',
      expect.stringMatching(/^badge.json fields\[0\].type: expected one of Id, Text, /),
    ]);
    expect(problemsOf({ keyPrefix: '9b', source: 'ftp://x' })).toEqual([
      'badge.json keyPrefix: expected three letters or digits',
      'badge.json source: expected an https address',
    ]);
    expect(problemsOf({ nameField: 'Title' })).toEqual(['badge.json nameField: no field Title']);
    expect(parseStandardObject([], 'badge.json').problems).toHaveLength(1);
  });
});
