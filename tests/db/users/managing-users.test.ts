import type { Session } from '@muster/records';
import { soql } from '@muster/soql';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { createUser } from '../../support/create-user.js';
import { openTestOrg, type TestOrg } from '../../support/test-org.js';
import { userDesk } from '../../support/user-desk.js';

let org: TestOrg;
let chief: Session;
let desk: Session;
let chiefId: string;
let deskId: string;
let officerId: string;
let made = 0;

const idOf = (object: string, name: string) =>
  org.system.row<{ Id: string }>(`SELECT Id FROM ${object} WHERE Name = '${name}'`).then(({ Id }) => Id);
const assign = async (user: string, set: string) =>
  org.system.create('PermissionSetAssignment', {
    AssigneeId: user,
    PermissionSetId: await idOf('PermissionSet', set),
  });
const loginOf = async (user: string) =>
  (await org.system.row<{ Id: string }>(soql`SELECT Id FROM UserLogin WHERE UserId = ${user}`)).Id;
const newUser = (profile: string, values: Record<string, unknown> = {}) => {
  made += 1;
  return createUser(org.system, `user${made}@desk.example`, profile, values);
};
const DENIED = { code: 'INSUFFICIENT_ACCESS_OR_READONLY' };

beforeAll(async () => {
  org = await openTestOrg([userDesk]);
  chiefId = await newUser('Admin');
  deskId = await newUser('Standard');
  officerId = await newUser('Standard');
  await assign(deskId, 'User_Desk');
  chief = org.as({ userId: chiefId, profile: 'Admin' });
  desk = org.as({ userId: deskId, profile: 'Standard', permissionSets: ['User_Desk'] });
});
afterAll(() => org?.drop());

describe('people with ManageUsers', () => {
  it('make users and change them, without any right on objects', async () => {
    const profile = await idOf('Profile', 'Standard');
    const id = await desk.create('User', {
      Username: 'fresh@desk.example',
      Email: 'fresh@desk.example',
      LastName: 'Fresh',
      Alias: 'fresh',
      ProfileId: profile,
      LocaleSidKey: 'en_US',
      LanguageLocaleKey: 'en_US',
      EmailEncodingKey: 'UTF-8',
    });
    await desk.change('User', id, { Title: 'Clerk', IsActive: false });
    const user = await desk.row(
      soql`SELECT Title, IsActive, UserType, CommunityNickname FROM User WHERE Id = ${id}`,
    );
    expect(user).toMatchObject({ Title: 'Clerk', IsActive: false, UserType: 'Standard' });
    expect(user.CommunityNickname).toMatch(/^fresh/);
  });

  it('give no profile or permission set that reaches further than their own', async () => {
    const admin = await idOf('Profile', 'Admin');
    await expect(desk.change('User', officerId, { ProfileId: admin })).rejects.toMatchObject(DENIED);
    await expect(
      desk.create('PermissionSetAssignment', {
        AssigneeId: officerId,
        PermissionSetId: await idOf('PermissionSet', 'Harmless'),
      }),
    ).resolves.toBeTruthy();
  });

  it('touch nobody who may do more', async () => {
    await expect(desk.change('User', chiefId, { Email: 'taken@over.example' })).rejects.toMatchObject(DENIED);
    await expect(desk.change('UserLogin', await loginOf(chiefId), { IsFrozen: true })).rejects.toMatchObject(
      DENIED,
    );
  });
});

describe('nobody', () => {
  it('deactivates, freezes or demotes themselves', async () => {
    const standard = await idOf('Profile', 'Standard');
    await expect(chief.change('User', chiefId, { IsActive: false })).rejects.toMatchObject(DENIED);
    await expect(chief.change('User', chiefId, { ProfileId: standard })).rejects.toMatchObject(DENIED);
    await expect(chief.change('UserLogin', await loginOf(chiefId), { IsFrozen: true })).rejects.toMatchObject(
      DENIED,
    );
    const [own] = await org.system.rows<{ Id: string }>(
      soql`SELECT Id FROM PermissionSetAssignment WHERE AssigneeId = ${deskId}`,
    );
    const [taken] = await desk.delete('PermissionSetAssignment', [own?.Id ?? '']);
    expect(taken?.errors[0]).toMatchObject(DENIED);
  });

  it('deletes a user, makes a UserLogin or writes a sign-in history', async () => {
    const [gone] = await chief.delete('User', [officerId]);
    expect(gone?.errors[0]).toMatchObject({ ...DENIED, message: expect.stringContaining('deactivate') });
    await expect(chief.create('UserLogin', {})).rejects.toMatchObject(DENIED);
  });

  it('without ManageUsers changes anybody else, or more of themselves than what is personal', async () => {
    const plain = org.as({ userId: officerId, profile: 'Standard', permissionSets: ['Harmless'] });
    await expect(plain.change('User', deskId, { Title: 'x' })).rejects.toBeTruthy();
    await expect(plain.change('User', officerId, { Username: 'other@desk.example' })).rejects.toBeTruthy();
  });
});

describe('the last who can manage users', () => {
  it('stays, however many leave at one time', async () => {
    const solo = await openTestOrg([userDesk]);
    try {
      const [first, second] = [
        await createUser(solo.system, 'first@solo.example', 'Admin'),
        await createUser(solo.system, 'second@solo.example', 'Admin'),
      ];
      const as = (userId: string) => solo.as({ userId, profile: 'Admin' });
      const answers = await Promise.allSettled([
        as(first).change('User', second, { IsActive: false }),
        as(second).change('User', first, { IsActive: false }),
      ]);
      expect(answers.map(({ status }) => status).sort()).toEqual(['fulfilled', 'rejected']);
    } finally {
      await solo.drop();
    }
  });
});

describe('a username', () => {
  it('that another org has is refused', async () => {
    await org.database.rows({
      text: `insert into directory.org (id, schema_name, name, pod) values ('00Dother', 'org_other', 'Other', 'xx')`,
      values: [],
    });
    await org.database.rows({
      text: `insert into directory.username (username, org_id, user_id) values ('there@other.example', '00Dother', '005x')`,
      values: [],
    });
    const change = desk.change('User', officerId, { Username: 'There@other.example' });
    await expect(change).rejects.toMatchObject({ code: 'DUPLICATE_USERNAME', fields: ['Username'] });
    await desk.change('User', officerId, { Username: 'here@desk.example' });
    await desk.change('User', officerId, { Username: 'back@desk.example' });
    await newUser('Standard', { Username: 'here@desk.example' });
  });
});
