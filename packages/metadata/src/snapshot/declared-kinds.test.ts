import { describe, expect, it } from 'vitest';
import { isPickableUnder } from '../field-types/picklist.js';
import { findCompound, findField, findObject } from '../lookup.js';
import { build, field, object, required, xml } from '../testing/build-from-files.js';

const COLOUR = field(
  'Badge__c',
  'Colour__c',
  `<type>Picklist</type><valueSet><restricted>true</restricted><valueSetDefinition>
   <value><fullName>r</fullName><label>Red</label></value></valueSetDefinition></valueSet>`,
);

describe('fields of custom objects', () => {
  it('are bound to their master unless the file says they may move', () => {
    const content = '<type>MasterDetail</type><referenceTo>Account</referenceTo>';
    const moving = `${content}<reparentableMasterDetail>true</reparentableMasterDetail>`;
    const { snapshot } = build([
      object('Badge__c'),
      field('Badge__c', 'Account__c', content),
      object('Pin__c'),
      field('Pin__c', 'Account__c', moving),
    ]);
    const isMovable = (name: string) =>
      findField(required(findObject(snapshot, name)), 'Account__c')?.updateable;
    expect([isMovable('Badge__c'), isMovable('Pin__c')]).toEqual([false, true]);
  });

  it('list fields without values by their kind, with what describe says of them', () => {
    const formula = '<type>Number</type><precision>18</precision><scale>0</scale><formula>1+1</formula>';
    const master = '<type>MasterDetail</type><referenceTo>Badge__c</referenceTo>';
    const rollUp =
      '<type>Summary</type><summaryForeignKey>Pin__c.Badge__c</summaryForeignKey><summaryOperation>sum</summaryOperation>';
    const { snapshot, problems } = build([
      object('Badge__c'),
      object('Pin__c'),
      field('Badge__c', 'Total__c', formula),
      field('Pin__c', 'Badge__c', master),
      field('Pin__c', 'Price__c', '<type>Currency</type><precision>12</precision><scale>2</scale>'),
      field('Badge__c', 'Worth__c', `${rollUp}<summarizedField>Pin__c.Price__c</summarizedField>`),
      field('Badge__c', 'Lost__c', `${rollUp}<summarizedField>Pin__c.Cost__c</summarizedField>`),
    ]);
    expect(findObject(snapshot, 'Badge__c')?.notComputed).toMatchObject([
      {
        name: 'Total__c',
        kind: 'Formula (Number)',
        formula: '1+1',
        described: { type: 'Number', precision: 18 },
      },
      { name: 'Worth__c', kind: 'Summary', described: { type: 'Currency', precision: 12, scale: 2 } },
      { name: 'Lost__c', kind: 'Summary' },
    ]);
    expect(problems).toContain(
      'objects/Badge__c/fields/Total__c.field-meta.xml:1 Badge__c.Total__c: Formula (Number) is not computed yet; the field is listed without values',
    );
    expect(problems).toContain(
      'objects/Badge__c/fields/Lost__c.field-meta.xml:1 Badge__c.Lost__c: no field Pin__c.Cost__c to add up',
    );
  });

  it('keep a place as two fields that make up one', () => {
    const rights =
      '<fieldPermissions><field>Badge__c.Where__c</field><readable>true</readable></fieldPermissions>';
    const { snapshot, problems } = build([
      object('Badge__c'),
      field('Badge__c', 'Where__c', '<type>Location</type><scale>5</scale>'),
      ['permissionsets/P.permissionset-meta.xml', xml('PermissionSet', `<label>P</label>${rights}`)],
    ]);
    const badge = required(findObject(snapshot, 'Badge__c'));
    expect(problems).toEqual([]);
    expect(findField(badge, 'Where__c')).toBeUndefined();
    expect(findCompound(badge, 'where__C')?.parts).toEqual([
      { key: 'latitude', field: 'Where__Latitude__s' },
      { key: 'longitude', field: 'Where__Longitude__s' },
    ]);
    expect(findField(badge, 'Where__Latitude__s')).toMatchObject({
      type: 'Latitude',
      compoundFieldName: 'Where__c',
    });
    expect(snapshot.permissionSets.get('p')?.fieldPermissions.map((permission) => permission.field)).toEqual([
      'Badge__c.Where__Latitude__s',
      'Badge__c.Where__Longitude__s',
    ]);
  });

  it('know under which values of another field theirs may be picked', () => {
    const size = `<type>Picklist</type><valueSet><controllingField>colour__c</controllingField><restricted>true</restricted>
      <valueSetDefinition><value><fullName>S</fullName></value><value><fullName>L</fullName></value></valueSetDefinition>
      <valueSettings><controllingFieldValue>r</controllingFieldValue><valueName>L</valueName></valueSettings></valueSet>`;
    const { snapshot, problems } = build([
      object('Badge__c'),
      COLOUR,
      field('Badge__c', 'Size__c', size),
      field('Badge__c', 'Shape__c', size.replace('colour__c', 'Nothing__c')),
    ]);
    const field_ = required(findField(required(findObject(snapshot, 'Badge__c')), 'Size__c'));
    expect(field_.picklist?.controllingField).toBe('Colour__c');
    expect([
      isPickableUnder(field_, 'L', 'r'),
      isPickableUnder(field_, 'S', 'r'),
      isPickableUnder(field_, 'L', null),
    ]).toEqual([true, false, false]);
    expect(problems).toEqual([
      'objects/Badge__c/fields/Shape__c.field-meta.xml:1 Badge__c.Shape__c: no field Nothing__c for it to depend on',
    ]);
  });

  it('of Activity are fields of tasks and events', () => {
    const { snapshot } = build([
      field('Activity', 'Length__c', '<type>Number</type><precision>3</precision><scale>0</scale>'),
    ]);
    expect(findField(required(findObject(snapshot, 'Task')), 'Length__c')?.custom).toBe(true);
  });
});

describe('kinds of object', () => {
  it('that cannot be kept are left out with all that belongs to them', () => {
    const { snapshot, problems } = build([
      field('Alarm__e', 'Text__c', '<type>Text</type><length>9</length>'),
      field('Log__b', 'Text__c', '<type>Text</type><length>9</length>'),
    ]);
    expect(findObject(snapshot, 'Alarm__e')).toBeUndefined();
    expect(problems.map((problem) => problem.replace(/^\S+ /, ''))).toEqual([
      'Alarm__e.Text__c: platform events are not supported; it is left out',
      'Log__b.Text__c: big objects are not supported; it is left out',
    ]);
  });

  it('of settings and custom metadata have the fields Salesforce gives them', () => {
    const setting = '<customSettingsType>List</customSettingsType><label>Switches</label>';
    const { snapshot, problems } = build([
      ['objects/Switch__c/Switch__c.object-meta.xml', xml('CustomObject', setting)],
      ['objects/Kind__mdt/Kind__mdt.object-meta.xml', xml('CustomObject', '<label>Kind</label>')],
      field('Kind__mdt', 'Size__c', '<type>Number</type><precision>3</precision><scale>0</scale>'),
      [
        'customMetadata/Kind.Small.md-meta.xml',
        xml(
          'CustomMetadata',
          '<label>Small</label><values><field>Size__c</field><value>1.0</value></values>',
        ),
      ],
      [
        'customMetadata/Kind.Odd.md-meta.xml',
        xml('CustomMetadata', '<label>Odd</label><values><field>Shape__c</field><value>1</value></values>'),
      ],
    ]);
    expect(findObject(snapshot, 'Switch__c')).toMatchObject({ kind: 'listSetting', nameField: 'Name' });
    const kind = required(findObject(snapshot, 'Kind__mdt'));
    expect(kind).toMatchObject({ kind: 'customMetadata', keyPrefix: 'm00' });
    expect(findField(kind, 'OwnerId')).toBeUndefined();
    expect(snapshot.customMetadata?.[0]).toMatchObject({
      name: 'Small',
      values: new Map([['Size__c', '1']]),
    });
    expect(problems).toEqual([
      'customMetadata/Kind.Odd.md-meta.xml:1 Kind.Odd: no field Shape__c on Kind__mdt',
    ]);
  });

  it('of record give an object the lookup to its record types, and list views their ids', () => {
    const view = `<fullName>V</fullName><label>V</label><filterScope>Everything</filterScope>
      <filters><field>CONTACT.RECORDTYPE</field><operation>equals</operation><value>Contact.Kin,Contact.Gone</value></filters>`;
    const { snapshot, problems } = build([
      [
        'objects/Contact/recordTypes/Kin.recordType-meta.xml',
        xml('RecordType', '<fullName>Kin</fullName><label>Kin</label><active>true</active>'),
      ],
      ['objects/Contact/listViews/V.listView-meta.xml', xml('ListView', view)],
    ]);
    const contact = required(findObject(snapshot, 'Contact'));
    const id = required(contact.recordTypes?.[0]?.id);
    expect(id).toMatch(/^01200[0-9A-Za-z]{13}$/);
    expect(findField(contact, 'RecordTypeId')?.referenceTo).toEqual(['RecordType']);
    expect(snapshot.listViews[0]?.filters).toEqual([
      { field: 'RecordTypeId', operation: 'equals', value: `${id},012000000000001AAA` },
    ]);
    expect(problems).toEqual([
      'objects/Contact/listViews/V.listView-meta.xml:1 Contact.V: record type Contact.Gone is not in this org; the list shows no record of it',
    ]);
  });
});
