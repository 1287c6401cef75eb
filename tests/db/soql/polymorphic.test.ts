import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { openTestOrg, type TestOrg } from '../../support/test-org.js';

const BASE = '/services/data/v60.0';
let org: TestOrg;
const ids = new Map<string, string>();
const id = (name: string) => ids.get(name) as string;

/** Records as clients get them. */
async function records(soql: string): Promise<unknown[]> {
  const { json } = await org.system.query(soql, { basePath: BASE });
  return (JSON.parse(json) as { records: unknown[] }).records;
}

const refusal = (soql: string) =>
  org.system.query(soql, { basePath: BASE }).then(
    () => 'answered',
    (failure: Error) => failure.message.split('\n').at(-1),
  );

function userValues(FirstName: string, LastName: string, ProfileId: string) {
  return {
    FirstName,
    LastName,
    ProfileId,
    Username: `${FirstName}@muster.example`,
    Email: `${FirstName}@muster.example`,
    Alias: FirstName,
    CommunityNickname: FirstName,
    TimeZoneSidKey: 'UTC',
    LocaleSidKey: 'en_US',
    LanguageLocaleKey: 'en_US',
    EmailEncodingKey: 'UTF-8',
  };
}

beforeAll(async () => {
  org = await openTestOrg([]);
  const { system } = org;
  const profile = await system.create('Profile', { Name: 'Specialist', UserType: 'Standard' });
  ids.set('user', await system.create('User', userValues('Ewa', 'Lind', profile)));
  ids.set('queue', await system.create('Group', { Name: 'Intake', DeveloperName: 'Intake', Type: 'Queue' }));
  ids.set('account', await system.create('Account', { Name: 'Orra clinic', Phone: '0123' }));
  ids.set('case', await system.create('Case', { Subject: 'Radio', OwnerId: id('user') }));
  await system.insert('Lead', [
    { values: { LastName: 'Ambro', Company: 'A', OwnerId: id('user') } },
    { values: { LastName: 'Berg', Company: 'B', OwnerId: id('queue') } },
  ]);
  const contact = await system.create('Contact', { LastName: 'Vale', FirstName: 'Idris', Title: 'Warden' });
  await system.insert('Task', [
    { values: { Subject: '1', WhatId: id('account'), WhoId: contact } },
    { values: { Subject: '2', WhatId: id('case') } },
    { values: { Subject: '3' } },
  ]);
});
afterAll(() => org.drop());

describe('a path through a lookup that points at several objects', () => {
  it('is read on the object Name: what a record lacks is null', async () => {
    expect(
      await records('SELECT LastName, Owner.FirstName, Owner.Name, Owner.Type FROM Lead ORDER BY LastName'),
    ).toMatchObject([
      {
        Owner: {
          attributes: { type: 'Name', url: `${BASE}/sobjects/User/${id('user')}` },
          FirstName: 'Ewa',
          Name: 'Ewa Lind',
          Type: 'User',
        },
      },
      {
        Owner: {
          attributes: { type: 'Name', url: `${BASE}/sobjects/Group/${id('queue')}` },
          FirstName: null,
          Name: 'Intake',
          Type: 'Queue',
        },
      },
    ]);
  });

  it('shows the name field of every object, and nothing where there is no record', async () => {
    const [case_] = (await records(`SELECT CaseNumber FROM Case`)) as [{ CaseNumber: string }];
    expect(await records('SELECT What.Name, What.Type FROM Task ORDER BY Subject')).toMatchObject([
      { What: { Name: 'Orra clinic', Type: 'Account' } },
      { What: { Name: case_.CaseNumber, Type: 'Case' } },
      { What: null },
    ]);
  });

  it('filters by Type, by Name and by fields only some of the objects have', async () => {
    const subjects = async (where: string) =>
      (
        (await records(`SELECT Subject FROM Task WHERE ${where} ORDER BY Subject`)) as { Subject: string }[]
      ).map((row) => row.Subject);
    expect(await subjects("What.Type IN ('Account', 'Opportunity')")).toEqual(['1']);
    expect(await subjects("What.Type != 'Account'")).toEqual(['2', '3']);
    expect(await subjects("Who.Title = 'warden'")).toEqual(['1']);
    expect(await subjects('Who.Name = null')).toEqual(['2', '3']);
    expect(await records("SELECT Id FROM Lead WHERE Owner.Type = 'Queue'")).toHaveLength(1);
  });

  it('goes on to the parents Name has', async () => {
    expect(await records('SELECT Owner.Profile.Name FROM Lead ORDER BY LastName')).toMatchObject([
      { Owner: { Profile: { attributes: { type: 'Profile' }, Name: expect.any(String) as string } } },
      { Owner: { Profile: null } },
    ]);
  });

  it('knows no field or parent that Name has not', async () => {
    expect(await refusal('SELECT What.Phone2 FROM Task')).toContain(
      "No such column 'Phone2' on entity 'Name'",
    );
    expect(await refusal('SELECT What.BillingCity FROM Task')).toContain('No such column');
    expect(await refusal('SELECT Owner.CreatedBy.Name FROM Lead')).toContain(
      "Didn't understand relationship 'CreatedBy'",
    );
  });
});

describe('TYPEOF', () => {
  it('gives the fields of the branch, and null without one', async () => {
    expect(
      await records(
        'SELECT Id, TYPEOF Owner WHEN User THEN UserType, Alias END, CreatedBy.UserType FROM Lead ORDER BY LastName',
      ),
    ).toMatchObject([
      { Owner: { attributes: { type: 'User' }, Alias: 'Ewa' }, CreatedBy: {} },
      { Owner: null },
    ]);
  });

  it('reads the fields of ELSE on Name', async () => {
    expect(
      await records(
        'SELECT TYPEOF What WHEN Account THEN Phone, Owner.Name WHEN Opportunity THEN Amount ELSE Name END FROM Task ORDER BY Subject',
      ),
    ).toMatchObject([
      { What: { attributes: { type: 'Account' }, Phone: '0123', Owner: expect.anything() as unknown } },
      { What: { attributes: { type: 'Name', url: `${BASE}/sobjects/Case/${id('case')}` } } },
      { What: null },
    ]);
  });

  it('stands in child lists', async () => {
    const [row] = await records(
      `SELECT (SELECT Subject, TYPEOF Who WHEN Contact THEN FirstName END FROM Tasks) FROM Account WHERE Id = '${id('account')}'`,
    );
    expect(row).toMatchObject({ Tasks: { records: [{ Subject: '1', Who: { FirstName: 'Idris' } }] } });
  });

  it('is refused where it says nothing or is said twice', async () => {
    expect(await refusal('SELECT TYPEOF Account WHEN Account THEN Name END FROM Contact')).toContain(
      'TYPEOF is only for',
    );
    expect(await refusal('SELECT Owner.Name, TYPEOF Owner WHEN User THEN Name END FROM Lead')).toContain(
      'named by TYPEOF',
    );
    expect(await refusal('SELECT TYPEOF Owner WHEN User THEN Name END, Owner.Name FROM Lead')).toContain(
      'named by TYPEOF',
    );
    expect(await refusal('SELECT TYPEOF Owner WHEN Account THEN Name END FROM Lead')).toContain(
      "'Account' is not one",
    );
  });
});

describe('names in FROM', () => {
  it('stand for the object, for parents, and in child lists, and are not in the answer', async () => {
    expect(
      await records(
        "SELECT COUNT(Id) n, a.Name FROM Contact c, c.Account a WHERE c.LastName = 'Vale' GROUP BY a.Name",
      ),
    ).toMatchObject([{ n: 1, Name: null }]);
    const [row] = await records(
      `SELECT a.Id, a.Name, (SELECT t.Subject FROM a.Tasks t) FROM Account a WHERE a.Id = '${id('account')}'`,
    );
    expect(Object.keys(row as object)).toEqual(['attributes', 'Id', 'Name', 'Tasks']);
    expect(await refusal('SELECT Id FROM Contact c, c.Nobody n')).toContain(
      "Didn't understand relationship 'Nobody'",
    );
  });
});

describe('FIELDS()', () => {
  it('stands for what the reader may see, bounded', async () => {
    const [row] = await records(`SELECT FIELDS(ALL) FROM Account WHERE Id = '${id('account')}' LIMIT 200`);
    expect(row).toMatchObject({ Id: id('account'), Name: 'Orra clinic', Phone: '0123', IsDeleted: false });
    expect(await records(`SELECT FIELDS(STANDARD) FROM Account`)).toHaveLength(1);
    expect(await records('SELECT Id, FIELDS(CUSTOM) FROM Account LIMIT 1')).toHaveLength(1);
    expect(await refusal('SELECT FIELDS(ALL) FROM Account')).toBe(
      'The SOQL FIELDS function must have a LIMIT of at most 200',
    );
    expect(await refusal('SELECT FIELDS(CUSTOM) FROM Account LIMIT 201')).toContain('at most 200');
    expect(await refusal('SELECT Name, FIELDS(STANDARD) FROM Account')).toBe(
      'duplicate field selected: Name',
    );
  });
});
