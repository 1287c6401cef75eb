import { describe, expect, it } from 'vitest';
import { printProblem } from '../metadata-problem.js';
import { parseSourceFiles } from './parse-source-files.js';

const FIELD_PATH = 'objects/Badge__c/fields/Colour__c.field-meta.xml';

function xml(root: string, content: string): string {
  return `<?xml version="1.0"?>\n<${root} xmlns="http://soap.sforce.com/2006/04/metadata">\n${content}\n</${root}>`;
}

function parse(path: string, text: string) {
  const { components, problems } = parseSourceFiles([{ path, text }]);
  const declared = components.map(({ source: _source, ...component }) => component);
  return { components, declared, problems: problems.map(printProblem) };
}

describe('a field file', () => {
  it('gives the field with the object its folder names', () => {
    const content = `<fullName>Colour__c</fullName><label>Colour</label><type>Picklist</type>
      <valueSet><restricted>true</restricted><valueSetDefinition><sorted>true</sorted>
      <value><fullName>R%2ED</fullName><default>true</default><label>Red</label></value>
      <value><fullName>Blue</fullName><isActive>false</isActive></value>
      </valueSetDefinition></valueSet>`;
    const { components, problems } = parse(FIELD_PATH, xml('CustomField', content));
    expect(problems).toEqual([]);
    expect(components).toEqual([
      {
        kind: 'CustomField',
        source: { file: FIELD_PATH, line: 2 },
        field: {
          object: 'Badge__c',
          name: 'Colour__c',
          label: 'Colour',
          type: 'Picklist',
          referenceTo: [],
          valueSet: {
            restricted: true,
            values: [
              { value: 'Blue', label: 'Blue', active: false, isDefault: false },
              { value: 'R.D', label: 'Red', active: true, isDefault: true },
            ],
          },
        },
      },
    ]);
  });

  it('names file, line, member and what was expected', () => {
    const content = '<fullName>Colour__c</fullName>\n<length>long</length>\n<required>maybe</required>';
    expect(parse(FIELD_PATH, xml('CustomField', content)).problems).toEqual([
      `${FIELD_PATH}:4 Badge__c.Colour__c: <length> is long, expected a whole number`,
      `${FIELD_PATH}:5 Badge__c.Colour__c: <required> is maybe, expected true or false`,
    ]);
  });

  it('says what has no effect, and says nothing of what is switched off', () => {
    const content =
      '<fullName>Colour__c</fullName><encryptionScheme>Deterministic</encryptionScheme><isFilteringDisabled>false</isFilteringDisabled>';
    expect(parse(FIELD_PATH, xml('CustomField', content)).problems).toEqual([
      `${FIELD_PATH}:3 Badge__c.Colour__c: <encryptionScheme> has no effect here`,
    ]);
  });
});

describe('a layout file', () => {
  it('gives sections with their fields and related lists', () => {
    const content = `<layoutSections><label>Details</label><layoutColumns>
        <layoutItems><behavior>Required</behavior><field>Name</field></layoutItems>
        <layoutItems><emptySpace>true</emptySpace></layoutItems><layoutItems><customLink>Map</customLink></layoutItems>
      </layoutColumns><layoutColumns/><style>TwoColumnsTopToBottom</style></layoutSections>
      <relatedLists><fields>NAME</fields><relatedList>Pin__c.Badge__c</relatedList></relatedLists>
      <showEmailCheckbox>true</showEmailCheckbox>`;
    const path = 'layouts/Badge__c-Badge Layout.layout-meta.xml';
    const { components, problems } = parse(path, xml('Layout', content));
    expect(components).toMatchObject([
      {
        layout: {
          object: 'Badge__c',
          name: 'Badge Layout',
          sections: [
            {
              label: 'Details',
              style: 'TwoColumnsTopToBottom',
              columns: [[{ field: 'Name', behavior: 'Required' }, null], []],
            },
          ],
          relatedLists: [{ relatedList: 'Pin__c.Badge__c', fields: ['NAME'] }],
        },
      },
    ]);
    expect(problems).toEqual([]);
  });
});

describe('an object file', () => {
  it('holds fields and list views in the mdapi format', () => {
    const content = `<label>Badge</label><pluralLabel>Badges</pluralLabel><sharingModel>ReadWriteTransfer</sharingModel>
      <nameField><label>Badge Number</label><type>AutoNumber</type><displayFormat>B-{0000}</displayFormat></nameField>
      <fields><fullName>Colour__c</fullName><label>Colour</label><type>Text</type><length>20</length></fields>
      <listViews><fullName>All</fullName><columns>NAME</columns><filterScope>Everything</filterScope><label>All</label></listViews>`;
    const { declared, problems } = parse('src/objects/Badge__c.object', xml('CustomObject', content));
    expect(declared).toMatchObject([
      {
        kind: 'CustomObject',
        object: {
          name: 'Badge__c',
          label: 'Badge',
          sharingModel: 'ReadWrite',
          nameField: { label: 'Badge Number', type: 'AutoNumber', displayFormat: 'B-{0000}' },
        },
      },
      { kind: 'CustomField', field: { object: 'Badge__c', name: 'Colour__c', length: 20 } },
      { kind: 'ListView', listView: { object: 'Badge__c', name: 'All', columns: ['NAME'], filters: [] } },
    ]);
    expect(problems).toEqual([
      expect.stringMatching(/<sharingModel> ReadWriteTransfer is applied as ReadWrite$/),
    ]);
  });
});

describe('rights and sharing', () => {
  it('reads a permission set; what is not written is not given', () => {
    const content = `<label>Clinic</label>
      <objectPermissions><object>Badge__c</object><allowRead>true</allowRead></objectPermissions>
      <fieldPermissions><field>Badge__c.Colour__c</field><editable>true</editable></fieldPermissions>
      <userPermissions><name>ApiEnabled</name><enabled>true</enabled></userPermissions>
      <userPermissions><name>ViewSetup</name><enabled>false</enabled></userPermissions>`;
    const { declared } = parse('permissionsets/Clinic.permissionset-meta.xml', xml('PermissionSet', content));
    expect(declared).toMatchObject([
      {
        permissionSet: {
          name: 'Clinic',
          objectPermissions: [
            { object: 'Badge__c', allowRead: true, allowEdit: false, viewAllRecords: false },
          ],
          fieldPermissions: [{ field: 'Badge__c.Colour__c', readable: true, editable: true }],
          userPermissions: ['ApiEnabled'],
        },
      },
    ]);
  });

  it('leaves out a sharing rule it cannot apply exactly, since less would publish more', () => {
    const rule = (name: string, inner: string) =>
      `<sharingCriteriaRules><fullName>${name}</fullName><accessLevel>Read</accessLevel>${inner}</sharingCriteriaRules>`;
    const to = '<sharedTo><allCustomerPortalUsers></allCustomerPortalUsers></sharedTo>';
    const item =
      '<criteriaItems><field>Colour__c</field><operation>equals</operation><value>Red</value></criteriaItems>';
    const content = [
      rule('Good', to + item),
      rule('Logic', `${to + item + item}<booleanFilter>1 OR 2</booleanFilter>`),
      rule('Role', `<sharedTo><role>Chief</role></sharedTo>${item}`),
      rule('Everything', to),
      rule('Operation', to + item.replace('equals', 'within')),
    ].join('\n');
    const { declared, problems } = parse(
      'sharingRules/Badge__c.sharingRules-meta.xml',
      xml('SharingRules', content),
    );
    expect(declared).toEqual([
      {
        kind: 'CriteriaSharingRule',
        rule: {
          name: 'Good',
          object: 'Badge__c',
          sharedTo: 'portal',
          criteria: [{ field: 'Colour__c', operation: 'equals', value: 'Red' }],
        },
      },
    ]);
    expect(problems).toEqual([
      expect.stringMatching(/:4 Badge__c: <booleanFilter> 1 OR 2 is not supported/),
      expect.stringMatching(/:5 Badge__c: rule is not applied: <sharedTo> is role/),
      expect.stringMatching(/:6 Badge__c: <criteriaItems> is missing/),
      expect.stringMatching(/:7 Badge__c: <operation> is within, expected one of equals, /),
    ]);
  });
});

describe('translations', () => {
  it('reads object and field files of one language', () => {
    const object = parse(
      'objectTranslations/Badge__c-pt_BR/Badge__c-pt_BR.objectTranslation-meta.xml',
      xml(
        'CustomObjectTranslation',
        `<caseValues><plural>false</plural><value>Distintivo</value></caseValues>
         <caseValues><plural>true</plural><value>Distintivos</value></caseValues>`,
      ),
    );
    expect(object.declared).toMatchObject([{ kind: 'Translation', translation: { language: 'pt_BR' } }]);
    const field = parse(
      'objectTranslations/Badge__c-es/Colour__c.fieldTranslation-meta.xml',
      xml(
        'CustomFieldTranslation',
        `<label>Color</label><name>Colour__c</name>
         <picklistValues><masterLabel>Red</masterLabel><translation>Rojo</translation></picklistValues>
         <picklistValues><masterLabel>Blue</masterLabel><translation><!-- Blue --></translation></picklistValues>`,
      ),
    );
    const [component] = field.components;
    const labels = component?.kind === 'Translation' ? [...component.translation.labels] : [];
    expect(labels).toEqual([
      ['Badge__c.Colour__c', 'Color'],
      ['Badge__c.Colour__c.Red', 'Rojo'],
    ]);
  });
});

describe('other files', () => {
  it('passes over manifests and reports types that are not read', () => {
    expect(parse('package.xml', xml('Package', '<version>60.0</version>')).problems).toEqual([]);
    expect(parse('applications/Badges.app-meta.xml', xml('CustomApplication', '')).problems).toEqual([
      'applications/Badges.app-meta.xml:2 Badges: CustomApplication is kept and not yet shown',
    ]);
    expect(parse('objects/A__c/A__c.object-meta.xml', '<CustomObject>\n<label>').problems).toEqual([
      expect.stringMatching(/^objects\/A__c\/A__c.object-meta.xml:\d A__c: /),
    ]);
  });
});
