import { describe, expect, it } from 'vitest';
import { findField, findObject } from '../lookup.js';
import type { ObjectDef } from '../model.js';
import { PLATFORM_STANDARD_OBJECTS, readStandardObjects } from '../node/read-standard-objects.js';
import { buildSnapshot } from '../snapshot/build-snapshot.js';
import { parseSourceFiles } from '../source-format/parse-source-files.js';
import type { DescribeContext } from './describe-context.js';
import { describeField } from './describe-field.js';
import { describeGlobalEntry } from './describe-global-entry.js';
import { describeObject } from './describe-object.js';

const { standardObjects } = await readStandardObjects(PLATFORM_STANDARD_OBJECTS);
const { snapshot } = buildSnapshot({
  version: 1,
  standardObjects,
  components: [],
  assignedPrefixes: new Map(),
});

const all = { read: true, create: true, edit: true, delete: true };
const context: DescribeContext = {
  snapshot,
  rights: () => ({
    ...all,
    field: () => ({ read: true, edit: true }),
    recordType: () => ({ available: true, isDefault: false }),
  }),
  language: 'en_US',
  basePath: '/services/data/v67.0',
};

function object(name: string): ObjectDef {
  const found = findObject(snapshot, name);
  if (found === undefined) throw new Error(`no object ${name}`);
  return found;
}

function fieldOf(objectName: string, name: string, given = context) {
  const owner = object(objectName);
  const field = findField(owner, name);
  if (field === undefined) throw new Error(`no field ${name}`);
  return describeField(owner, field, given);
}

/** Keys of the REST API, from the answers that connectors are known to read. */
const FIELD_KEYS =
  'aggregatable aiPredictionField autoNumber byteLength calculated calculatedFormula cascadeDelete caseSensitive compoundFieldName controllerName createable custom defaultValue defaultValueFormula defaultedOnCreate dependentPicklist deprecatedAndHidden digits displayLocationInDecimal encrypted externalId extraTypeInfo filterable filteredLookupInfo formulaTreatNullNumberAsZero groupable highScaleNumber htmlFormatted idLookup inlineHelpText label length mask maskType name nameField namePointing nillable permissionable picklistValues polymorphicForeignKey precision queryByDistance referenceTargetField referenceTo relationshipName relationshipOrder restrictedDelete restrictedPicklist scale searchPrefilterable soapType sortable type unique updateable writeRequiresMasterRead';
const HEADER_KEYS =
  'activateable associateEntityType associateParentEntity createable custom customSetting deepCloneable deletable deprecatedAndHidden feedEnabled hasSubtypes isInterface isSubtype keyPrefix label labelPlural layoutable mergeable mruEnabled name queryable replicateable retrieveable searchable triggerable undeletable updateable urls';
const OBJECT_KEYS =
  'actionOverrides childRelationships compactLayoutable fields listviewable lookupLayoutable namedLayoutInfos networkScopeFieldName recordTypeInfos searchLayoutable supportedScopes';
/** Connectors refuse an object that has a field of any other type. */
const TYPES = new Set(
  'string picklist multipicklist combobox reference base64 boolean currency textarea int long double percent phone id date datetime time url email encryptedstring location address anyType'.split(
    ' ',
  ),
);

describe('describe', () => {
  it('has every key of the REST API', () => {
    const described = describeObject(object('Case'), context);
    expect(Object.keys(described).sort()).toEqual(`${HEADER_KEYS} ${OBJECT_KEYS}`.split(' ').sort());
    for (const field of described.fields)
      expect(Object.keys(field).sort()).toEqual(FIELD_KEYS.split(' ').sort());
    expect(Object.keys(describeGlobalEntry(object('Case'), context)).sort()).toEqual(HEADER_KEYS.split(' '));
  });

  it('names only types that connectors know', () => {
    for (const declared of snapshot.objects.values()) {
      for (const field of describeObject(declared, context).fields) expect(TYPES).toContain(field.type);
    }
  });

  it('says what a client needs of common fields', () => {
    expect(fieldOf('Account', 'Name')).toMatchObject({
      type: 'string',
      length: 255,
      byteLength: 765,
      nillable: false,
      nameField: true,
    });
    expect(fieldOf('Account', 'NumberOfEmployees')).toMatchObject({
      type: 'int',
      digits: 8,
      precision: 0,
      soapType: 'xsd:int',
    });
    expect(fieldOf('Account', 'AnnualRevenue')).toMatchObject({
      type: 'currency',
      precision: 18,
      scale: 0,
      digits: 0,
    });
    expect(fieldOf('Contact', 'Name')).toMatchObject({
      createable: false,
      updateable: false,
      nameField: true,
    });
    expect(fieldOf('Contact', 'LastName')).toMatchObject({ compoundFieldName: 'Name', createable: true });
    expect(fieldOf('Contact', 'Email')).toMatchObject({ idLookup: true, externalId: false, type: 'email' });
    expect(fieldOf('Case', 'OwnerId')).toMatchObject({
      referenceTo: ['Group', 'User'],
      polymorphicForeignKey: true,
      defaultedOnCreate: true,
    });
    expect(fieldOf('Case', 'CaseNumber')).toMatchObject({
      autoNumber: true,
      groupable: false,
      createable: false,
    });
    expect(fieldOf('Case', 'IsClosed')).toMatchObject({
      defaultValue: false,
      defaultedOnCreate: true,
      nillable: false,
      aggregatable: false,
    });
    expect(fieldOf('Case', 'Description')).toMatchObject({
      type: 'textarea',
      filterable: false,
      extraTypeInfo: 'plaintextarea',
    });
    expect(fieldOf('CaseComment', 'ParentId')).toMatchObject({
      relationshipOrder: 0,
      cascadeDelete: true,
      nillable: false,
    });
    expect(fieldOf('ContentVersion', 'VersionData')).toMatchObject({
      type: 'base64',
      soapType: 'xsd:base64Binary',
    });
    expect(fieldOf('Case', 'Id')).toMatchObject({
      type: 'id',
      length: 18,
      idLookup: true,
      permissionable: false,
    });
  });

  it('speaks the reader’s language', () => {
    const spanish = { ...context, language: 'es' };
    expect(describeGlobalEntry(object('Case'), spanish)).toMatchObject({
      label: 'Caso',
      labelPlural: 'Casos',
    });
    expect(fieldOf('Case', 'Status', spanish).picklistValues[0]).toEqual({
      active: true,
      defaultValue: true,
      label: 'Nuevo',
      validFor: null,
      value: 'New',
    });
  });

  it('shows nothing the reader may not read, on either side of a relationship', () => {
    const limited: DescribeContext = {
      ...context,
      rights: (described) => ({
        ...all,
        read: described.name !== 'Opportunity',
        edit: false,
        delete: false,
        recordType: () => ({ available: false, isDefault: false }),
        field: (name) => ({ read: name !== 'Phone' && name !== 'ContactId', edit: name === 'Name' }),
      }),
    };
    const described = describeObject(object('Account'), limited);
    expect(described.fields.some(({ name }) => name === 'Phone')).toBe(false);
    expect(described.childRelationships.some(({ childSObject }) => childSObject === 'Opportunity')).toBe(
      false,
    );
    expect(described.childRelationships.some(({ relationshipName }) => relationshipName === 'Contacts')).toBe(
      true,
    );
    expect(described).toMatchObject({ updateable: false, deletable: false, createable: true });
    const fields = new Map(described.fields.map((field) => [field.name, field]));
    expect(fields.get('Name')).toMatchObject({ createable: true, updateable: false });
    expect(fields.get('Website')).toMatchObject({ createable: false, updateable: false });
    const contact = describeObject(object('Contact'), limited);
    expect(contact.childRelationships.some(({ childSObject }) => childSObject === 'Case')).toBe(false);
  });
});

describe('describe of declared fields', () => {
  const values = (names: readonly string[]) =>
    `<valueSetDefinition>${names.map((name) => `<value><fullName>${name}</fullName></value>`).join('')}</valueSetDefinition>`;
  const settings = '<controllingFieldValue>c9</controllingFieldValue><valueName>b</valueName>';
  const fields: Readonly<Record<string, string>> = {
    Kind__c: `<type>Picklist</type><valueSet>${values(['c0', 'c1', 'c2', 'c3', 'c4', 'c5', 'c6', 'c7', 'c8', 'c9'])}</valueSet>`,
    Part__c: `<type>Picklist</type><valueSet><controllingField>Kind__c</controllingField>${values(['a', 'b'])}<valueSettings>${settings}</valueSettings></valueSet>`,
    Place__c:
      '<type>Location</type><displayLocationInDecimal>true</displayLocationInDecimal><scale>4</scale>',
    Secret__c: '<type>EncryptedText</type><length>20</length><maskChar>X</maskChar><maskType>ssn</maskType>',
    Twice__c:
      '<type>Number</type><formula>2 * 2</formula><formulaTreatBlanksAs>BlankAsZero</formulaTreatBlanksAs>',
    Code__c:
      '<type>Text</type><length>9</length><unique>true</unique><caseSensitive>true</caseSensitive><externalId>true</externalId>',
  };
  const { components } = parseSourceFiles(
    Object.entries(fields).map(([name, content]) => ({
      path: `objects/Account/fields/${name}.field-meta.xml`,
      text: `<CustomField xmlns="http://soap.sforce.com/2006/04/metadata"><fullName>${name}</fullName><label>${name}</label>${content}</CustomField>`,
    })),
  );
  const built = buildSnapshot({ version: 2, standardObjects, components, assignedPrefixes: new Map() });
  const account = findObject(built.snapshot, 'Account') as ObjectDef;
  const described = new Map(
    describeObject(account, { ...context, snapshot: built.snapshot }).fields.map((field) => [
      field.name,
      field,
    ]),
  );

  it('has every key for each of them', () => {
    for (const field of described.values())
      expect(Object.keys(field).sort()).toEqual(FIELD_KEYS.split(' ').sort());
  });

  it('says under which values a dependent one may be picked', () => {
    const part = described.get('Part__c');
    expect(part).toMatchObject({ dependentPicklist: true, controllerName: 'Kind__c' });
    expect(part?.picklistValues.map(({ validFor }) => validFor)).toEqual(['AAA=', 'AEA=']);
  });

  it('tells places, secrets, formulas and codes apart', () => {
    expect(described.get('Place__c')).toMatchObject({
      type: 'location',
      soapType: 'urn:location',
      queryByDistance: true,
      displayLocationInDecimal: true,
      createable: false,
    });
    expect(described.get('Place__Latitude__s')).toMatchObject({
      type: 'double',
      scale: 15,
      createable: true,
    });
    expect(described.get('Secret__c')).toMatchObject({
      type: 'encryptedstring',
      encrypted: true,
      mask: 'X',
      maskType: 'ssn',
      filterable: false,
    });
    expect(described.get('Twice__c')).toMatchObject({
      type: 'double',
      calculated: true,
      calculatedFormula: '2 * 2',
      formulaTreatNullNumberAsZero: true,
      createable: false,
      updateable: false,
      filterable: false,
    });
    expect(described.get('Code__c')).toMatchObject({ caseSensitive: true, unique: true, idLookup: true });
  });
});
