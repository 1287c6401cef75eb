import { convertLead, mergeRecords } from '@muster/records';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { openTestOrg, type TestOrg } from '../../support/test-org.js';

let org: TestOrg;
beforeAll(async () => {
  org = await openTestOrg([]);
});
afterAll(() => org?.drop());

const create = (type: string, values: object) => org.system.create(type, { ...values });
const one = (soql: string) => org.system.row<Record<string, unknown>>(soql);

/** An administrator, who is not the system. */
const admin = () => org.as({ kind: 'internal', profile: 'Admin' });

const lead = (values: object = {}) =>
  create('Lead', {
    FirstName: 'Martha',
    LastName: 'Bixby',
    Company: 'Bixby Rescue',
    Email: 'martha@bixby.example',
    LeadSource: 'Web',
    City: 'Orra',
    ...values,
  });
const convertedStatus = 'Closed - Converted';

describe('converting a lead', () => {
  it('makes an account, a contact and an opportunity, and moves what belongs to the person', async () => {
    const leadId = await lead();
    const task = await create('Task', { Subject: 'Call', WhoId: leadId });
    const campaign = await create('Campaign', { Name: 'Open day' });
    const member = await create('CampaignMember', { CampaignId: campaign, LeadId: leadId });
    const made = await convertLead(admin(), { leadId, convertedStatus });
    expect(await one(`SELECT Name, BillingCity FROM Account WHERE Id = '${made.accountId}'`)).toEqual({
      Name: 'Bixby Rescue',
      BillingCity: 'Orra',
    });
    expect(
      await one(`SELECT Name, Email, AccountId, LeadSource FROM Contact WHERE Id = '${made.contactId}'`),
    ).toEqual({
      Name: 'Martha Bixby',
      Email: 'martha@bixby.example',
      AccountId: made.accountId,
      LeadSource: 'Web',
    });
    expect(
      await one(`SELECT Name, AccountId, StageName FROM Opportunity WHERE Id = '${made.opportunityId}'`),
    ).toEqual({
      Name: 'Bixby Rescue-',
      AccountId: made.accountId,
      StageName: 'Prospecting',
    });
    expect(await one(`SELECT WhoId, WhatId FROM Task WHERE Id = '${task}'`)).toEqual({
      WhoId: made.contactId,
      WhatId: made.opportunityId,
    });
    expect(await one(`SELECT ContactId FROM CampaignMember WHERE Id = '${member}'`)).toEqual({
      ContactId: made.contactId,
    });
    expect(
      await one(
        `SELECT IsConverted, Status, ConvertedAccountId, ConvertedContactId, ConvertedOpportunityId FROM Lead WHERE Id = '${leadId}'`,
      ),
    ).toEqual({
      IsConverted: true,
      Status: convertedStatus,
      ConvertedAccountId: made.accountId,
      ConvertedContactId: made.contactId,
      ConvertedOpportunityId: made.opportunityId,
    });
    await expect(admin().change('Lead', leadId, { City: 'Vell' })).rejects.toMatchObject({
      code: 'CANNOT_UPDATE_CONVERTED_LEAD',
    });
    await expect(convertLead(admin(), { leadId, convertedStatus })).rejects.toMatchObject({
      code: 'CANNOT_UPDATE_CONVERTED_LEAD',
    });
  });

  it('completes a contact that is there and overwrites nothing but the source, when asked', async () => {
    const accountId = await create('Account', { Name: 'Vell Rescue' });
    const contactId = await create('Contact', {
      LastName: 'Bixby',
      AccountId: accountId,
      LeadSource: 'Other',
    });
    const leadId = await lead();
    const made = await convertLead(admin(), {
      leadId,
      convertedStatus,
      accountId,
      contactId,
      doNotCreateOpportunity: true,
      overwriteLeadSource: true,
    });
    expect(made).toEqual({ accountId, contactId, opportunityId: undefined });
    expect(
      await one(`SELECT Name, Email, LeadSource, Account.Name FROM Contact WHERE Id = '${contactId}'`),
    ).toEqual({
      Name: 'Martha Bixby',
      Email: 'martha@bixby.example',
      LeadSource: 'Web',
      Account: { Name: 'Vell Rescue' },
    });
  });

  it('changes nothing when it cannot be done', async () => {
    const leadId = await lead();
    const before = (await org.system.rows('SELECT Id FROM Account')).length;
    const other = await create('Contact', {
      LastName: 'Else',
      AccountId: await create('Account', { Name: 'Else' }),
    });
    const accountId = await create('Account', { Name: 'Not theirs' });
    for (const [order, code] of [
      [{ convertedStatus: 'Working - Contacted' }, 'INVALID_STATUS'],
      [{ convertedStatus, accountId, contactId: other }, 'INVALID_CROSS_REFERENCE_KEY'],
      [{ convertedStatus, contactId: other }, 'MISSING_ARGUMENT'],
    ] as const) {
      await expect(convertLead(admin(), { leadId, ...order })).rejects.toMatchObject({ code });
    }
    const clerk = org.as({ kind: 'internal', profile: 'Standard' });
    await expect(convertLead(clerk, { leadId, convertedStatus })).rejects.toMatchObject({
      code: 'INSUFFICIENT_ACCESS_OR_READONLY',
    });
    expect((await org.system.rows('SELECT Id FROM Account')).length).toBe(before + 2);
    expect(await one(`SELECT IsConverted FROM Lead WHERE Id = '${leadId}'`)).toEqual({ IsConverted: false });
  });
});

describe('merging', () => {
  it('moves what points at the losers, deletes them, and says what they became', async () => {
    const [master, loser, third] = [
      await create('Account', { Name: 'Orra', Phone: '1' }),
      await create('Account', { Name: 'Orra ', Phone: '2' }),
      await create('Account', { Name: 'ORRA' }),
    ] as const;
    await org.system.change('Account', master, { ParentId: loser });
    const contact = await create('Contact', { LastName: 'Orr', AccountId: loser });
    const task = await create('Task', { Subject: 'Visit', WhatId: third });
    const moved = await mergeRecords(admin(), {
      object: 'Account',
      masterId: master,
      losers: [loser, third],
      values: { Phone: '2' },
    });
    expect([...moved].sort()).toEqual([contact, task].sort());
    expect(await one(`SELECT Phone, ParentId FROM Account WHERE Id = '${master}'`)).toEqual({
      Phone: '2',
      ParentId: null,
    });
    expect(await one(`SELECT AccountId FROM Contact WHERE Id = '${contact}'`)).toEqual({ AccountId: master });
    expect(await one(`SELECT WhatId FROM Task WHERE Id = '${task}'`)).toEqual({ WhatId: master });
    const { json } = await org.system.query(
      `SELECT Id, IsDeleted, MasterRecordId FROM Account WHERE Name LIKE 'orra%'`,
      {
        includeDeleted: true,
        basePath: '',
      },
    );
    expect(JSON.parse(json).records).toMatchObject([
      { IsDeleted: false, MasterRecordId: null },
      { IsDeleted: true, MasterRecordId: master },
      { IsDeleted: true, MasterRecordId: master },
    ]);
    expect((await org.system.undelete('Account', [loser]))[0]).toMatchObject({ success: true });
    expect(await one(`SELECT AccountId FROM Contact WHERE Id = '${contact}'`)).toEqual({ AccountId: master });
  });

  it('leaves one membership of a campaign', async () => {
    const campaign = await create('Campaign', { Name: 'Fair' });
    const [master, loser] = [
      await create('Contact', { LastName: 'A' }),
      await create('Contact', { LastName: 'A' }),
    ];
    for (const ContactId of [master, loser])
      await create('CampaignMember', { CampaignId: campaign, ContactId });
    await mergeRecords(admin(), { object: 'Contact', masterId: master, losers: [loser], values: {} });
    expect(
      await org.system.rows(`SELECT ContactId FROM CampaignMember WHERE CampaignId = '${campaign}'`),
    ).toEqual([{ ContactId: master }]);
  });

  it.each([
    ['Case', 'MERGE_FAILED'],
    ['Contact', 'MERGE_FAILED'],
  ])('refuses %s where it cannot be', async (object, code) => {
    const id = await create('Account', { Name: 'Alone' });
    const merge = { object, masterId: id, losers: [id], values: {} };
    await expect(mergeRecords(admin(), merge)).rejects.toMatchObject({ code });
  });
});
