import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { openTestOrg, type TestOrg } from '../../support/test-org.js';

let org: TestOrg;
let profileId: string;
let made = 0;

beforeAll(async () => {
  org = await openTestOrg([]);
  profileId = (await org.system.row<{ Id: string }>("SELECT Id FROM Profile WHERE Name = 'Standard'")).Id;
  const { Id } = await org.system.row<{ Id: string }>('SELECT Id FROM Organization');
  await org.system.change('Organization', Id, { TimeZoneSidKey: 'Europe/Oslo' });
});
afterAll(() => org?.drop());

const newUser = (values: Record<string, unknown>) => {
  made += 1;
  return org.system.create('User', {
    Username: `user${made}@test.example`,
    Email: `user${made}@test.example`,
    LastName: 'Tarn',
    Alias: 'tarn',
    CommunityNickname: `tarn${made}`,
    ProfileId: profileId,
    LocaleSidKey: 'en_US',
    LanguageLocaleKey: 'en_US',
    EmailEncodingKey: 'UTF-8',
    ...values,
  });
};
const zoneOf = async (id: string) =>
  (await org.system.row<{ TimeZoneSidKey: string }>(`SELECT TimeZoneSidKey FROM User WHERE Id = '${id}'`))
    .TimeZoneSidKey;

describe('the time zone of a user', () => {
  it('is the organization’s unless another is given', async () => {
    expect(await zoneOf(await newUser({}))).toBe('Europe/Oslo');
    expect(await zoneOf(await newUser({ TimeZoneSidKey: 'America/New_York' }))).toBe('America/New_York');
  });

  it('is one that clocks know', async () => {
    const id = await newUser({});
    for (const change of [
      newUser({ TimeZoneSidKey: 'Ellery/Coast' }),
      org.system.change('User', id, { TimeZoneSidKey: 'Ellery/Coast' }),
    ]) {
      await expect(change).rejects.toMatchObject({ code: 'INVALID_OR_NULL_FOR_RESTRICTED_PICKLIST' });
    }
    expect(await zoneOf(id)).toBe('Europe/Oslo');
  });
});
