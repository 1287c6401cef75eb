import { describe, expect, it } from 'vitest';
import { customLabel, fieldLabel, objectLabel, objectLabelPlural, picklistLabel } from '../labels.js';
import { findChildRelationship, findField, findObject } from '../lookup.js';
import { build, field, object, required, xml } from '../testing/build-from-files.js';
import { assignKeyPrefix } from './key-prefix.js';

const COLOUR = field(
  'Badge__c',
  'Colour__c',
  `<type>Picklist</type><valueSet><restricted>true</restricted><valueSetDefinition>
   <value><fullName>r</fullName><label>Red</label></value></valueSetDefinition></valueSet>`,
);

describe('the platform alone', () => {
  it('has no problem, and files, notes and tasks hang on every attachable object once', () => {
    const { snapshot, problems } = build([]);
    expect(problems).toEqual([]);
    const contact = required(findObject(snapshot, 'CONTACT'));
    expect(findChildRelationship(snapshot, contact, 'tasks')?.field.name).toBe('WhoId');
    const account = required(findObject(snapshot, 'Account'));
    expect(findChildRelationship(snapshot, account, 'Tasks')?.field.name).toBe('WhatId');
    expect(findChildRelationship(snapshot, account, 'ContentDocumentLinks')?.object.name).toBe(
      'ContentDocumentLink',
    );
    expect(snapshot.objectsByPrefix.get('500')?.name).toBe('Case');
  });
});

describe('custom objects', () => {
  it('have an owner, a name, system fields and a key prefix of the org', () => {
    const { snapshot, assignedPrefixes } = build(
      [object('Badge__c'), COLOUR],
      new Map([['other__c', 'a00']]),
    );
    const badge = required(findObject(snapshot, 'badge__C'));
    expect(badge.fields.map(({ name }) => name)).toEqual([
      'Id',
      'OwnerId',
      'Name',
      'Colour__c',
      'IsDeleted',
      'CreatedDate',
      'CreatedById',
      'LastModifiedDate',
      'LastModifiedById',
      'SystemModstamp',
    ]);
    expect(badge).toMatchObject({
      keyPrefix: 'a01',
      sharingModel: 'Private',
      externalSharingModel: 'Private',
    });
    expect([...assignedPrefixes]).toEqual([
      ['other__c', 'a00'],
      ['badge__c', 'a01'],
    ]);
    expect(findField(required(findObject(snapshot, 'Note')), 'ParentId')?.referenceTo).toContain('Badge__c');
  });

  it('are linked by lookups whose names end in __r', () => {
    const content =
      '<type>Lookup</type><referenceTo>contact</referenceTo><relationshipName>Badges</relationshipName>';
    const { snapshot, problems } = build([object('Badge__c'), field('Badge__c', 'Person__c', content)]);
    expect(problems).toEqual([]);
    const contact = required(findObject(snapshot, 'Contact'));
    expect(findChildRelationship(snapshot, contact, 'Badges__r')?.field).toMatchObject({
      name: 'Person__c',
      relationshipName: 'Person__r',
      referenceTo: ['Contact'],
      deleteConstraint: 'SetNull',
    });
  });

  it('follow the sharing of their master and have no owner of their own', () => {
    const content =
      '<type>MasterDetail</type><referenceTo>Account</referenceTo><relationshipName>Badges</relationshipName>';
    const { snapshot } = build([object('Badge__c'), field('Badge__c', 'Account__c', content)]);
    const badge = required(findObject(snapshot, 'Badge__c'));
    expect(badge).toMatchObject({
      sharingModel: 'ControlledByParent',
      externalSharingModel: 'ControlledByParent',
    });
    expect(findField(badge, 'OwnerId')).toBeUndefined();
    expect(findField(badge, 'Account__c')).toMatchObject({ required: true, deleteConstraint: 'Cascade' });
  });
});

describe('indexes', () => {
  const index = (name: string, content = ''): [string, string] => [
    `customindex/${name}.indx-meta.xml`,
    xml('CustomIndex', content),
  ];
  const badge = [
    object('Badge__c'),
    COLOUR,
    field(
      'Badge__c',
      'Notes__c',
      '<length>1000</length><type>LongTextArea</type><visibleLines>3</visibleLines>',
    ),
  ] as const;

  it('are asked for by files named after the field, of records with a value or of all', () => {
    const all = '<allowNullValues>true</allowNullValues>';
    const { snapshot, problems } = build([
      ...badge,
      index('Badge__c.colour__c'),
      index('Contact.Email', all),
    ]);
    expect(problems).toEqual([]);
    const fieldOf = (name: string, of: string) =>
      required(findField(required(findObject(snapshot, name)), of));
    expect(fieldOf('Badge__c', 'Colour__c').indexed).toBe('filled');
    expect(fieldOf('Contact', 'Email').indexed).toBe('all');
    expect(fieldOf('Contact', 'LastName').indexed).toBeUndefined();
  });

  it.each([
    ['Badge__c.Nothing__c', /there is no such field to index/],
    ['Nothing__c.Colour__c', /there is no such field to index/],
    ['Badge__c.Notes__c', /LongTextArea cannot be indexed/],
    ['Badge__c', /named after its object and field/],
  ])('of %s are refused', (name, message) => {
    expect(build([...badge, index(name)]).problems).toEqual([expect.stringMatching(message)]);
  });
});

describe('what does not fit together', () => {
  const cases: readonly [string, readonly [string, string][], RegExp][] = [
    [
      'a lookup to nowhere',
      [field('Case', 'X__c', '<type>Lookup</type><referenceTo>Nope__c</referenceTo>')],
      /Case.X__c: object Nope__c that it refers to is not in this org/,
    ],
    [
      'a field of an unknown object',
      [field('Nope__c', 'X__c', '<type>Text</type><length>1</length>')],
      /Nope__c.X__c: object Nope__c is not in this org/,
    ],
    [
      'an unknown type',
      [field('Case', 'X__c', '<type>Txt</type>')],
      /<type> is Txt, expected one of Text, TextArea, /,
    ],
    ['a text without a length', [field('Case', 'X__c', '<type>Text</type>')], /<length> is missing/],
    [
      'a text that is too long',
      [field('Case', 'X__c', '<type>Text</type><length>256</length>')],
      /<length> is 256, expected 1 to 255/,
    ],
    [
      'a number without a scale',
      [field('Case', 'X__c', '<type>Number</type><precision>3</precision>')],
      /<scale> is missing/,
    ],
    [
      'an external id of the wrong type',
      [field('Case', 'X__c', '<type>Date</type><externalId>true</externalId>')],
      /a field of type Date cannot be an external id/,
    ],
    [
      'an auto number without a counter',
      [field('Case', 'X__c', '<type>AutoNumber</type><displayFormat>A</displayFormat>')],
      /<displayFormat> is A, expected one counter/,
    ],
    [
      'a global value set that is not there',
      [field('Case', 'X__c', '<type>Picklist</type><valueSet><valueSetName>Nope</valueSetName></valueSet>')],
      /global value set Nope is not in this org/,
    ],
    ['an object twice', [object('Badge__c'), object('badge__c')], /badge__c: object is declared twice/],
    [
      'a field twice',
      [object('Badge__c'), COLOUR, field('badge__c', 'colour__c', '<type>Date</type>')],
      /field is declared twice/,
    ],
    [
      'an object without a label',
      [['objects/B__c/B__c.object-meta.xml', xml('CustomObject', '')]],
      /B__c: <label> is missing/,
    ],
    [
      'two child lists of one name',
      [
        field(
          'Case',
          'A__c',
          '<type>Lookup</type><referenceTo>Contact</referenceTo><relationshipName>Rows</relationshipName>',
        ),
        field(
          'Case',
          'B__c',
          '<type>Lookup</type><referenceTo>Contact</referenceTo><relationshipName>Rows</relationshipName>',
        ),
      ],
      /Case.B__c: Contact already has a child list named Rows__r/,
    ],
    [
      'an unusable name',
      [field('Case', 'x"; drop__c', '<type>Date</type>')],
      /is no API name of a custom field/,
    ],
    [
      'a filter by an unknown field',
      [
        [
          'objects/Case/listViews/A.listView-meta.xml',
          xml(
            'ListView',
            '<fullName>A</fullName><label>A</label><filterScope>Mine</filterScope><filters><field>Nope</field><operation>equals</operation></filters>',
          ),
        ],
      ],
      /Case.A: no field Nope to filter by/,
    ],
    [
      'a role above itself',
      [['roles/A.role-meta.xml', xml('Role', '<name>A</name><parentRole>A</parentRole>')]],
      /role is above itself/,
    ],
  ];

  it.each(cases)('%s is an error', (_what, files, expected) => {
    const { problems } = build(files);
    expect(problems).toContainEqual(expect.stringMatching(expected));
  });

  it('a right on what is not there is dropped with a warning', () => {
    const rights =
      '<label>X</label><fieldPermissions><field>Case.Nope__c</field><readable>true</readable></fieldPermissions>';
    const { snapshot, problems } = build([
      ['permissionsets/X.permissionset-meta.xml', xml('PermissionSet', rights)],
    ]);
    expect(snapshot.permissionSets.get('x')?.fieldPermissions).toEqual([]);
    expect(problems).toEqual([
      expect.stringMatching(/field Case.Nope__c is not in this org; the right has no effect/),
    ]);
  });
});

describe('standard objects', () => {
  it('take values, sharing and fields from files', () => {
    const { snapshot, problems } = build([
      ['objects/Case/Case.object-meta.xml', xml('CustomObject', '<sharingModel>Read</sharingModel>')],
      [
        'standardValueSets/CaseOrigin.standardValueSet-meta.xml',
        xml(
          'StandardValueSet',
          '<standardValue><fullName>Radio</fullName><default>true</default></standardValue>',
        ),
      ],
      field('Case', 'Place__c', '<type>Text</type><length>40</length>'),
    ]);
    expect(problems).toEqual([]);
    const case_ = required(findObject(snapshot, 'Case'));
    expect(case_.sharingModel).toBe('Read');
    expect(findField(case_, 'Origin')?.picklist?.values.map(({ value }) => value)).toEqual(['Radio']);
    expect(findField(case_, 'Place__c')).toMatchObject({ custom: true, length: 40 });
  });

  it('show list views with columns under their field names', () => {
    const view = ['NAME', 'CASES.STATUS', 'ACCOUNT.NAME', 'CREATED_DATE', 'LAST_UPDATE', 'CORE.USERS.ALIAS'];
    const columns = view.map((column) => `<columns>${column}</columns>`).join('');
    const { snapshot } = build([
      [
        'objects/Case/listViews/All.listView-meta.xml',
        xml(
          'ListView',
          `<fullName>All</fullName>${columns}<filterScope>Everything</filterScope><label>All</label>`,
        ),
      ],
    ]);
    expect(snapshot.listViews[0]?.columns).toEqual([
      'CaseNumber',
      'Status',
      'AccountId',
      'CreatedDate',
      'LastModifiedDate',
      'OwnerId',
    ]);
  });
});

describe('labels', () => {
  it('are in the language asked for, else the next best', () => {
    const { snapshot, problems } = build([
      object('Badge__c'),
      COLOUR,
      [
        'objectTranslations/Badge__c-es/Badge__c-es.objectTranslation-meta.xml',
        xml(
          'CustomObjectTranslation',
          '<caseValues><plural>false</plural><value>Placa</value></caseValues><caseValues><plural>true</plural><value>Placas</value></caseValues>',
        ),
      ],
      [
        'objectTranslations/Badge__c-es/Colour__c.fieldTranslation-meta.xml',
        xml(
          'CustomFieldTranslation',
          '<label>Color</label><name>Colour__c</name><picklistValues><masterLabel>Red</masterLabel><translation>Rojo</translation></picklistValues>',
        ),
      ],
      [
        'labels/CustomLabels.labels-meta.xml',
        xml(
          'CustomLabels',
          '<labels><fullName>Hello</fullName><language>en_US</language><value>Hello</value></labels>',
        ),
      ],
      [
        'translations/es.translation-meta.xml',
        xml('Translations', '<customLabels><label>Hola</label><name>Hello</name></customLabels>'),
      ],
    ]);
    expect(problems).toEqual([]);
    const badge = required(findObject(snapshot, 'Badge__c'));
    const colour = required(findField(badge, 'Colour__c'));
    expect(objectLabel(snapshot, badge, 'es_MX')).toBe('Placa');
    expect(objectLabelPlural(snapshot, badge, 'es')).toBe('Placas');
    expect(fieldLabel(snapshot, badge, colour, 'es-ES')).toBe('Color');
    expect(picklistLabel(snapshot, badge, colour, 'r', 'es')).toBe('Rojo');
    expect(picklistLabel(snapshot, badge, colour, 'r', 'en_US')).toBe('Red');
    expect(picklistLabel(snapshot, badge, colour, 'gone', 'es')).toBe('gone');
    expect(fieldLabel(snapshot, badge, required(findField(badge, 'CreatedDate')), 'es')).toBe(
      'Fecha de creación',
    );
    expect(objectLabel(snapshot, required(findObject(snapshot, 'Case')), 'es')).toBe('Caso');
    expect(customLabel(snapshot, 'hello', 'es')).toBe('Hola');
    expect(customLabel(snapshot, 'Hello', 'fr')).toBe('Hello');
  });
});

describe('key prefixes', () => {
  it('run from a00 to azz in base 62', () => {
    const taken = new Set<string>();
    for (let count = 0; count < 63; count += 1) taken.add(assignKeyPrefix(taken));
    expect([...taken].slice(0, 11).at(-1)).toBe('a0A');
    expect([...taken].at(-1)).toBe('a10');
  });

  it('run out after 3,844', () => {
    const digits = [...'0123456789ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz'];
    const all = new Set(digits.flatMap((middle) => digits.map((last) => `a${middle}${last}`)));
    all.delete('azz');
    expect(assignKeyPrefix(all)).toBe('azz');
    all.add('azz');
    expect(() => assignKeyPrefix(all)).toThrow(/3844/);
  });
});
