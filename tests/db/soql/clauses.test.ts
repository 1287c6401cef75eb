import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { openTestOrg, type TestOrg } from '../../support/test-org.js';

const BASE = '/services/data/v60.0';
let org: TestOrg;
let queue: string;

beforeAll(async () => {
  org = await openTestOrg([]);
  const { system } = org;
  const profile = await system.create('Profile', { Name: 'Specialist', UserType: 'Standard' });
  const colleague = await system.create('User', {
    LastName: 'Colleague',
    ProfileId: profile,
    Username: 'colleague@muster.example',
    Email: 'colleague@muster.example',
    Alias: 'coll',
    CommunityNickname: 'coll',
    TimeZoneSidKey: 'UTC',
    LocaleSidKey: 'en_US',
    LanguageLocaleKey: 'en_US',
    EmailEncodingKey: 'UTF-8',
  });
  queue = await system.create('Group', { Name: 'Intake', DeveloperName: 'Intake', Type: 'Queue' });
  await system.create('GroupMember', { GroupId: queue, UserOrGroupId: system.principal.userId });
  const other = await system.create('Group', { Name: 'Other', DeveloperName: 'Other', Type: 'Queue' });
  await system.insert('Case', [
    { values: { Subject: 'mine' } },
    { values: { Subject: 'ours', OwnerId: queue } },
    { values: { Subject: 'theirs', OwnerId: other } },
    { values: { Subject: 'hers', OwnerId: colleague } },
  ]);
  await system.insert('Task', [
    { values: { Subject: 'mine' } },
    { values: { Subject: 'given to her', OwnerId: colleague } },
  ]);
});
afterAll(() => org.drop());

const subjects = async (soql: string, includeDeleted = false) => {
  const { json } = await org.system.query(soql, { basePath: BASE, includeDeleted });
  return (JSON.parse(json) as { records: { Subject: string }[] }).records.map((row) => row.Subject).sort();
};
const refusal = (soql: string) =>
  subjects(soql).then(
    () => 'answered',
    (failure: Error) => failure.message.split('\n').at(-1),
  );

describe('USING SCOPE', () => {
  it('narrows records to those of the reader, with their queues, or handed on', async () => {
    expect(await subjects('SELECT Subject FROM Case USING SCOPE everything')).toHaveLength(4);
    expect(await subjects('SELECT Subject FROM Case USING SCOPE Mine')).toEqual(['mine']);
    expect(await subjects('SELECT Subject FROM Case USING SCOPE MineAndMyGroups')).toEqual(['mine', 'ours']);
    expect(await subjects('SELECT Subject FROM Task USING SCOPE delegated')).toEqual(['given to her']);
  });

  it('refuses what does not go with the object, and what is not here', async () => {
    expect(await refusal('SELECT Id FROM Profile USING SCOPE mine')).toBe(
      'USING SCOPE mine does not go with Profile',
    );
    expect(await refusal('SELECT Id FROM Case USING SCOPE delegated')).toContain('does not go with Case');
    expect(await refusal('SELECT Id FROM Case USING SCOPE team')).toBe(
      'USING SCOPE team is not supported in this version of Muster',
    );
  });
});

describe('FOR UPDATE', () => {
  it('locks the records and leaves their parents be', async () => {
    expect(await subjects("SELECT Subject, Owner.Name FROM Case WHERE Subject = 'ours' FOR UPDATE")).toEqual([
      'ours',
    ]);
    const order: string[] = [];
    let waiting: Promise<unknown> = Promise.resolve();
    await org.system.transaction(async (session) => {
      const { Id } = await session.row<{ Id: string }>(
        "SELECT Id, Account.Name FROM Case WHERE Subject = 'mine' FOR UPDATE",
      );
      waiting = org.system.change('Case', Id, { Priority: 'High' }).then(() => order.push('changed'));
      await org.system.rows('SELECT Id FROM Account');
      session.afterCommit(() => order.push('committed'));
    });
    await waiting;
    expect(order).toEqual(['committed', 'changed']);
  });

  it('does not go with an order of its own', async () => {
    expect(await refusal('SELECT Subject FROM Case ORDER BY Subject FOR UPDATE')).toBe(
      'FOR UPDATE does not go with ORDER BY',
    );
  });
});

it('takes in deleted records by ALL ROWS, children too', async () => {
  const id = await org.system.create('Account', { Name: 'Gone' });
  await org.system.create('Case', { Subject: 'of gone', AccountId: id });
  const [{ Id: gone }] = (await org.system.rows("SELECT Id FROM Case WHERE Subject = 'of gone'")) as [
    { Id: string },
  ];
  await org.system.delete('Case', [gone]);
  expect(await subjects("SELECT Subject FROM Case WHERE Subject = 'of gone'")).toEqual([]);
  expect(await subjects("SELECT Subject FROM Case WHERE Subject = 'of gone' ALL ROWS")).toEqual(['of gone']);
  const { json } = await org.system.query(
    `SELECT (SELECT Subject FROM Cases) FROM Account WHERE Id = '${id}' ALL ROWS`,
    { basePath: BASE },
  );
  expect(JSON.parse(json)).toMatchObject({ records: [{ Cases: { records: [{ Subject: 'of gone' }] } }] });
});

it('checks rights in any case, so that modes which ask for it are taken', async () => {
  expect(await subjects("SELECT Subject FROM Case WHERE Subject = 'mine' WITH SECURITY_ENFORCED")).toEqual([
    'mine',
  ]);
  expect(await subjects("SELECT Subject FROM Case WHERE Subject = 'mine' WITH USER_MODE")).toEqual(['mine']);
  expect(await refusal('SELECT Subject FROM Case WITH SYSTEM_MODE')).toContain(
    'WITH SYSTEM_MODE is not supported',
  );
});

it('says which clauses are not computed', async () => {
  expect(await refusal('SELECT Subject FROM Case UPDATE TRACKING')).toContain(
    'UPDATE TRACKING is not supported',
  );
  expect(await refusal('SELECT Id FROM Case WITH DATA CATEGORY A__c AT b__c')).toContain('This WITH clause');
});

it('remembers what was queried FOR VIEW or FOR REFERENCE, newest first, for each reader', async () => {
  const [account, contact] = [
    await org.system.create('Account', { Name: 'Seen' }),
    await org.system.create('Contact', { LastName: 'Seen' }),
  ];
  const read = (soql: string) => org.system.query(soql, { basePath: BASE });
  await read(`SELECT Id FROM Account WHERE Id = '${account}' FOR VIEW`);
  await read(`SELECT Id FROM Contact WHERE Id = '${contact}' FOR REFERENCE`);
  expect(await org.system.recentlyViewed(5)).toEqual([contact, account]);
  await read(`SELECT Id FROM Account WHERE Id = '${account}' FOR VIEW`);
  await read('SELECT Id FROM Lead FOR VIEW');
  expect(await org.system.recentlyViewed(5)).toEqual([account, contact]);
  const other = org.as({ kind: 'system', userId: queue });
  expect(await other.recentlyViewed(5)).toEqual([]);
  expect(await refusal('SELECT COUNT(Id) FROM Account FOR VIEW')).toContain(
    'FOR VIEW does not go with aggregate',
  );
  expect(await refusal('SELECT Id, (SELECT Id FROM Contacts FOR VIEW) FROM Account')).toContain(
    'a child list',
  );
});
