import { type ComponentInput, createClient, type MusterClient } from '@muster/client';
import { systemPrincipal } from '@muster/records';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { type ApiClient, apiClient } from '../../support/api-client.js';
import { createUser } from '../../support/create-user.js';
import { startTestServer, type TestServer } from '../../support/test-server.js';

const BASE = '/services/data/v67.0';
const SAILOR = 'sailor@test.example';

let server: TestServer;
let api: ApiClient;
let client: MusterClient;
let sailor: MusterClient;

const field = (name: string, metadata: Readonly<Record<string, unknown>>): ComponentInput => ({
  type: 'CustomField',
  fullName: `Boat__c.${name}`,
  metadata: { label: name.replace('__c', ''), ...metadata } as ComponentInput['metadata'],
});
const listView = (name: string, metadata: Readonly<Record<string, unknown>>): ComponentInput => ({
  type: 'ListView',
  fullName: `Boat__c.${name}`,
  metadata: {
    fullName: name,
    label: name,
    columns: ['NAME', 'Colour__c', 'Length__c', 'OWNER.ALIAS'],
    filterScope: 'Everything',
    ...metadata,
  } as ComponentInput['metadata'],
});
const filter = (name: string, operation: string, value: string) => ({ field: name, operation, value });

const COMPONENTS: readonly ComponentInput[] = [
  {
    type: 'CustomObject',
    fullName: 'Boat__c',
    metadata: {
      label: 'Boat',
      pluralLabel: 'Boats',
      nameField: { label: 'Boat Name', type: 'Text' },
      deploymentStatus: 'Deployed',
      sharingModel: 'Private',
      compactLayoutAssignment: 'Card',
    },
  },
  field('Colour__c', {
    type: 'Picklist',
    valueSet: {
      restricted: true,
      valueSetDefinition: {
        sorted: false,
        value: ['Red', 'Blue', 'Sea green'].map((name) => ({
          fullName: name,
          default: false,
          label: `${name}!`,
        })),
      },
    },
  }),
  field('Flags__c', {
    type: 'MultiselectPicklist',
    visibleLines: 3,
    valueSet: {
      restricted: true,
      valueSetDefinition: {
        sorted: false,
        value: ['UK', 'FR', 'NO'].map((name) => ({ fullName: name, default: false, label: name })),
      },
    },
  }),
  field('Length__c', { type: 'Number', precision: 5, scale: 1 }),
  field('Launched__c', { type: 'Date' }),
  field('Seen__c', { type: 'DateTime' }),
  field('Afloat__c', { type: 'Checkbox', defaultValue: false }),
  field('Home__c', {
    type: 'Lookup',
    referenceTo: 'Account',
    relationshipName: 'Boats',
    relationshipLabel: 'Boats',
  }),
  field('Secret__c', { type: 'Text', length: 20 }),
  {
    type: 'CompactLayout',
    fullName: 'Boat__c.Card',
    metadata: { fullName: 'Card', label: 'Card', fields: ['Name', 'Colour__c', 'Secret__c'] },
  },
  {
    type: 'Layout',
    fullName: 'Boat__c-Boat Layout',
    metadata: {
      layoutSections: [
        {
          customLabel: true,
          detailHeading: true,
          editHeading: true,
          label: 'Hull',
          layoutColumns: [
            {
              layoutItems: [
                { behavior: 'Required', field: 'Name' },
                { behavior: 'Required', field: 'Length__c' },
                { emptySpace: true },
              ],
            },
            {
              layoutItems: [
                { behavior: 'Edit', field: 'Secret__c' },
                { behavior: 'Readonly', field: 'Colour__c' },
              ],
            },
          ],
          style: 'TwoColumnsTopToBottom',
        },
        {
          label: 'System Information',
          layoutColumns: [{ layoutItems: [{ behavior: 'Readonly', field: 'CreatedById' }] }],
          style: 'OneColumn',
        },
      ],
      relatedLists: [
        { fields: ['TASK.SUBJECT', 'TASK.STATUS'], relatedList: 'RelatedActivityList' },
        { fields: ['NAME'], relatedList: 'Nothing__c.Boat__c' },
      ],
    },
  },
  { type: 'CustomTab', fullName: 'Boat__c', metadata: { customObject: true, motif: 'Custom1: Heart' } },
  listView('Red_or_long', {
    filters: [
      filter('Colour__c', 'equals', 'Red'),
      filter('Length__c', 'greaterThan', '10'),
      filter('Afloat__c', 'equals', '1'),
    ],
    booleanFilter: '(1 OR 2) AND 3',
  }),
  listView('Mine', { filterScope: 'Mine' }),
  listView('Hidden', { filters: [filter('Secret__c', 'equals', 'x')] }),
  {
    type: 'PermissionSet',
    fullName: 'Sailors',
    metadata: {
      label: 'Sailors',
      objectPermissions: [
        {
          object: 'Boat__c',
          allowRead: true,
          allowCreate: true,
          allowEdit: true,
          allowDelete: false,
          modifyAllRecords: false,
          viewAllRecords: false,
        },
      ],
      fieldPermissions: ['Colour__c', 'Length__c', 'Afloat__c'].map((name) => ({
        field: `Boat__c.${name}`,
        readable: true,
        editable: true,
      })),
      userPermissions: [{ enabled: true, name: 'ApiEnabled' }],
    },
  },
];

beforeAll(async () => {
  server = await startTestServer({ createSolutions: () => [] });
  api = await apiClient(server);
  client = createClient({ baseUrl: server.url, accessToken: api.token });
  await client.metadata.deploy({ components: COMPONENTS });
  const { records, org } = server.instance;
  const system = records.openSession(systemPrincipal(org), { key: 'test' });
  const userId = await createUser(system, SAILOR, 'Standard');
  const set = await system.row<{ Id: string }>("SELECT Id FROM PermissionSet WHERE Name = 'Sailors'");
  await system.create('PermissionSetAssignment', { AssigneeId: userId, PermissionSetId: set.Id });
  sailor = createClient({ baseUrl: server.url, accessToken: (await apiClient(server, SAILOR)).token });
  const home = await client.data.create('Account', { Name: 'Leith, "port"' });
  const boats = [
    {
      Name: 'Ann',
      Colour__c: 'Red',
      Length__c: 4,
      Afloat__c: true,
      Flags__c: 'UK;FR',
      Launched__c: '2020-02-03',
    },
    { Name: 'Bel', Colour__c: 'Blue', Length__c: 12, Afloat__c: true, Seen__c: '2026-05-01T10:00:00Z' },
    { Name: 'Cat', Colour__c: 'Red', Length__c: 20, Afloat__c: false, Home__c: home.id },
    { Name: '100% Dot_ty', Colour__c: 'Sea green', Flags__c: 'NO', Seen__c: '2026-05-02T00:00:00Z' },
  ];
  for (const boat of boats) await client.data.create('Boat__c', boat);
  await sailor.data.create('Boat__c', { Name: 'Own', Colour__c: 'Red', Afloat__c: true });
});
afterAll(() => server?.close());

const namesIn = async (from: MusterClient, view: string): Promise<(string | null | undefined)[]> => {
  const found = (await from.pages.listViews('Boat__c')).find(({ developerName }) => developerName === view);
  const { records } = await from.pages.listViewResults('Boat__c', found?.id ?? '');
  return records.map(
    ({ columns }) => columns.find(({ fieldNameOrPath }) => fieldNameOrPath === 'Name')?.value,
  );
};

describe('layouts', () => {
  it('are those declared, in rows, once to look at and once to fill in', async () => {
    const layout = await client.pages.layout('Boat__c');
    expect(layout).toMatchObject({ id: expect.stringMatching(/^00h/), name: 'Boat Layout' });
    const [hull, system] = layout.detailLayoutSections;
    expect(hull).toMatchObject({ heading: 'Hull', columns: 2, rows: 3, tabOrder: 'TopToBottom' });
    const shown = hull?.layoutRows.map(({ layoutItems }) =>
      layoutItems.map(({ layoutComponents }) => layoutComponents[0]?.value),
    );
    expect(shown).toEqual([
      ['Name', 'Secret__c'],
      ['Length__c', 'Colour__c'],
      [null, null],
    ]);
    expect(system?.layoutRows[0]?.layoutItems[0]).toMatchObject({
      label: 'Created By',
      layoutComponents: [
        { value: 'CreatedById' },
        { type: 'Separator', value: ', ' },
        { value: 'CreatedDate' },
      ],
    });
    expect(layout.editLayoutSections.map(({ heading }) => heading)).toEqual(['Hull']);
    expect(hull?.layoutRows[1]?.layoutItems).toMatchObject([
      {
        label: 'Length',
        required: true,
        editableForNew: true,
        layoutComponents: [{ details: { type: 'double' } }],
      },
      { label: 'Colour', required: false, editableForNew: false, editableForUpdate: false },
    ]);
    expect(layout.relatedLists.map(({ name }) => name)).toEqual(['Tasks', 'Events']);
    expect(layout.relatedLists[0]).toMatchObject({
      sobject: 'Task',
      field: 'WhatId',
      columns: [{ name: 'Subject', lookupId: 'Id' }, { name: 'Status' }],
    });
  });

  it('leave out what their reader may not see', async () => {
    const text = JSON.stringify(await sailor.pages.layout('Boat__c'));
    expect(text).toContain('Length__c');
    expect(text).not.toContain('Secret__c');
    expect(
      (await sailor.pages.layout('Boat__c')).buttonLayoutSection.detailButtons.map(({ name }) => name),
    ).toEqual(['Edit']);
    const { fieldItems } = await sailor.pages.compactLayout('Boat__c');
    expect(fieldItems.map(({ label }) => label)).toEqual(['Boat Name', 'Colour']);
  });

  it('are made for objects without one, with wholes in place of their parts', async () => {
    const { id, detailLayoutSections, relatedLists } = await client.pages.layout('Contact');
    expect(id).toBeNull();
    expect(detailLayoutSections.map(({ heading }) => heading)).toEqual([
      'Information',
      'Address Information',
      'Description Information',
      'System Information',
    ]);
    const items = detailLayoutSections.flatMap(({ layoutRows }) =>
      layoutRows.flatMap((row) => row.layoutItems),
    );
    const named = (value: string) =>
      items.find(({ layoutComponents }) => layoutComponents[0]?.value === value);
    expect(named('LastName')).toBeUndefined();
    expect(named('Name')).toMatchObject({
      required: true,
      editableForNew: true,
      layoutComponents: [{ fieldType: 'personname', components: expect.arrayContaining([]) }],
    });
    expect(named('MailingAddress')?.layoutComponents[0]?.components?.map(({ value }) => value)).toContain(
      'MailingCity',
    );
    expect(relatedLists.map(({ name }) => name)).toContain('Cases');
  });

  it('come with the record types and what their lists offer', async () => {
    const { body } = await api.call('GET', `${BASE}/sobjects/Boat__c/describe/layouts`);
    expect(Object.keys(body).sort()).toEqual(['layouts', 'recordTypeMappings', 'recordTypeSelectorRequired']);
    expect(body.recordTypeMappings).toMatchObject([
      { master: true, name: 'Master', recordTypeId: '012000000000000AAA', layoutId: body.layouts[0].id },
    ]);
    const [{ picklistsForRecordType }] = body.recordTypeMappings;
    expect(picklistsForRecordType[0]).toMatchObject({
      picklistName: 'Colour__c',
      picklistValues: [{ value: 'Red', label: 'Red!' }, { value: 'Blue' }, { value: 'Sea green' }],
    });
    expect(body.recordTypeSelectorRequired).toEqual([false]);
  });

  it('are found by name, for compact layouts and for what has none', async () => {
    const named = await api.call('GET', `${BASE}/sobjects/User/describe/namedLayouts/UserAlt`);
    expect(named.body.layouts).toHaveLength(1);
    const gone = await api.call('GET', `${BASE}/sobjects/Account/describe/namedLayouts/UserAlt`);
    expect(gone.status).toBe(404);
    const approval = await api.call('GET', `${BASE}/sobjects/Account/describe/approvalLayouts`);
    expect(approval.body).toEqual({ approvalLayouts: [] });
    const { body } = await api.call('GET', `${BASE}/sobjects/Boat__c/describe/compactLayouts`);
    expect(body).toMatchObject({
      compactLayouts: [{ name: 'Card', label: 'Card', objectType: 'Boat__c', actions: [] }],
      defaultCompactLayoutId: body.compactLayouts[0].id,
      recordTypeCompactLayoutMappings: [{ compactLayoutName: 'Card', available: true }],
    });
  });
});

describe('list views', () => {
  it('are listed, described and followed through filter logic', async () => {
    const { body } = await api.call('GET', `${BASE}/sobjects/Boat__c/listviews`);
    expect(body).toMatchObject({ done: true, size: 3, nextRecordsUrl: null, sobjectType: 'Boat__c' });
    const [view] = body.listviews.filter(
      (each: { developerName: string }) => each.developerName === 'Red_or_long',
    );
    const described = await api.call('GET', view.describeUrl);
    expect(described.body).toMatchObject({
      sobjectType: 'Boat__c',
      scope: 'everything',
      orderBy: [{ fieldNameOrPath: 'Name', sortDirection: 'ascending' }, { fieldNameOrPath: 'Id' }],
      whereCondition: {
        conjunction: 'and',
        conditions: [
          {
            conjunction: 'or',
            conditions: [{ field: 'Colour__c', operator: 'equals', values: ["'Red'"] }, {}],
          },
          { field: 'Afloat__c', operator: 'equals', values: ['TRUE'] },
        ],
      },
    });
    const shown = described.body.columns.filter(({ hidden }: { hidden: boolean }) => !hidden);
    expect(shown.map(({ selectListItem }: { selectListItem: string }) => selectListItem)).toEqual([
      'Name',
      'toLabel(Colour__c)',
      'Length__c',
      'Owner.Name',
    ]);
    const whole = await client.data.rows<{ Name: string }>(described.body.query);
    expect(whole.map(({ Name }) => Name)).toEqual(['Ann', 'Bel', 'Own']);
    const results = await api.call('GET', `${view.resultsUrl}?limit=2`);
    expect(results.body).toMatchObject({ done: false, size: 2, developerName: 'Red_or_long' });
    expect(results.body.records[0].columns).toContainEqual({ fieldNameOrPath: 'Colour__c', value: 'Red!' });
    const rest = await api.call('GET', `${view.resultsUrl}?limit=2&offset=2`);
    expect(rest.body).toMatchObject({ done: true, size: 1 });
    expect((await api.call('GET', `${view.resultsUrl}?limit=lots`)).status).toBe(400);
    const recent = await api.call('GET', `${BASE}/sobjects/Boat__c/listviews/recent`);
    expect(recent.body.listviews).toMatchObject([{ developerName: 'Red_or_long' }]);
  });

  it('show the records their reader may see, and are not there where they filter by a hidden field', async () => {
    expect(await namesIn(sailor, 'Red_or_long')).toEqual(['Own']);
    expect(await namesIn(sailor, 'Mine')).toEqual(['Own']);
    expect((await sailor.pages.listViews('Boat__c')).map(({ developerName }) => developerName)).not.toContain(
      'Hidden',
    );
  });

  it('are made for objects without one', async () => {
    const [all, ...others] = await client.pages.listViews('Account');
    expect(others).toEqual([]);
    expect(all).toMatchObject({ developerName: 'All', label: 'All Accounts' });
    const { records } = await client.pages.listViewResults('Account', all?.id ?? '');
    expect(records[0]?.columns[0]).toEqual({ fieldNameOrPath: 'Name', value: 'Leith, "port"' });
    expect(await client.data.rows(`SELECT DeveloperName FROM ListView WHERE Id = '${all?.id}'`)).toHaveLength(
      1,
    );
  });

  it.each([
    [[filter('Colour__c', 'equals', 'Red,Blue')], ['Ann', 'Bel', 'Cat', 'Own']],
    [[filter('Colour__c', 'notEqual', 'Red,Blue')], ['100% Dot_ty']],
    [[filter('Colour__c', 'contains', 'Sea')], ['100% Dot_ty']],
    [[filter('NAME', 'contains', '%,_')], ['100% Dot_ty']],
    [[filter('NAME', 'startsWith', 'a,b')], ['Ann', 'Bel']],
    [[filter('NAME', 'notContain', 'n,e')], ['100% Dot_ty', 'Cat']],
    [[filter('Length__c', 'equals', '')], ['100% Dot_ty', 'Own']],
    [[filter('Length__c', 'lessOrEqual', '12')], ['Ann', 'Bel']],
    [[filter('Flags__c', 'includes', 'UK,NO')], ['100% Dot_ty', 'Ann']],
    [[filter('Flags__c', 'excludes', 'UK')], ['100% Dot_ty', 'Bel', 'Cat', 'Own']],
    [[filter('Launched__c', 'equals', '2/3/2020')], ['Ann']],
    [[filter('Launched__c', 'lessThan', 'LAST 30 DAYS')], ['Ann']],
    [[filter('Seen__c', 'equals', '2026-05-01')], ['Bel']],
    [[filter('Seen__c', 'greaterThan', '5/1/2026')], ['100% Dot_ty']],
    [
      [filter('CREATED_DATE', 'equals', 'TODAY'), filter('Afloat__c', 'equals', 'false')],
      ['100% Dot_ty', 'Cat'],
    ],
    [[filter('Home__c', 'equals', '"Leith, ""port"""')], []],
    [[filter('Home__c', 'startsWith', 'leith')], ['Cat']],
    [[filter('OWNER.ALIAS', 'equals', 'sailor')], ['Own']],
  ])('have filters of every kind: %j', async (filters, expected) => {
    await client.metadata.deploy({ components: [listView('Tried', { filters })] });
    expect(await namesIn(client, 'Tried')).toEqual(expected);
  });

  it('say what they cannot follow', async () => {
    const refused = client.metadata.deploy({
      components: [listView('Wrong', { filters: [filter('NAME', 'equals', 'x')], booleanFilter: '1 AND 2' })],
    });
    await expect(refused).resolves.toMatchObject({ success: false });
    await client.metadata.deploy({
      components: [listView('Tried', { filters: [filter('Length__c', 'equals', 'long')] })],
    });
    await expect(namesIn(client, 'Tried')).rejects.toThrow('long where a number is expected');
  });
});

describe('tabs and theme', () => {
  it('name the objects of the navigation the caller may read', async () => {
    const tabs = await client.pages.tabs();
    expect(tabs).toContainEqual(
      expect.objectContaining({ name: 'Boat__c', label: 'Boats', custom: true, sobjectName: 'Boat__c' }),
    );
    expect(tabs.map(({ name }) => name)).toContain('standard-Account');
    const own = (await sailor.pages.tabs()).map(({ name }) => name);
    expect(own).toContain('Boat__c');
    expect(own).not.toContain('standard-Campaign');
    const { body } = await api.call('GET', `${BASE}/theme`);
    expect(body.themeItems).toContainEqual({ name: 'Boat__c', colors: null, icons: null });
  });
});
