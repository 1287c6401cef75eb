import type { Clock, Log, Random } from '@muster/kernel';
import type { Records } from '@muster/records';
import type { Database } from '@muster/store';
import type { QueueMail } from './mails.js';
import type { PasswordHasher } from './password-hash.js';

/** What every part of sign-in works with. Its tables are those of the org whose records these are. */
export interface SignInParts {
  readonly database: Database;
  readonly records: Records;
  readonly hasher: PasswordHasher;
  readonly clock: Clock;
  readonly random: Random;
  readonly log: Log;
  readonly queueMail: QueueMail;
}

/** Milliseconds as PostgreSQL reads an instant. */
export function instant(milliseconds: number): string {
  return new Date(milliseconds).toISOString();
}
