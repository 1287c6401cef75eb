import { MusterError } from '@muster/kernel';
import { defineOperation, type Session } from '@muster/records';
import { soql } from '@muster/soql';
import { z } from 'zod';
import type { MyDetails } from '../contract/index.js';
import { languageOf, wordsOf } from '../messages/words.js';
import { ownContactId } from './own-application.js';

interface ContactRow {
  readonly FirstName: string | null;
  readonly LastName: string;
  readonly Email: string | null;
  readonly Phone: string | null;
  readonly MailingStreet: string | null;
  readonly MailingCity: string | null;
  readonly MailingPostalCode: string | null;
  readonly Preferred_Language__c: string | null;
}

/** GET my-details */
export const readMyDetails = defineOperation({
  name: 'my-details',
  method: 'GET',
  purpose: 'own-application',
  permission: 'Apply',
  input: z.object({}),
  run: (session) => loadDetails(session),
});

const optionalText = (most: number) =>
  z
    .string()
    .trim()
    .max(most)
    .nullable()
    .transform((text) => text || null);

/** POST my-details. The e-mail address is that of the account, and is changed where it can be confirmed. */
export const changeMyDetails = defineOperation({
  name: 'my-details',
  method: 'POST',
  purpose: 'own-application',
  permission: 'Apply',
  input: z.object({
    firstName: z.string().trim().min(1).max(40),
    lastName: z.string().trim().min(1).max(80),
    email: z.string().trim().max(80),
    phone: optionalText(40),
    street: optionalText(255),
    city: optionalText(40),
    postalCode: optionalText(20),
    language: z.enum(['en', 'es']),
  }),
  run: (session, details) =>
    session.transaction(async (own) => {
      const contactId = ownContactId(own);
      const before = await loadDetails(own);
      if (details.email.toLowerCase() !== before.email.toLowerCase()) {
        throw new MusterError('INVALID_OPERATION', wordsOf(own).say('error.email_confirmed_only'), {
          fields: ['email'],
        });
      }
      await own.change('Contact', contactId, {
        FirstName: details.firstName,
        LastName: details.lastName,
        Phone: details.phone,
        MailingStreet: details.street,
        MailingCity: details.city,
        MailingPostalCode: details.postalCode,
        Preferred_Language__c: details.language,
      });
      await own.system('own-application').change('User', own.principal.userId, {
        FirstName: details.firstName,
        LastName: details.lastName,
        LanguageLocaleKey: details.language === 'es' ? 'es' : 'en_US',
      });
      return loadDetails(own);
    }),
});

async function loadDetails(session: Session): Promise<MyDetails> {
  const row = await session.row<ContactRow>(
    soql`SELECT FirstName, LastName, Email, Phone, MailingStreet, MailingCity, MailingPostalCode, Preferred_Language__c
      FROM Contact WHERE Id = ${ownContactId(session)}`,
  );
  return {
    firstName: row.FirstName ?? '',
    lastName: row.LastName,
    email: row.Email ?? '',
    phone: row.Phone,
    street: row.MailingStreet,
    city: row.MailingCity,
    postalCode: row.MailingPostalCode,
    language: languageOf(row.Preferred_Language__c ?? session.principal.language),
  };
}
