import type { Passwords } from '@muster/api';
import { MusterError } from '@muster/kernel';
import { soql } from '@muster/soql';
import type { SignIn } from './create-sign-in.js';
import type { PasswordLinks } from './password-links.js';
import { passwordProblem } from './password-problem.js';
import { signInSession } from './principals.js';
import { resetPassword } from './reset-password.js';
import type { SignInParts } from './sign-in-parts.js';

interface UserRow {
  readonly Email: string;
  readonly FirstName: string | null;
  readonly LastName: string;
}

/** Passwords as the API's resources ask for them. */
export function createPasswords(
  { records, random }: SignInParts,
  signIn: SignIn,
  links: PasswordLinks,
): Passwords {
  return {
    sendLink: links.send,

    async set(userId, password) {
      const { Email, FirstName, LastName } = await signInSession(records).row<UserRow>(
        soql`SELECT Email, FirstName, LastName FROM User WHERE Id = ${userId}`,
      );
      const problem = passwordProblem(password, { email: Email, names: [FirstName ?? '', LastName] });
      if (problem !== undefined) {
        throw new MusterError('INVALID_NEW_PASSWORD', problem, { fields: ['NewPassword'] });
      }
      await signIn.credentials.set(userId, password);
      await signIn.grants.revokeAllOf(userId);
      await signIn.sessions.revokeAllOf(userId);
    },

    reset: (userId) => resetPassword(signIn, userId, random),
  };
}
