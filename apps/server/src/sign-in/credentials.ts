import type { Id } from '@muster/kernel';
import { soql } from '@muster/soql';
import { quoteIdent } from '@muster/sql';
import type { Attempts } from './attempts.js';
import type { LoginHistory } from './login-history.js';
import type { PasswordHasher } from './password-hash.js';
import { invalidLogin, signInSession } from './principals.js';
import { instant, type SignInParts } from './sign-in-parts.js';

export interface PasswordAttempt {
  readonly username: string;
  readonly password: string;
  readonly address: string;
  /** Programs may put a security token behind the password. */
  readonly maySendToken?: boolean;
}

export interface Credentials {
  /** The id of the active user whose name and password these are. @throws MusterError INVALID_LOGIN, LOGIN_RATE_EXCEEDED */
  check(attempt: PasswordAttempt): Promise<Id>;
  /** The id of the user with this name, whoever asks. */
  findUserId(username: string): Promise<Id | undefined>;
  /** Whether this is the password of a user, active or not. */
  isPasswordOf(userId: Id, password: string): Promise<boolean>;
  /** Sets a password; a locked one opens nothing until it is unlocked. */
  set(userId: Id, password: string, lock?: 'locked'): Promise<void>;
  isLocked(userId: Id): Promise<boolean>;
  unlock(userId: Id): Promise<void>;
}

/** Passwords. An unknown username costs the same work and is answered in the same words as a wrong password. */
export function createCredentials(
  parts: SignInParts,
  attempts: Attempts,
  history: LoginHistory,
): Credentials {
  const { database, records, hasher, clock, random } = parts;
  const table = `${quoteIdent(records.org.schema)}._credential`;
  const users = `${quoteIdent(records.org.schema)}."user"`;
  const decoy = hasher.hash(Buffer.from(random.bytes(24)).toString('base64'));

  const read = async (
    userId: Id,
  ): Promise<{ readonly hash: string; readonly isLocked: boolean } | undefined> => {
    const [row] = await database.rows({
      name: 'sign-in.readCredential',
      text: `select password_hash, locked_until > $2 from ${table} where user_id = $1`,
      values: [userId, instant(clock.now())],
    });
    return row?.[0] ? { hash: row[0], isLocked: row[1] === 't' } : undefined;
  };

  const findUser = async (username: string) => {
    const [user] = await signInSession(records).rows<{ readonly Id: Id; readonly IsActive: boolean }>(
      soql`SELECT Id, IsActive FROM User WHERE Username = ${username} LIMIT 1`,
    );
    return user;
  };

  return {
    findUserId: async (username) => (await findUser(username))?.Id,

    async check({ username, password, address, maySendToken = false }) {
      await attempts.check(username, address);
      const user = await findUser(username);
      const credential = user?.IsActive ? await read(user.Id) : undefined;
      const isRight = await fitsAny(hasher, credential?.hash ?? (await decoy), password, maySendToken);
      if (user === undefined || credential === undefined || credential.isLocked || !isRight) {
        await attempts.fail(username, address);
        if (user !== undefined) {
          const status = user.IsActive ? 'Invalid Password' : 'User is Inactive';
          history.note({ userId: user.Id, type: 'Application', status, address });
        }
        throw invalidLogin();
      }
      await attempts.succeed(username, address);
      return user.Id;
    },

    async isPasswordOf(userId, password) {
      return hasher.verify((await read(userId))?.hash ?? (await decoy), password);
    },

    async set(userId, password, lock) {
      await database.rows({
        name: 'sign-in.setCredential',
        text: `with changed as (update ${users} set lastpasswordchangedate = $3 where id = $1)
          insert into ${table} (user_id, password_hash, changed_at, locked_until)
          values ($1, $2, $3, case when $4::boolean then 'infinity'::timestamptz end)
          on conflict (user_id) do update set password_hash = excluded.password_hash,
            changed_at = excluded.changed_at, locked_until = excluded.locked_until`,
        values: [userId, await hasher.hash(password), instant(clock.now()), lock === 'locked'],
      });
    },

    async isLocked(userId) {
      return (await read(userId))?.isLocked ?? false;
    },

    async unlock(userId) {
      await database.rows({
        name: 'sign-in.unlockCredential',
        text: `update ${table} set locked_until = null where user_id = $1`,
        values: [userId],
      });
    },
  };
}

/** Lengths of the security tokens Salesforce hands out. */
const SECURITY_TOKEN_LENGTHS = [24, 25] as const;

/** What the password may be: the whole text, and for programs the text before a security token. All are tried. */
async function fitsAny(hasher: PasswordHasher, hash: string, password: string, maySendToken: boolean) {
  const shorter = SECURITY_TOKEN_LENGTHS.filter((length) => maySendToken && password.length > length);
  const candidates = [password, ...shorter.map((length) => password.slice(0, -length))];
  const answers = await Promise.all(candidates.map((candidate) => hasher.verify(hash, candidate)));
  return answers.includes(true);
}
