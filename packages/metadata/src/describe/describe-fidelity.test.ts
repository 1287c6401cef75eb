import { describe, expect, it } from 'vitest';
import { findObject } from '../lookup.js';
import type { ObjectDef } from '../model.js';
import { PLATFORM_STANDARD_OBJECTS, readStandardObjects } from '../node/read-standard-objects.js';
import { buildSnapshot } from '../snapshot/build-snapshot.js';
import { parseSourceFiles } from '../source-format/parse-source-files.js';
import type { DescribeContext } from './describe-context.js';
import { describeObject } from './describe-object.js';

/*
 * What clients that generate code or tables read from describe: each key with its JSON type, and for each type of field
 * what may be done with it (Object Reference, "Field Types"; SOAP API Developer Guide, "Field").
 */

const custom = (name: string, content: string) => ({
  path: `objects/Kit__c/fields/${name}.field-meta.xml`,
  text: `<CustomField xmlns="http://soap.sforce.com/2006/04/metadata"><fullName>${name}</fullName><label>${name}</label>${content}</CustomField>`,
});
const values =
  '<valueSet><valueSetDefinition><value><fullName>a</fullName><default>true</default></value></valueSetDefinition></valueSet>';
const { components } = parseSourceFiles([
  {
    path: 'objects/Kit__c/Kit__c.object-meta.xml',
    text: '<CustomObject xmlns="http://soap.sforce.com/2006/04/metadata"><label>Kit</label><pluralLabel>Kits</pluralLabel><enableHistory>true</enableHistory><nameField><label>Name</label><type>Text</type></nameField></CustomObject>',
  },
  {
    path: 'objects/Kit__c/recordTypes/Field.recordType-meta.xml',
    text: '<RecordType xmlns="http://soap.sforce.com/2006/04/metadata"><fullName>Field</fullName><label>Field</label><active>true</active></RecordType>',
  },
  custom('Text__c', '<type>Text</type><length>80</length>'),
  custom('Area__c', '<type>TextArea</type>'),
  custom('Long__c', '<type>LongTextArea</type><length>5000</length><visibleLines>3</visibleLines>'),
  custom('Html__c', '<type>Html</type><length>5000</length><visibleLines>10</visibleLines>'),
  custom('Number__c', '<type>Number</type><precision>10</precision><scale>2</scale>'),
  custom('Money__c', '<type>Currency</type><precision>16</precision><scale>2</scale>'),
  custom('Part__c', '<type>Percent</type><precision>5</precision><scale>1</scale>'),
  custom('Day__c', '<type>Date</type>'),
  custom('At__c', '<type>DateTime</type>'),
  custom('Time__c', '<type>Time</type>'),
  custom('Is__c', '<type>Checkbox</type><defaultValue>true</defaultValue>'),
  custom('Pick__c', `<type>Picklist</type>${values}`),
  custom('Many__c', `<type>MultiselectPicklist</type><visibleLines>3</visibleLines>${values}`),
  custom('Mail__c', '<type>Email</type>'),
  custom('Phone__c', '<type>Phone</type>'),
  custom('Url__c', '<type>Url</type>'),
  custom('Auto__c', '<type>AutoNumber</type><displayFormat>K-{000}</displayFormat>'),
  custom('Code__c', '<type>Text</type><length>9</length><externalId>true</externalId><unique>true</unique>'),
  custom(
    'Secret__c',
    '<type>EncryptedText</type><length>20</length><maskChar>X</maskChar><maskType>all</maskType>',
  ),
  custom('Site__c', '<type>Location</type><scale>4</scale>'),
  custom(
    'Part_of__c',
    '<type>Lookup</type><referenceTo>Kit__c</referenceTo><relationshipName>Parts</relationshipName><lookupFilter><active>true</active><errorMessage>No</errorMessage><filterItems><field>Kit__c.Home__c</field><operation>equals</operation><valueField>$Source.Home__c</valueField></filterItems><isOptional>false</isOptional></lookupFilter>',
  ),
  custom(
    'Home__c',
    '<type>Lookup</type><referenceTo>Account</referenceTo><relationshipName>Kits</relationshipName>',
  ),
]);

const { standardObjects } = await readStandardObjects(PLATFORM_STANDARD_OBJECTS);
const { snapshot, problems } = buildSnapshot({
  version: 1,
  standardObjects,
  components,
  assignedPrefixes: new Map(),
});
const context: DescribeContext = {
  snapshot,
  rights: () => ({
    read: true,
    create: true,
    edit: true,
    delete: true,
    field: () => ({ read: true, edit: true }),
    recordType: () => ({ available: true, isDefault: false }),
  }),
  language: 'en_US',
  basePath: '/services/data/v67.0',
};
const described = (name: string) => describeObject(findObject(snapshot, name) as ObjectDef, context);

type Kind = 'boolean' | 'string' | 'number' | 'array' | 'object' | 'null';

function kindOf(value: unknown): Kind {
  if (value === null) return 'null';
  return Array.isArray(value) ? 'array' : (typeof value as Kind);
}

/** Which JSON types the value of each key may have. */
type Shape = Readonly<Record<string, readonly Kind[]>>;

const of = (kinds: readonly Kind[], keys: string): Shape =>
  Object.fromEntries(keys.split(' ').map((key) => [key, kinds]));

const OBJECT: Shape = {
  ...of(
    ['boolean'],
    'activateable compactLayoutable createable custom customSetting deepCloneable deletable deprecatedAndHidden feedEnabled hasSubtypes isInterface isSubtype layoutable mergeable mruEnabled queryable replicateable retrieveable searchLayoutable searchable triggerable undeletable updateable',
  ),
  ...of(['string'], 'keyPrefix label labelPlural name'),
  ...of(['string', 'null'], 'associateEntityType associateParentEntity networkScopeFieldName'),
  ...of(['boolean', 'null'], 'listviewable lookupLayoutable'),
  ...of(
    ['array'],
    'actionOverrides childRelationships fields namedLayoutInfos recordTypeInfos supportedScopes',
  ),
  urls: ['object'],
};
const FIELD: Shape = {
  ...of(
    ['boolean'],
    'aggregatable aiPredictionField autoNumber calculated cascadeDelete caseSensitive createable custom defaultedOnCreate dependentPicklist deprecatedAndHidden displayLocationInDecimal encrypted externalId filterable formulaTreatNullNumberAsZero groupable highScaleNumber htmlFormatted idLookup nameField namePointing nillable permissionable polymorphicForeignKey queryByDistance restrictedDelete restrictedPicklist searchPrefilterable sortable unique updateable writeRequiresMasterRead',
  ),
  ...of(['number'], 'byteLength digits length precision scale'),
  ...of(['string'], 'label name soapType type'),
  ...of(
    ['string', 'null'],
    'calculatedFormula compoundFieldName controllerName defaultValueFormula extraTypeInfo inlineHelpText mask maskType referenceTargetField relationshipName',
  ),
  ...of(['array'], 'picklistValues referenceTo'),
  ...of(['number', 'null'], 'relationshipOrder'),
  ...of(['boolean', 'string', 'null'], 'defaultValue'),
  ...of(['object', 'null'], 'filteredLookupInfo'),
};
const CHILD: Shape = {
  ...of(['boolean'], 'cascadeDelete deprecatedAndHidden restrictedDelete'),
  ...of(['string'], 'childSObject field'),
  ...of(['array'], 'junctionIdListNames junctionReferenceTo'),
  ...of(['string', 'null'], 'relationshipName'),
};
const RECORD_TYPE: Shape = {
  ...of(['boolean'], 'active available defaultRecordTypeMapping master'),
  ...of(['string'], 'developerName name recordTypeId'),
  urls: ['object'],
};
const VALUE: Shape = {
  ...of(['boolean'], 'active defaultValue'),
  ...of(['string'], 'label value'),
  ...of(['string', 'null'], 'validFor'),
};
const SCOPE: Shape = of(['string'], 'label name');

function hold(value: object, shape: Shape): void {
  expect(Object.keys(value).sort()).toEqual(Object.keys(shape).sort());
  for (const [key, kinds] of Object.entries(shape)) {
    const kind = kindOf((value as Readonly<Record<string, unknown>>)[key]);
    expect(kinds, `${key} is ${kind}`).toContain(kind);
  }
}

describe('every key of describe has its JSON type', () => {
  it.each([...snapshot.objects.values()].map(({ name }) => name))('%s', (name) => {
    const object = described(name);
    hold(object, OBJECT);
    for (const field of object.fields) {
      hold(field, FIELD);
      for (const value of field.picklistValues) hold(value, VALUE);
    }
    for (const child of object.childRelationships) hold(child, CHILD);
    for (const type of object.recordTypeInfos) hold(type, RECORD_TYPE);
    for (const scope of object.supportedScopes) hold(scope, SCOPE);
    expect(new Set(object.fields.map((field) => field.name)).size).toBe(object.fields.length);
  });

  it('without a problem in what is described', () => {
    expect(problems.filter(({ severity }) => severity === 'error')).toEqual([]);
  });
});

/** Per field: type, soapType, length, byteLength, precision, scale, digits, then the letters of what may be done. */
const EXPECTED: Readonly<Record<string, string>> = {
  Id: 'id tns:ID 18 18 0 0 0 AFGS',
  Name: 'string xsd:string 80 240 0 0 0 AFGS',
  OwnerId: 'reference tns:ID 18 18 0 0 0 AFGS',
  IsDeleted: 'boolean xsd:boolean 0 0 0 0 0 FGS',
  CreatedDate: 'datetime xsd:dateTime 0 0 0 0 0 AFS',
  Text__c: 'string xsd:string 80 240 0 0 0 AFGS',
  Area__c: 'textarea xsd:string 255 765 0 0 0 AFGS',
  Long__c: 'textarea xsd:string 5000 15000 0 0 0 ',
  Html__c: 'textarea xsd:string 5000 15000 0 0 0 ',
  Number__c: 'double xsd:double 0 0 10 2 0 AFS',
  Money__c: 'currency xsd:double 0 0 16 2 0 AFS',
  Part__c: 'percent xsd:double 0 0 5 1 0 AFS',
  Day__c: 'date xsd:date 0 0 0 0 0 AFGS',
  At__c: 'datetime xsd:dateTime 0 0 0 0 0 AFS',
  Time__c: 'time xsd:time 0 0 0 0 0 AFS',
  Is__c: 'boolean xsd:boolean 0 0 0 0 0 FGS',
  Pick__c: 'picklist xsd:string 255 765 0 0 0 AFGS',
  Many__c: 'multipicklist xsd:string 4099 12297 0 0 0 F',
  Mail__c: 'email xsd:string 80 240 0 0 0 AFGS',
  Phone__c: 'phone xsd:string 40 120 0 0 0 AFGS',
  Url__c: 'url xsd:string 255 765 0 0 0 AFGS',
  Auto__c: 'string xsd:string 30 90 0 0 0 AFS',
  Code__c: 'string xsd:string 9 27 0 0 0 AFGS',
  Secret__c: 'encryptedstring xsd:string 20 60 0 0 0 ',
  Site__c: 'location urn:location 0 0 0 0 0 F',
  Home__c: 'reference tns:ID 18 18 0 0 0 AFGS',
};

describe('what may be done with fields', () => {
  const fields = new Map(described('Kit__c').fields.map((field) => [field.name, field]));
  const said = (name: string) => {
    const field = fields.get(name);
    if (field === undefined) return undefined;
    const { type, soapType, length, byteLength, precision, scale, digits } = field;
    const letters = [
      field.aggregatable ? 'A' : '',
      field.filterable ? 'F' : '',
      field.groupable ? 'G' : '',
      field.sortable ? 'S' : '',
    ].join('');
    return [type, soapType, length, byteLength, precision, scale, digits, letters].join(' ');
  };

  it.each(Object.entries(EXPECTED))('%s is as its type has it', (name, expected) => {
    expect(said(name)).toBe(expected);
  });

  it('follows from how the field is declared', () => {
    expect(fields.get('Code__c')).toMatchObject({ unique: true, externalId: true, idLookup: true });
    expect(fields.get('Auto__c')).toMatchObject({ autoNumber: true, createable: false, updateable: false });
    expect(fields.get('Is__c')).toMatchObject({
      defaultValue: true,
      defaultedOnCreate: true,
      nillable: false,
    });
    expect(fields.get('Pick__c')).toMatchObject({
      defaultValue: null,
      defaultedOnCreate: true,
      nillable: true,
    });
    expect(fields.get('Html__c')).toMatchObject({ htmlFormatted: true, extraTypeInfo: 'richtextarea' });
    expect(fields.get('Home__c')).toMatchObject({ relationshipName: 'Home__r', referenceTo: ['Account'] });
    expect(fields.get('Site__Latitude__s')).toMatchObject({ type: 'double', compoundFieldName: 'Site__c' });
  });

  it('and of a filtered lookup, what the filter depends on', () => {
    expect(fields.get('Home__c')?.filteredLookupInfo).toBeNull();
    expect(fields.get('Part_of__c')?.filteredLookupInfo).toEqual({
      controllingFields: ['Home__c'],
      dependent: true,
      optionalFilter: false,
    });
  });

  it('and from its object', () => {
    expect(described('Kit__History')).toMatchObject({
      associateEntityType: 'History',
      associateParentEntity: 'Kit__c',
      createable: false,
    });
    expect(described('Kit__c')).toMatchObject({
      layoutable: true,
      keyPrefix: expect.stringMatching(/^a/),
      recordTypeInfos: [
        { developerName: 'Field', master: false },
        { master: true, recordTypeId: '012000000000000AAA' },
      ],
      supportedScopes: [{ name: 'everything' }, { name: 'mine' }, { name: 'mine_and_my_groups' }],
    });
    expect(described('User').namedLayoutInfos).toMatchObject([{ name: 'UserAlt' }]);
    expect(described('Lead').mergeable).toBe(true);
  });
});
