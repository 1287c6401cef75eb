import { community } from '@muster/community';
import jsforce from 'jsforce';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { fixtureSolution } from '../../support/fixture-solution.js';
import { startTestServer, type TestServer } from '../../support/test-server.js';

let server: TestServer;
let connection: jsforce.Connection;

beforeAll(async () => {
  server = await startTestServer({ createSolutions: () => [community, fixtureSolution] });
  connection = new jsforce.Connection({ loginUrl: server.url, version: '60.0' });
  await connection.login(server.admin.username, server.admin.password);
});
afterAll(() => server?.close());

/** Sends the contents of a call's element as a client of the partner or the enterprise WSDL would. */
async function call(method: string, contents: string, { api = 'u', headers = '' } = {}) {
  const namespace = `urn:${api === 'u' ? 'partner' : 'enterprise'}.soap.sforce.com`;
  const response = await fetch(`${server.url}/services/Soap/${api}/60.0/${server.instance.org.id}`, {
    method: 'POST',
    headers: { 'content-type': 'text/xml', soapaction: '""' },
    body: `<soapenv:Envelope xmlns:soapenv="http://schemas.xmlsoap.org/soap/envelope/" xmlns:urn="${namespace}"
      xmlns:xsi="http://www.w3.org/2001/XMLSchema-instance"><soapenv:Header>
      <urn:SessionHeader><urn:sessionId>${connection.accessToken}</urn:sessionId></urn:SessionHeader>${headers}
      </soapenv:Header><soapenv:Body><urn:${method}>${contents}</urn:${method}></soapenv:Body></soapenv:Envelope>`,
  });
  return { status: response.status, text: await response.text() };
}

const query = (soql: string, options = {}) =>
  call('query', `<urn:queryString>${soql.replaceAll('<', '&lt;')}</urn:queryString>`, options);

const create = async (type: string, values: Record<string, unknown>): Promise<string> => {
  const { id } = await connection.sobject(type).create(values);
  return id ?? '';
};

describe('queries by SOAP', () => {
  it('give records with parents, children, and what is empty', async () => {
    const id = await create('Account', { Name: 'Orra & sons', NumberOfEmployees: 12, BillingCity: 'Orra' });
    const contact = await create('Contact', { LastName: 'Orr', AccountId: id });
    const { status, text } = await query(
      `SELECT Id, Name, Phone, NumberOfEmployees, BillingAddress, CreatedDate, Owner.Name, Parent.Name,
        (SELECT Id, LastName FROM Contacts) FROM Account WHERE Id = '${id}'`,
    );
    expect(status).toBe(200);
    expect(text).toMatch(
      /<queryResponse xmlns="urn:partner\.soap\.sforce\.com"><result xsi:type="QueryResult"[^>]*><done>true<\/done><queryLocator xsi:nil="true"\/><records xsi:type="sf:sObject"><sf:type>Account<\/sf:type>/,
    );
    expect(text).toContain(`<sf:Id>${id}</sf:Id><sf:Id>${id}</sf:Id><sf:Name>Orra &amp; sons</sf:Name>`);
    expect(text).toContain('<sf:Phone xsi:nil="true"/><sf:NumberOfEmployees>12</sf:NumberOfEmployees>');
    expect(text).toContain('<sf:BillingAddress xsi:type="address"><city>Orra</city></sf:BillingAddress>');
    expect(text).toMatch(/<sf:CreatedDate>\d{4}-\d\d-\d\dT\d\d:\d\d:\d\d\.000Z<\/sf:CreatedDate>/);
    expect(text).toMatch(
      /<sf:Owner xsi:type="sf:sObject"><sf:type>\w+<\/sf:type><sf:Id xsi:nil="true"\/><sf:Name>/,
    );
    expect(text).toContain('<sf:Parent xsi:nil="true"/>');
    expect(text).toContain(
      `<sf:Contacts xsi:type="QueryResult"><done>true</done><queryLocator xsi:nil="true"/><records xsi:type="sf:sObject"><sf:type>Contact</sf:type><sf:Id>${contact}</sf:Id>`,
    );
    expect(text).toContain('</records><size>1</size></result>');
  });

  it('keep every digit of a number', async () => {
    const id = await create('Account', { Name: 'Rich', AnnualRevenue: '123456789012345678' });
    const { text } = await query(`SELECT AnnualRevenue FROM Account WHERE Id = '${id}'`);
    expect(text).toContain('<sf:AnnualRevenue>123456789012345678</sf:AnnualRevenue>');
  });

  it('say what values of groups are', async () => {
    const { text } = await query(
      'SELECT COUNT(Id) n, MAX(CreatedDate) newest, Name who FROM User GROUP BY Name LIMIT 1',
    );
    expect(text).toContain(
      '<sf:type>AggregateResult</sf:type><sf:Id xsi:nil="true"/><sf:n xsi:type="xsd:int">1</sf:n>',
    );
    expect(text).toMatch(
      /<sf:newest xsi:type="xsd:dateTime">[^<]+Z<\/sf:newest><sf:who xsi:type="xsd:string">/,
    );
  });

  it('name the object in the element for the enterprise WSDL', async () => {
    const id = await create('Account', { Name: 'Enterprise' });
    const { text } = await query(`SELECT Id, Name FROM Account WHERE Id = '${id}'`, { api: 'c' });
    expect(text).toContain(
      `<records xsi:type="sf:Account"><sf:Id>${id}</sf:Id><sf:Name>Enterprise</sf:Name></records>`,
    );
  });

  it('go on by their locator, in pages of the size asked for', async () => {
    const accounts = Array.from({ length: 200 }, (_, i) => ({ Name: `Page ${i}` }));
    await connection.sobject('Account').create([...accounts]);
    await connection.sobject('Account').create([...accounts]);
    const headers = '<urn:QueryOptions><urn:batchSize>250</urn:batchSize></urn:QueryOptions>';
    const first = await query("SELECT Id FROM Account WHERE Name LIKE 'Page %'", { headers });
    const locator = /<queryLocator>([^<]+)</.exec(first.text)?.[1];
    expect(first.text).toContain('<done>false</done>');
    expect(first.text).toContain('<size>400</size>');
    const second = await call('queryMore', `<urn:queryLocator>${locator}</urn:queryLocator>`);
    expect(second.text).toContain('<done>true</done>');
    expect(second.text.match(/<records /g)).toHaveLength(150);
  });

  it('refuse what is wrong with its place', async () => {
    const { status, text } = await query('SELECT Nothing FROM Account');
    expect(status).toBe(500);
    expect(text).toContain('<faultcode>sf:INVALID_FIELD</faultcode>');
    expect(text).toContain('No such column &apos;Nothing&apos;'.replaceAll('&apos;', "'"));
    const ended = await call('query', '<urn:queryString>SELECT Id FROM User</urn:queryString>', {
      headers: '<urn:SessionHeader><urn:sessionId>00D!no</urn:sessionId></urn:SessionHeader>',
    });
    expect(ended.status).toBe(200);
  });

  it('retrieve records in the order of their ids, nil for one that is gone', async () => {
    const [a, b] = [await create('Account', { Name: 'A' }), await create('Account', { Name: 'B' })];
    await connection.sobject('Account').destroy(a);
    const { text } = await call(
      'retrieve',
      `<urn:fieldList>Id, Name</urn:fieldList><urn:sObjectType>account</urn:sObjectType><urn:ids>${b}</urn:ids><urn:ids>${a}</urn:ids>`,
    );
    expect(text).toMatch(
      /<result xsi:type="sf:sObject"[^>]*>.*<sf:Name>B<\/sf:Name><\/result><result xsi:nil="true"\/>/,
    );
  });
});

describe('changes by SOAP', () => {
  it('save what can be saved, in the order sent', async () => {
    const { text } = await call(
      'create',
      `<urn:sObjects xsi:type="urn1:Account" xmlns:urn1="urn:sobject.partner.soap.sforce.com"><urn1:type>Account</urn1:type><Name>By SOAP</Name><Phone>1</Phone></urn:sObjects>
       <urn:sObjects><type>Account</type><Phone>2</Phone></urn:sObjects>`,
    );
    expect(text).toMatch(
      /<createResponse[^>]*><result><id>001\w{15}<\/id><success>true<\/success><\/result><result><errors><fields>Name<\/fields><message>Required fields are missing: \[Name\]<\/message><statusCode>REQUIRED_FIELD_MISSING<\/statusCode><\/errors><id xsi:nil="true"\/><success>false<\/success><\/result>/,
    );
    const id = /<id>(001\w{15})</.exec(text)?.[1] ?? '';
    const changed = await call(
      'update',
      `<urn:sObjects><type>Account</type><fieldsToNull>Phone</fieldsToNull><Id>${id}</Id><Website xsi:nil="true"/><Name>Changed</Name></urn:sObjects>`,
    );
    expect(changed.text).toContain(`<result><id>${id}</id><success>true</success></result>`);
    expect(await connection.sobject('Account').retrieve(id)).toMatchObject({ Name: 'Changed', Phone: null });
  });

  it('save all or nothing when the header says so', async () => {
    const headers = '<urn:AllOrNoneHeader><urn:allOrNone>true</urn:allOrNone></urn:AllOrNoneHeader>';
    const { text } = await call(
      'create',
      '<urn:sObjects><type>Account</type><Name>Half</Name></urn:sObjects><urn:sObjects><type>Contact</type></urn:sObjects>',
      { headers },
    );
    expect(text).toContain('ALL_OR_NONE_OPERATION_ROLLED_BACK');
    expect(await connection.sobject('Account').count({ Name: 'Half' })).toBe(0);
  });

  it('find records and parents by external ids', async () => {
    const row = (key: string, parent = '') =>
      `<urn:sObjects><type>UpsertTable__c</type><ExtId__c>${key}</ExtId__c><Name>${key}</Name>${parent}</urn:sObjects>`;
    const upsert = (rows: string) =>
      call('upsert', `<urn:externalIDFieldName>ExtId__c</urn:externalIDFieldName>${rows}`);
    expect((await upsert(row('mother'))).text).toContain('<created>true</created>');
    const parent = '<Parent__r><type>UpsertTable__c</type><ExtId__c>mother</ExtId__c></Parent__r>';
    const { text } = await upsert(row('mother') + row('child', parent));
    expect(text).toMatch(/<created>false<\/created>.*<created>true<\/created>/);
    const [child] = await connection.sobject('UpsertTable__c').find({ ExtId__c: 'child' }, 'Parent__r.Name');
    expect(child).toMatchObject({ Parent__r: { Name: 'mother' } });
  });

  it('refuse ids one by one', async () => {
    const id = await create('Account', { Name: 'Gone' });
    const { text } = await call(
      'delete',
      `<urn:ids>${id}</urn:ids><urn:ids>nonsense</urn:ids><urn:ids>${id}</urn:ids>`,
    );
    expect(text.match(/<success>(true|false)/g)).toEqual([
      '<success>true',
      '<success>false',
      '<success>false',
    ]);
    expect(text).toContain('<statusCode>MALFORMED_ID</statusCode>');
  });
});

describe('jsforce', () => {
  it('undeletes and empties the recycle bin', async () => {
    const [a, b] = [await create('Account', { Name: 'Back' }), await create('Account', { Name: 'For good' })];
    await connection.sobject('Account').destroy([a, b]);
    expect(await connection.soap.undelete([a, 'nonsense'])).toMatchObject([
      { id: a, success: true },
      { success: false, errors: [{ statusCode: 'MALFORMED_ID' }] },
    ]);
    expect(await connection.soap.undelete([a])).toMatchObject([
      { success: false, errors: [{ statusCode: 'UNDELETE_FAILED' }] },
    ]);
    expect(await connection.soap.emptyRecycleBin([b])).toMatchObject([{ id: b, success: true }]);
    const { totalSize } = await connection.query(`SELECT Id FROM Account WHERE Id = '${b}'`, {
      scanAll: true,
    });
    expect(totalSize).toBe(0);
  });

  it('converts a lead', async () => {
    const leadId = await create('Lead', { LastName: 'Bixby', Company: 'Bixby Rescue' });
    const conversion = { leadId, convertedStatus: 'Closed - Converted', doNotCreateOpportunity: true };
    const result = await connection.soap.convertLead(conversion);
    expect(result).toMatchObject({ leadId, success: true, opportunityId: null, errors: [] });
    expect(await connection.sobject('Contact').retrieve(result.contactId ?? '')).toMatchObject({
      Name: 'Bixby',
      AccountId: result.accountId,
    });
    expect(await connection.soap.convertLead(conversion)).toMatchObject({
      success: false,
      errors: [{ statusCode: 'CANNOT_UPDATE_CONVERTED_LEAD' }],
    });
  });

  it('merges accounts', async () => {
    const [master, loser] = [
      await create('Account', { Name: 'Orra' }),
      await create('Account', { Name: 'ORRA' }),
    ];
    const contact = await create('Contact', { LastName: 'Orr', AccountId: loser });
    const result = await connection.soap.merge({
      masterRecord: { type: 'Account', Id: master, Description: 'One of two' } as never,
      recordToMergeIds: [loser],
      additionalInformationMap: [],
    });
    expect(result).toMatchObject({
      id: master,
      mergedRecordIds: [loser],
      updatedRelatedIds: [contact],
      success: true,
    });
    expect(await connection.sobject('Account').retrieve(master)).toMatchObject({ Description: 'One of two' });
  });

  it('asks who it is and what time it is', async () => {
    const info = await connection.soap.getUserInfo();
    expect(info).toMatchObject({ userName: server.admin.username, organizationId: server.instance.org.id });
    expect((await connection.soap.getServerTimestamp()).timestamp).toMatch(/^\d{4}-.*Z$/);
  });

  it('finds what changed', async () => {
    const id = await create('Account', { Name: 'Changed today' });
    const [start, end] = [Date.now() - 60_000, Date.now() + 60_000].map((at) => new Date(at).toISOString());
    const span = `<urn:sObjectType>Account</urn:sObjectType><urn:startDate>${start}</urn:startDate><urn:endDate>${end}</urn:endDate>`;
    expect((await call('getUpdated', span)).text).toContain(`<ids>${id}</ids>`);
    await connection.sobject('Account').destroy(id);
    expect((await call('getDeleted', span)).text).toMatch(
      new RegExp(`<deletedRecords><deletedDate>[^<]+Z</deletedDate><id>${id}</id></deletedRecords>`),
    );
  });
});

describe('describing by SOAP', () => {
  it('names the tabs there are', async () => {
    const sets = await connection.soap.describeTabs();
    const names = sets.flatMap(({ tabs }) => tabs.map(({ name }) => name));
    const rest = await connection.tabs();
    expect(new Set(names)).toEqual(new Set(rest.map(({ name }) => name)));
  });

  it('says what REST says, in the order of the WSDL', async () => {
    const { text } = await call('describeSObject', '<urn:sObjectType>account</urn:sObjectType>');
    const rest = await connection.sobject('Account').describe();
    const names = [...text.matchAll(/<name>(\w+)<\/name><nameField>/g)].map(([, name]) => name);
    expect(names).toEqual(rest.fields.map(({ name }) => name));
    expect(text).toMatch(/<fields><aggregatable>/);
    const several = await call(
      'describeSObjects',
      '<urn:sObjectType>Account</urn:sObjectType><urn:sObjectType>Contact</urn:sObjectType>',
    );
    expect(several.text.match(/<result>/g)).toHaveLength(2);
    const global = await call('describeGlobal', '');
    const objects = [...global.text.matchAll(/<name>(\w+)<\/name><queryable>/g)].map(([, name]) => name);
    expect(objects).toEqual((await connection.describeGlobal()).sobjects.map(({ name }) => name));
  });
});
