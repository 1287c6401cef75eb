import type { Id } from '@muster/kernel';
import type { Session } from '@muster/records';
import { soql } from '@muster/soql';

export interface FieldPerson {
  readonly userId: Id;
  readonly username: string;
  /** Members have one, staff have none. */
  readonly contactId?: Id;
}

/** A member on duty at Skarn, who signs in to the portal. `system` has all rights. */
export async function addOfficer(system: Session, FirstName: string, LastName: string): Promise<FieldPerson> {
  const contactId = await system.create('Contact', {
    FirstName,
    LastName,
    Email: `${FirstName}@officers.example`,
    MobilePhone: '+1 555 0100',
    Unit__c: 'High Passes',
    Post__c: 'Skarn Pass Post',
  });
  return { ...(await addUser(system, { FirstName, LastName, profile: 'Officer', contactId })), contactId };
}

/** Somebody of support, who signs in to the console. */
export async function addAgent(system: Session, FirstName: string, LastName: string): Promise<FieldPerson> {
  const agent = await addUser(system, { FirstName, LastName, profile: 'Standard' });
  const set = await system.row<{ Id: Id }>("SELECT Id FROM PermissionSet WHERE Name = 'Support_Agent'");
  await system.create('PermissionSetAssignment', { AssigneeId: agent.userId, PermissionSetId: set.Id });
  return agent;
}

interface NewUser {
  readonly FirstName: string;
  readonly LastName: string;
  readonly profile: string;
  readonly contactId?: Id;
}

async function addUser(
  system: Session,
  { FirstName, LastName, profile, contactId }: NewUser,
): Promise<FieldPerson> {
  const { Id: ProfileId } = await system.row<{ Id: Id }>(
    soql`SELECT Id FROM Profile WHERE Name = ${profile}`,
  );
  const username = `${FirstName}@users.example`.toLowerCase();
  const userId = await system.create('User', {
    FirstName,
    LastName,
    Username: username,
    Email: username,
    Alias: FirstName.slice(0, 8),
    CommunityNickname: FirstName,
    ProfileId,
    ContactId: contactId ?? null,
    TimeZoneSidKey: 'UTC',
    LocaleSidKey: 'en_US',
    LanguageLocaleKey: 'en_US',
    EmailEncodingKey: 'UTF-8',
  });
  return { userId, username };
}
