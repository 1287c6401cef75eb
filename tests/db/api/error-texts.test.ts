import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { type ApiClient, apiClient, call } from '../../support/api-client.js';
import { fixtureSolution } from '../../support/fixture-solution.js';
import { startTestServer, type TestServer } from '../../support/test-server.js';

/* The words of Salesforce that clients match on, one by one: those of the REST API as public programs quote them. */

const BASE = '/services/data/v67.0';
const ADVICE =
  "If you are attempting to use a custom field, be sure to append the '__c' after the custom field name. Please reference your WSDL or the describe call for the appropriate names.";
const OBJECT_ADVICE =
  "If you are attempting to use a custom object, be sure to append the '__c' after the entity name. Please reference your WSDL or the describe call for the appropriate names.";

let server: TestServer;
let client: ApiClient;
const ids: Record<string, string> = {};

beforeAll(async () => {
  server = await startTestServer({ createSolutions: () => [fixtureSolution] });
  client = await apiClient(server);
  const made = async (object: string, values: object) =>
    (await client.call('POST', `${BASE}/sobjects/${object}`, values)).body.id as string;
  ids.account = await made('Account', { Name: 'Words' });
  ids.gone = await made('Account', { Name: 'Gone' });
  await client.call('DELETE', `${BASE}/sobjects/Account/${ids.gone}`);
  ids.product = await made('Product2', { Name: 'Kit' });
  await client.call('POST', `${BASE}/metadata/deployRequest`, {
    deployOptions: {},
    components: [
      field('Code__c', { type: 'Text', length: 9, unique: true }),
      field('Kind__c', {
        type: 'Picklist',
        valueSet: {
          restricted: true,
          valueSetDefinition: { sorted: false, value: [{ fullName: 'Red', default: false, label: 'Red' }] },
        },
      }),
      field('Needs__c', {
        type: 'Lookup',
        referenceTo: 'UpsertTable__c',
        deleteConstraint: 'Restrict',
        relationshipName: 'NeededBy',
        relationshipLabel: 'Needed by',
      }),
    ],
  });
  ids.needed = await made('UpsertTable__c', { Name: 'Needed', Code__c: 'C1' });
  await made('UpsertTable__c', { Name: 'Needing', Needs__c: ids.needed });
});
afterAll(() => server?.close());

const field = (name: string, metadata: object) => ({
  type: 'CustomField',
  fullName: `UpsertTable__c.${name}`,
  metadata: { label: name.replace('__c', ''), ...metadata },
});

interface Case {
  readonly name: string;
  readonly method?: string;
  readonly path: string | (() => string);
  readonly body?: unknown;
  readonly status: number;
  readonly code: string;
  readonly message: string | RegExp;
  readonly fields?: readonly string[];
}

const query = (soql: string) => `query?q=${encodeURIComponent(soql)}`;
const framed = (text: string) =>
  new RegExp(`^\\n.*\\n +\\^\\nERROR at Row:1:Column:\\d+\\n${escaped(text)}$`);
const escaped = (text: string) => text.replace(/[.*+?^${}()|[\]\\]/g, '\\$&');
const account = (
  name: string,
  body: unknown,
  rest: Omit<Case, 'name' | 'path' | 'method' | 'body'>,
): Case => ({
  name,
  method: 'POST',
  path: 'sobjects/Account',
  body,
  ...rest,
});

const CASES: readonly Case[] = [
  {
    name: 'an unexpected token',
    path: query('SELECT Id FROM Account WHERE Name = = 1'),
    status: 400,
    code: 'MALFORMED_QUERY',
    message: /unexpected token: '='/,
  },
  {
    name: 'an unknown column of a query',
    path: query('SELECT Nope FROM Account'),
    status: 400,
    code: 'INVALID_FIELD',
    message: framed(`No such column 'Nope' on entity 'Account'. ${ADVICE}`),
  },
  {
    name: 'an unknown object of a query',
    path: query('SELECT Id FROM Nope'),
    status: 400,
    code: 'INVALID_TYPE',
    message: framed(`sObject type 'Nope' is not supported. ${OBJECT_ADVICE}`),
  },
  {
    name: 'an unknown relationship in a path',
    path: query('SELECT Nope.Name FROM Account'),
    status: 400,
    code: 'INVALID_FIELD',
    message: /Didn't understand relationship 'Nope' in field path\./,
  },
  {
    name: 'an unknown list of children',
    path: query('SELECT (SELECT Id FROM Nopes) FROM Account'),
    status: 400,
    code: 'INVALID_TYPE',
    message: /Didn't understand relationship 'Nopes' in FROM part of query call\./,
  },
  account(
    'an unknown field of a record',
    { Name: 'x', foo: 1 },
    { status: 400, code: 'INVALID_FIELD', message: "No such column 'foo' on sobject of type Account" },
  ),
  account(
    'a field that only the system writes',
    { Name: 'x', CreatedDate: '2020-01-01T00:00:00Z' },
    {
      status: 400,
      code: 'INVALID_FIELD_FOR_INSERT_UPDATE',
      message:
        'Unable to create/update fields: CreatedDate. Please check the security settings of this field and verify that it is read/write for your profile or permission set.',
      fields: ['CreatedDate'],
    },
  ),
  account(
    'a required field that is empty',
    { Phone: '1' },
    {
      status: 400,
      code: 'REQUIRED_FIELD_MISSING',
      message: 'Required fields are missing: [Name]',
      fields: ['Name'],
    },
  ),
  account(
    'a text that is too long',
    { Name: 'x', Phone: '1'.repeat(41) },
    {
      status: 400,
      code: 'STRING_TOO_LONG',
      message: `Account Phone: data value too large: ${'1'.repeat(41)} (max length=40)`,
      fields: ['Phone'],
    },
  ),
  account('an id of another object', () => ({ Name: 'x', ParentId: ids.product }), {
    status: 400,
    code: 'MALFORMED_ID',
    message: /Parent Account ID: id value of incorrect type: 01t\w{15}/,
    fields: ['ParentId'],
  }),
  account(
    'what is no id',
    { Name: 'x', ParentId: 'nothing' },
    {
      status: 400,
      code: 'MALFORMED_ID',
      message: 'Parent Account ID: id value of incorrect type: nothing',
      fields: ['ParentId'],
    },
  ),
  {
    name: 'an id of no record',
    method: 'POST',
    path: 'sobjects/Contact',
    body: { LastName: 'x', AccountId: '001000000000001' },
    status: 400,
    code: 'INVALID_CROSS_REFERENCE_KEY',
    message: 'invalid cross reference id',
    fields: ['AccountId'],
  },
  {
    name: 'a malformed e-mail address',
    method: 'POST',
    path: 'sobjects/Contact',
    body: { LastName: 'x', Email: '123' },
    status: 400,
    code: 'INVALID_EMAIL_ADDRESS',
    message: 'Email: invalid email address: 123',
    fields: ['Email'],
  },
  account(
    'a number that is none',
    { Name: 'x', NumberOfEmployees: 'many' },
    {
      status: 400,
      code: 'JSON_PARSER_ERROR',
      message: /^Cannot deserialize instance of int from VALUE_STRING value many/,
    },
  ),
  {
    name: 'a body that is no JSON',
    method: 'POST',
    path: 'sobjects/Account',
    body: '{"Name": }',
    status: 400,
    code: 'JSON_PARSER_ERROR',
    message: /at \[line:1, column:10\]$/,
  },
  {
    name: 'a record that was deleted',
    method: 'PATCH',
    path: () => `sobjects/Account/${ids.gone}`,
    body: { Name: 'y' },
    status: 404,
    code: 'ENTITY_IS_DELETED',
    message: 'entity is deleted',
  },
  {
    name: 'deleting what is deleted',
    method: 'DELETE',
    path: () => `sobjects/Account/${ids.gone}`,
    status: 404,
    code: 'ENTITY_IS_DELETED',
    message: 'entity is deleted',
  },
  {
    name: 'a record that is not there',
    path: 'sobjects/Account/001000000000001',
    status: 404,
    code: 'NOT_FOUND',
    message: /^(The requested resource does not exist|Provided external ID field)/,
  },
  {
    name: 'a segment that is no id and no external id',
    path: 'sobjects/Account/nothing',
    status: 404,
    code: 'NOT_FOUND',
    message: 'Provided external ID field does not exist or is not accessible: nothing',
  },
  {
    name: 'an external id field that is not there',
    path: 'sobjects/Account/Nope__c/1',
    status: 404,
    code: 'NOT_FOUND',
    message: 'Provided external ID field does not exist or is not accessible: Nope__c',
  },
  {
    name: 'a resource that is not there',
    path: 'nothing',
    status: 404,
    code: 'NOT_FOUND',
    message: 'The requested resource does not exist',
  },
  {
    name: 'a locator that is none',
    path: 'query/01g000000000001-2000',
    status: 400,
    code: 'INVALID_QUERY_LOCATOR',
    message: 'invalid query locator',
  },
  {
    name: 'a search without braces',
    path: `search?q=${encodeURIComponent('FIND words RETURNING Account')}`,
    status: 400,
    code: 'MALFORMED_SEARCH',
    message: /^No search term found\. The search term must be enclosed in braces\./,
  },
  {
    name: 'a method a resource does not have',
    method: 'PUT',
    path: 'limits',
    status: 405,
    code: 'METHOD_NOT_ALLOWED',
    message: "HTTP Method 'PUT' not allowed. Allowed are HEAD,GET",
  },
  {
    name: 'a value a restricted list does not have',
    method: 'POST',
    path: 'sobjects/UpsertTable__c',
    body: { Name: 'x', Kind__c: 'Green' },
    status: 400,
    code: 'INVALID_OR_NULL_FOR_RESTRICTED_PICKLIST',
    message: 'Kind: bad value for restricted picklist field: Green',
    fields: ['Kind__c'],
  },
  {
    name: 'a value another record has',
    method: 'POST',
    path: 'sobjects/UpsertTable__c',
    body: { Name: 'x', Code__c: 'c1' },
    status: 400,
    code: 'DUPLICATE_VALUE',
    message: /^duplicate value found: Code__c duplicates value on record with id: a\w{14,17}$/,
  },
  {
    name: 'a record that others need',
    method: 'DELETE',
    path: () => `sobjects/UpsertTable__c/${ids.needed}`,
    status: 400,
    code: 'DELETE_FAILED',
    message: /^Your attempt to delete .* could not be completed because it is associated with the following /,
  },
];

describe('errors are worded as clients know them', () => {
  it.each(CASES)('$name', async ({ method = 'GET', path, body, status, code, message, fields }) => {
    const text = typeof path === 'function' ? path() : path;
    const sent = typeof body === 'function' ? body() : body;
    const answer = await client.call(method, `${BASE}/${text}`, sent);
    const [error] = answer.body;
    expect({ status: answer.status, code: error?.errorCode }).toEqual({ status, code });
    if (typeof message === 'string') expect(error.message).toBe(message);
    else expect(error.message).toMatch(message);
    if (fields !== undefined) expect(error.fields).toEqual(fields);
  });

  it('in answers about many records too', async () => {
    const { body } = await client.call('PATCH', `${BASE}/composite/sobjects`, {
      records: [
        { attributes: { type: 'Account' }, id: ids.gone, Name: 'y' },
        { attributes: { type: 'Account' }, id: ids.account, Phone: '2'.repeat(41) },
        { attributes: { type: 'Account' }, id: 'nothing', Name: 'y' },
      ],
    });
    expect(body.map(({ errors: [error] }: { errors: readonly object[] }) => error)).toEqual([
      { statusCode: 'ENTITY_IS_DELETED', message: 'entity is deleted', fields: [] },
      {
        statusCode: 'STRING_TOO_LONG',
        message: `Account Phone: data value too large: ${'2'.repeat(41)} (max length=40)`,
        fields: ['Phone'],
      },
      expect.objectContaining({ statusCode: 'MALFORMED_ID' }),
    ]);
  });

  it('a session that is over', async () => {
    const { status, body } = await call(
      server.url,
      { authorization: 'Bearer 00Dxx!no' },
      'GET',
      `${BASE}/limits`,
    );
    expect([status, body]).toEqual([
      401,
      [{ message: 'Session expired or invalid', errorCode: 'INVALID_SESSION_ID' }],
    ]);
  });
});
