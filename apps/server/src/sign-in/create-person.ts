import type { Id, Random } from '@muster/kernel';
import type { Session } from '@muster/records';
import { soql } from '@muster/soql';
import { newDigits } from './secrets.js';

const CANDIDATE_PROFILE = 'Candidate';

export interface NewPerson {
  readonly firstName: string;
  readonly lastName: string;
  readonly email: string;
  readonly language: 'en' | 'es';
  /** What the link the person came by says of itself. */
  readonly source?: string | undefined;
}

/** What a user's record holds for a language the product speaks. */
export const LOCALES = {
  en: { language: 'en_US', locale: 'en_US' },
  es: { language: 'es', locale: 'es_US' },
} as const;

/** A person for life: a Contact, an Account of the person's own, and a user that is not active yet. */
export async function createPerson(
  session: Session,
  { firstName, lastName, email, language }: NewPerson,
  random: Random,
): Promise<{ readonly userId: Id; readonly contactId: Id }> {
  const profile = await session.row<{ readonly Id: Id }>(
    soql`SELECT Id FROM Profile WHERE Name = ${CANDIDATE_PROFILE}`,
  );
  const accountId = await session.create('Account', { Name: `${firstName} ${lastName}` });
  const contactId = await session.create('Contact', {
    FirstName: firstName,
    LastName: lastName,
    Email: email,
    AccountId: accountId,
  });
  const userId = await session.create('User', {
    Username: email,
    Email: email,
    FirstName: firstName,
    LastName: lastName,
    Alias: `${firstName.charAt(0)}${lastName}`.slice(0, 8),
    CommunityNickname: `${firstName.slice(0, 30)}-${newDigits(random)}`,
    ProfileId: profile.Id,
    ContactId: contactId,
    IsActive: false,
    LanguageLocaleKey: LOCALES[language].language,
    LocaleSidKey: LOCALES[language].locale,
    EmailEncodingKey: 'UTF-8',
  });
  return { userId, contactId };
}
