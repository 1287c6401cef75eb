import { type Id, type Random, randomToken } from '@muster/kernel';
import type { SignIn } from './create-sign-in.js';

const BYTES = 12;

/** Gives a user a new random password and ends every session and refresh token the user has. */
export async function resetPassword(
  { credentials, sessions, grants }: SignIn,
  userId: Id,
  random: Random,
): Promise<string> {
  const password = randomToken(random, BYTES);
  await credentials.set(userId, password);
  await grants.revokeAllOf(userId);
  await sessions.revokeAllOf(userId);
  return password;
}
