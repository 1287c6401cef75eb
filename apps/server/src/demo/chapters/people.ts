import { soql } from '@muster/soql';
import { people, type StoryPerson } from '../people.js';
import type { StoryContext } from '../story-context.js';

/** Where Marrenfell's clocks stand. */
export const AGENCY_ZONE = 'Europe/Oslo';

/** The named people: users with their rights, and for those of the portal the person's own Account and Contact. */
export async function tellPeople(story: StoryContext): Promise<void> {
  const { Id: agency } = await story.system.row<{ Id: string }>('SELECT Id FROM Organization');
  await story.system.change('Organization', agency, { TimeZoneSidKey: AGENCY_ZONE });
  const profiles = await idsBy(story, 'Profile', 'Name');
  const roles = await idsBy(story, 'UserRole', 'DeveloperName');
  const sets = await idsBy(story, 'PermissionSet', 'Name');
  for (const person of people) {
    const isPortal = person.profile === 'Candidate' || person.profile === 'Officer';
    const contactId = isPortal ? await makeContact(story, person) : undefined;
    const userId = await story.system.create('User', {
      Username: person.username,
      Email: person.username,
      FirstName: person.firstName,
      LastName: person.lastName,
      Alias: person.key,
      CommunityNickname: person.key,
      ProfileId: wanted(profiles, person.profile),
      UserRoleId: person.role === undefined ? null : wanted(roles, person.role),
      ContactId: contactId ?? null,
      IsActive: true,
      LanguageLocaleKey: 'en_US',
      LocaleSidKey: 'en_US',
      EmailEncodingKey: 'UTF-8',
      Phone: person.phone ?? null,
    });
    story.users.set(person.key, userId);
    if (contactId !== undefined) story.contacts.set(person.key, contactId);
    for (const name of person.permissionSets) {
      await story.system.create('PermissionSetAssignment', {
        AssigneeId: userId,
        PermissionSetId: wanted(sets, name),
      });
    }
  }
}

async function makeContact(story: StoryContext, person: StoryPerson): Promise<string> {
  const accountId = await story.system.create('Account', { Name: `${person.firstName} ${person.lastName}` });
  return story.system.create('Contact', {
    FirstName: person.firstName,
    LastName: person.lastName,
    Email: person.username,
    MobilePhone: person.phone ?? null,
    MailingCity: person.town ?? null,
    AccountId: accountId,
    Unit__c: person.unit ?? null,
    Post__c: person.post ?? null,
  });
}

async function idsBy(story: StoryContext, object: string, field: string): Promise<Map<string, string>> {
  const rows = await story.system.rows<Record<string, string>>(`SELECT Id, ${field} FROM ${object}`);
  return new Map(rows.map((row) => [String(row[field]).toLowerCase(), String(row.Id)]));
}

function wanted(ids: ReadonlyMap<string, string>, name: string): string {
  const id = ids.get(name.toLowerCase());
  if (id === undefined) throw new Error(`The story needs ${name}, which is not installed`);
  return id;
}

/** Whether the story has been told in this org: its first person is there. */
export async function isStoryTold(story: StoryContext): Promise<boolean> {
  const first = people[0]?.username ?? '';
  return (await story.system.rows(soql`SELECT Id FROM User WHERE Username = ${first}`)).length > 0;
}
