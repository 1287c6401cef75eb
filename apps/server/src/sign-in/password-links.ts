import { fold, type Id, MusterError, randomToken } from '@muster/kernel';
import { soql } from '@muster/soql';
import { quoteIdent } from '@muster/sql';
import type { SignIn } from './create-sign-in.js';
import { mailTexts } from './mails.js';
import { passwordProblem } from './password-problem.js';
import { signInSession } from './principals.js';
import { hashSecret } from './secrets.js';
import { instant, type SignInParts } from './sign-in-parts.js';

const HOUR = 3_600_000;
const LIFETIME = { invitation: 7 * 24 * HOUR, reset: 24 * HOUR } as const;
/** Links somebody may ask for without being signed in, for one account in an hour. */
const ALLOWED_ASKS = 5;
const PURPOSE = 'password-link';

export type PasswordLinkReason = keyof typeof LIFETIME;

/** Links by which people choose a password: one use, and only the newest of a user works. */
export interface PasswordLinks {
  /** Mails a new link to a user who may sign in. @throws MusterError INVALID_OPERATION for one who may not */
  send(userId: Id, reason: PasswordLinkReason): Promise<void>;
  /** The same for whoever says they forgot; nothing happens, and nothing is told, when there is no such user. */
  ask(username: string): Promise<void>;
  /** Whose link it is. @throws MusterError INVALID_VERIFICATION_CODE */
  show(link: string): Promise<{ readonly username: string; readonly name: string }>;
  /** Uses a link up: the password is set, what was open ends. @throws MusterError INVALID_VERIFICATION_CODE, INVALID_NEW_PASSWORD */
  use(link: string, password: string): Promise<Id>;
}

interface UserRow {
  readonly Id: Id;
  readonly Name: string;
  readonly FirstName: string | null;
  readonly LastName: string;
  readonly Username: string;
  readonly Email: string;
  readonly LanguageLocaleKey: string;
}

export interface PasswordLinksOptions {
  /** Address of the console in links. */
  readonly consoleUrl: () => string;
}

export function createPasswordLinks(
  { database, records, clock, random, queueMail }: SignInParts,
  { credentials, sessions, grants, findPrincipal }: SignIn,
  { consoleUrl }: PasswordLinksOptions,
): PasswordLinks {
  const table = `${quoteIdent(records.org.schema)}._verification`;

  const readUser = (userId: Id) =>
    signInSession(records).row<UserRow>(
      soql`SELECT Id, Name, FirstName, LastName, Username, Email, LanguageLocaleKey FROM User WHERE Id = ${userId}`,
    );

  /** The user a link stands for, if it is good and the user may sign in. */
  const find = async (link: string): Promise<UserRow> => {
    const [row] = await database.rows({
      name: 'sign-in.findPasswordLink',
      text: `select user_id from ${table}
        where code_hash = $1 and purpose = $2 and used_at is null and expires_at > $3`,
      values: [hashSecret(link), PURPOSE, instant(clock.now())],
    });
    const userId = row?.[0];
    if (!userId || (await findPrincipal(userId)) === undefined) throw usedUp();
    return readUser(userId);
  };

  /** Makes a link and outdates those made before. */
  const issue = async (user: UserRow, reason: PasswordLinkReason): Promise<string> => {
    const link = randomToken(random);
    const now = clock.now();
    await database.rows({
      name: 'sign-in.issuePasswordLink',
      text: `with outdated as (
          update ${table} set used_at = $5 where user_id = $4 and purpose = $2 and used_at is null
        )
        insert into ${table} (code_hash, purpose, address, user_id, created_at, expires_at)
        values ($1, $2, $3, $4, $5, $6)`,
      values: [
        hashSecret(link),
        PURPOSE,
        fold(user.Email),
        user.Id,
        instant(now),
        instant(now + LIFETIME[reason]),
      ],
    });
    return link;
  };

  const send = async (userId: Id, reason: PasswordLinkReason): Promise<void> => {
    if ((await findPrincipal(userId)) === undefined) {
      throw new MusterError('INVALID_OPERATION', 'The user is not active or is frozen and may not sign in');
    }
    const user = await readUser(userId);
    const link = `${consoleUrl()}/set-password?link=${await issue(user, reason)}`;
    const mail = mailTexts(user.LanguageLocaleKey.slice(0, 2)).setPassword[reason]({
      name: user.FirstName ?? user.Name,
      username: user.Username,
      agency: records.org.name,
      link,
    });
    await signInSession(records).transaction((session) => queueMail(session, { to: user.Email, ...mail }));
  };

  return {
    send,

    async ask(username) {
      const userId = await credentials.findUserId(username);
      if (userId === undefined || (await findPrincipal(userId)) === undefined) return;
      const [row] = await database.rows({
        name: 'sign-in.countPasswordLinks',
        text: `select count(*) from ${table} where user_id = $1 and purpose = $2 and created_at > $3`,
        values: [userId, PURPOSE, instant(clock.now() - HOUR)],
      });
      if (Number(row?.[0] ?? 0) < ALLOWED_ASKS) await send(userId, 'reset');
    },

    async show(link) {
      const { Username, Name } = await find(link);
      return { username: Username, name: Name };
    },

    async use(link, password) {
      const user = await find(link);
      const problem = passwordProblem(password, {
        email: user.Email,
        names: [user.FirstName ?? '', user.LastName],
      });
      if (problem !== undefined) {
        throw new MusterError('INVALID_NEW_PASSWORD', problem, { fields: ['password'] });
      }
      const used = await database.rows({
        name: 'sign-in.usePasswordLink',
        text: `update ${table} set used_at = $2 where code_hash = $1 and used_at is null returning user_id`,
        values: [hashSecret(link), instant(clock.now())],
      });
      if (used.length === 0) throw usedUp();
      await credentials.set(user.Id, password);
      await grants.revokeAllOf(user.Id);
      await sessions.revokeAllOf(user.Id);
      return user.Id;
    },
  };
}

function usedUp(): MusterError {
  return new MusterError('INVALID_VERIFICATION_CODE', 'The link is wrong, was used, or is no longer good.');
}
