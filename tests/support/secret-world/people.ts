import type { Principal, Records, Session } from '@muster/records';
import type { Agency } from './agency.js';

/** Whoever may come to the door, each with the profile and permission sets that are shipped. */
export const PEOPLE = [
  'guest',
  'candidate',
  'officer',
  'specialist',
  'selectingOfficial',
  'chief',
  'analyst',
  'auditor',
  'clinic',
  'backgroundInvestigator',
  'supportAgent',
  'nobody',
] as const;
export type PersonName = (typeof PEOPLE)[number];

export type People = Readonly<Record<PersonName, Principal>>;

/** Principals over an agency. Nia is the candidate, Lena the officer, Tomas the specialist and Ruth the chief. */
export async function principalsOf(records: Records, system: Session, agency: Agency): Promise<People> {
  const roles = await system.rows<{ Id: string; DeveloperName: string }>(
    'SELECT Id, DeveloperName FROM UserRole',
  );
  const roleId = (name: string) => roles.find((role) => role.DeveloperName === name)?.Id ?? '';
  const base = {
    orgId: records.org.id,
    displayName: 'Somebody',
    username: 'somebody@example.com',
    subordinateRoleIds: [],
    permissionSets: [],
    language: 'en',
    timeZone: 'UTC',
  };
  const portal = (name: 'nia' | 'lena', profile: string): Principal => ({
    ...base,
    kind: 'portal',
    profile,
    userId: agency.id(`User.${name}`),
    contactId: agency.id(`Contact.${name}`),
    accountId: agency.id(`Account.${name}`),
  });
  let made = 0;
  const staff = (permissionSets: readonly string[], more: Partial<Principal> = {}): Principal => {
    made += 1;
    return {
      ...base,
      kind: 'internal',
      profile: 'Standard',
      permissionSets,
      userId: `005000000000${String(made).padStart(3, '0')}AAA`,
      ...more,
    };
  };
  return {
    guest: { ...base, kind: 'guest', profile: 'Guest', userId: '000000000000000AAA' },
    candidate: portal('nia', 'Candidate'),
    officer: portal('lena', 'Officer'),
    specialist: staff(['Recruiting_Specialist'], {
      userId: agency.id('User.tomas'),
      roleId: roleId('Recruiting_Specialist'),
    }),
    selectingOfficial: staff(['Selecting_Official']),
    chief: staff(['Recruiting_Chief'], {
      userId: agency.id('User.ruth'),
      roleId: roleId('Recruiting_Chief'),
      subordinateRoleIds: [roleId('Recruiting_Specialist')],
    }),
    analyst: staff(['Recruiting_Analyst']),
    auditor: staff(['Auditor']),
    clinic: staff(['Clinic']),
    backgroundInvestigator: staff(['Background_Investigator']),
    supportAgent: staff(['Support_Agent', 'Knowledge_Reader']),
    nobody: staff([]),
  };
}
