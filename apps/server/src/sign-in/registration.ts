import { type Id, MusterError } from '@muster/kernel';
import { isEmailAddress } from '@muster/metadata';
import type { Session } from '@muster/records';
import { soql } from '@muster/soql';
import { createPerson, type NewPerson } from './create-person.js';
import type { SignIn } from './create-sign-in.js';
import { mailTexts } from './mails.js';
import { passwordProblem } from './password-problem.js';
import { signInSession } from './principals.js';
import type { SignInParts } from './sign-in-parts.js';
import { createVerifications, type Proof } from './verifications.js';

export interface Registration extends NewPerson {
  readonly password: string;
}

export interface Confirmation {
  /** The secret of the link, or the address with the code that was typed. */
  readonly link?: string | undefined;
  readonly email?: string | undefined;
  readonly code?: string | undefined;
  readonly password?: string | undefined;
  /** The secret in the cookie of the browser that registered. */
  readonly browser: string | undefined;
}

export interface Registrations {
  /**
   * Makes an account that waits for its address to be confirmed, and gives the secret for the browser's cookie. An
   * address that has an account gets a mail that says so, and the same answer.
   * @throws MusterErrors INVALID_NEW_PASSWORD, INVALID_EMAIL_ADDRESS, REQUIRED_FIELD_MISSING
   */
  register(registration: Registration): Promise<string>;
  /**
   * Confirms an address and gives the user. Whoever proves the address must also be who registered, by the browser
   * or by the password: else a stranger could register somebody's address and wait for its owner to confirm it.
   * @throws MusterError INVALID_VERIFICATION_CODE, PASSWORD_REQUIRED
   */
  confirm(confirmation: Confirmation): Promise<Id>;
  /** Sends code and link again, if there is an account that waits; undefined when there is none. */
  resend(email: string): Promise<string | undefined>;
}

interface KnownUser {
  readonly Id: Id;
  readonly FirstName: string | null;
  readonly IsActive: boolean;
  readonly LanguageLocaleKey: string;
}

export interface RegistrationOptions {
  /** Address of the portal in links. */
  readonly portalUrl: () => string;
  /** Keeps where a person first came from. */
  readonly keepFirstContact: (session: Session, contactId: Id, source: string | undefined) => Promise<void>;
}

export function createRegistrations(
  parts: SignInParts,
  { credentials }: SignIn,
  { portalUrl, keepFirstContact }: RegistrationOptions,
): Registrations {
  const { records, queueMail, random } = parts;
  const verifications = createVerifications(parts);

  const findUser = async (email: string): Promise<KnownUser | undefined> => {
    const [user] = await signInSession(records).rows<KnownUser>(
      soql`SELECT Id, FirstName, IsActive, LanguageLocaleKey FROM User WHERE Username = ${email} LIMIT 1`,
    );
    return user;
  };

  const sendProof = async (
    email: string,
    userId: Id,
    name: string,
    language: string,
  ): Promise<Proof | undefined> => {
    const proof = await verifications.issue(email, userId);
    if (proof === undefined) return undefined;
    const link = `${portalUrl()}/confirm?link=${proof.link}`;
    await send(email, mailTexts(language).confirm(name, proof.code, link));
    return proof;
  };

  const send = (to: string, mail: { readonly subject: string; readonly text: string }) =>
    signInSession(records).transaction((session) => queueMail(session, { to, ...mail }));

  /** Says in a mail, and only there, that the address has an account. The browser gets a secret that opens nothing. */
  const remind = async (email: string, user: KnownUser): Promise<string> => {
    const proof = await verifications.issue(email, user.Id);
    if (proof === undefined) return randomSecret();
    await verifications.finish(user.Id);
    const language = user.LanguageLocaleKey.slice(0, 2);
    await send(
      email,
      mailTexts(language).alreadyRegistered(user.FirstName ?? email, `${portalUrl()}/sign-in`),
    );
    return proof.browser;
  };

  const randomSecret = () => Buffer.from(random.bytes(32)).toString('base64url');

  return {
    async register(registration) {
      checkRegistration(registration);
      const { email, firstName, language, password, source } = registration;
      const known = await findUser(email);
      if (known !== undefined && (known.IsActive || !(await credentials.isLocked(known.Id)))) {
        await parts.hasher.hash(password);
        return remind(email, known);
      }
      const userId =
        known?.Id ??
        (await signInSession(records).transaction(async (session) => {
          const person = await createPerson(session, registration, random);
          await keepFirstContact(session, person.contactId, source);
          return person.userId;
        }));
      await credentials.set(userId, password, 'locked');
      const proof = await sendProof(email, userId, firstName, language);
      return proof?.browser ?? randomSecret();
    },

    async confirm({ link, email, code, password, browser }) {
      const userId =
        link !== undefined
          ? await verifications.findByLink(link)
          : await verifications.findByCode(email ?? '', code ?? '');
      if (userId === undefined || !(await credentials.isLocked(userId))) throw invalidCode();
      const isSame =
        (await verifications.isBrowserOf(userId, browser)) ||
        (password !== undefined && (await credentials.isPasswordOf(userId, password)));
      if (!isSame)
        throw new MusterError('PASSWORD_REQUIRED', 'Enter the password the account was made with.');
      await signInSession(records).change('User', userId, { IsActive: true });
      await credentials.unlock(userId);
      await verifications.finish(userId);
      return userId;
    },

    async resend(email) {
      const user = await findUser(email);
      if (user === undefined || user.IsActive || !(await credentials.isLocked(user.Id))) return undefined;
      const proof = await sendProof(
        email,
        user.Id,
        user.FirstName ?? email,
        user.LanguageLocaleKey.slice(0, 2),
      );
      return proof?.browser;
    },
  };
}

function checkRegistration({ email, firstName, lastName, password }: Registration): void {
  const missing = Object.entries({ firstName, lastName }).filter(([, value]) => value.trim() === '');
  if (missing.length > 0) {
    const fields = missing.map(([name]) => name);
    throw new MusterError('REQUIRED_FIELD_MISSING', `Required fields are missing: [${fields.join(', ')}]`, {
      fields,
    });
  }
  if (!isEmailAddress(email)) {
    throw new MusterError('INVALID_EMAIL_ADDRESS', `Email: invalid email address: ${email}`, {
      fields: ['email'],
    });
  }
  const problem = passwordProblem(password, { email, names: [firstName, lastName] });
  if (problem !== undefined) {
    throw new MusterError('INVALID_NEW_PASSWORD', problem, { fields: ['password'] });
  }
}

function invalidCode(): MusterError {
  return new MusterError(
    'INVALID_VERIFICATION_CODE',
    'The code or link is wrong, was used, or is no longer good.',
  );
}
