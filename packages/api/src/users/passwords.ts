import type { Id } from '@muster/kernel';

/** What the API asks of sign-in about passwords of other people. The server keeps them. */
export interface Passwords {
  /** Mails a link by which the user chooses a password. @throws MusterError INVALID_OPERATION when the user may not sign in */
  sendLink(userId: Id, reason: 'invitation' | 'reset'): Promise<void>;
  /** Gives the user this password and ends what is open. @throws MusterError INVALID_NEW_PASSWORD */
  set(userId: Id, password: string): Promise<void>;
  /** Gives the user a new random password and ends what is open. */
  reset(userId: Id): Promise<string>;
}
