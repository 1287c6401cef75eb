import { describe, expect, it } from 'vitest';
import { printFile } from '../package/print-element.js';
import { findType } from '../registry/find-type.js';
import type { MetadataType } from '../registry/metadata-type.js';
import { parseXml } from '../source-format/xml-element.js';
import { elementToJson } from './element-to-json.js';
import { readGivenComponents } from './read-given-components.js';

const type = (name: string) => findType(name) as MetadataType;
const read = (typeName: string, fullName: string, json: unknown) =>
  readGivenComponents([{ type: type(typeName), fullName, metadata: { json } }], []);
const messages = (typeName: string, fullName: string, json: unknown) =>
  read(typeName, fullName, json).problems.map(({ message }) => message);

function jsonOf(xml: string) {
  const parsed = parseXml(xml);
  if (!parsed.ok) throw new Error(parsed.message);
  return elementToJson(parsed.root);
}

describe('a component as JSON', () => {
  it('has lists where an element may repeat, though it stands there once', () => {
    expect(
      jsonOf(`<CustomField><fullName>A__c</fullName><required>false</required><valueSet><valueSetDefinition>
        <value><fullName>Red</fullName></value></valueSetDefinition></valueSet></CustomField>`),
    ).toEqual({
      fullName: 'A__c',
      required: 'false',
      valueSet: { valueSetDefinition: { value: [{ fullName: 'Red' }] } },
    });
    expect(jsonOf('<ListView><columns>NAME</columns><filters><value>1</value></filters></ListView>')).toEqual(
      {
        columns: ['NAME'],
        filters: [{ value: '1' }],
      },
    );
  });

  it('takes numbers and booleans for their text, null for nothing, and one for a list of one', () => {
    const { documents, problems } = read('CustomField', 'Case.A__c', {
      length: 20,
      required: true,
      description: null,
      label: 'A & <B>',
      type: 'Picklist',
      valueSet: { valueSetDefinition: { sorted: false, value: { fullName: 'Red', default: false } } },
    });
    expect(problems).toEqual([]);
    expect(documents.map(({ fullName, root }) => [fullName, elementToJson(root)])).toEqual([
      [
        'Case.A__c',
        {
          fullName: 'A__c',
          length: '20',
          required: 'true',
          label: 'A & <B>',
          type: 'Picklist',
          valueSet: {
            valueSetDefinition: { sorted: 'false', value: [{ fullName: 'Red', default: 'false' }] },
          },
        },
      ],
    ]);
    expect(documents.map(({ file }) => file)).toEqual(['objects/Case/fields/A__c.field-meta.xml']);
  });

  it('keeps the types of values of custom metadata', () => {
    const { documents } = read('CustomMetadata', 'Rank.First', {
      label: 'First',
      values: [
        { field: 'Order__c', value: { '@type': 'xsd:double', '#text': 1 } },
        { field: 'Note__c', value: { '@nil': true } },
      ],
    });
    const text = documents.map(({ root }) => printFile(root)).join();
    expect(text).toContain('<value xsi:type="xsd:double">1</value>');
    expect(text).toContain('<value xsi:nil="true"/>');
  });

  it('of an object may hold its parts, which are components of their own', () => {
    const { documents } = read('CustomObject', 'Ship__c', {
      label: 'Ship',
      fields: [{ fullName: 'Flag__c', type: 'Text', length: 20 }],
    });
    expect(documents.map((each) => `${each.type.name} ${each.fullName}`)).toEqual([
      'CustomObject Ship__c',
      'CustomField Ship__c.Flag__c',
    ]);
  });

  it.each([
    [
      'a name within that is another',
      'CustomField',
      'Case.A__c',
      { fullName: 'B__c' },
      /fullName is B__c, expected A__c/,
    ],
    [
      'a part without its whole',
      'CustomField',
      'A__c',
      {},
      /a CustomField is named CustomObject.Name, not A__c/,
    ],
    ['a name that would leave its folder', 'Layout', '../Case', {}, /is no full name/],
    ['no object', 'Layout', 'Case', [], /is expected to be an object with elements/],
    [
      'a list within a list',
      'Layout',
      'Case',
      { layoutSections: [[]] },
      /layoutSections\[0\] is a list within a list/,
    ],
    ['a name no element has', 'Layout', 'Case', { 'a b': 'x' }, /a b is no name of an element/],
    ['a character no file can hold', 'Layout', 'Case', { label: 'a\u0001' }, /disallowed character/],
    ['no text of a template', 'EmailTemplate', 'All/Welcome', {}, /body is missing/],
  ])('is refused for %s', (_what, typeName, fullName, json, message) => {
    const found = messages(typeName, fullName, json);
    expect(found).toHaveLength(1);
    expect(found[0]).toMatch(message);
  });
});
