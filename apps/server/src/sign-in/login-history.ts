import type { Id } from '@muster/kernel';
import { quoteIdent } from '@muster/sql';
import { signInSession } from './principals.js';
import { instant, type SignInParts } from './sign-in-parts.js';

const KEPT_FOR = 183 * 86_400_000;

/** Salesforce's words for ways to sign in (Object Reference, LoginHistory) as far as there are such ways here. */
export type LoginType = 'Application' | 'Remote Access 2.0';
export type LoginStatus = 'Success' | 'Invalid Password' | 'User is Inactive' | 'User is Frozen';

export interface SignedInEvent {
  readonly userId: Id;
  readonly type: LoginType;
  readonly status: LoginStatus;
  /** Where from; absent where that is not known. */
  readonly address?: string | undefined;
  readonly application?: string | undefined;
}

/** Keeps who signed in, when, from where, and who tried to. */
export interface LoginHistory {
  /** Returns at once: nobody waits at the door for the book to be written, nor for a deploy that holds it. */
  note(event: SignedInEvent): void;
  /** Deletes what is older than half a year, as Salesforce does. */
  purge(): Promise<void>;
}

export function createLoginHistory({ database, records, clock, log }: SignInParts): LoginHistory {
  return {
    note({ userId, type, status, address, application }) {
      signInSession(records)
        .create('LoginHistory', {
          UserId: userId,
          LoginTime: new Date(clock.now()).toISOString(),
          LoginType: type,
          Status: status,
          SourceIp: address?.slice(0, 39) ?? null,
          Application: application?.slice(0, 128) ?? null,
        })
        .catch((err: unknown) => log.warn({ err }, 'A sign-in was not kept in the history.'));
    },

    async purge() {
      await database.rows({
        text: `delete from ${quoteIdent(records.org.schema)}.loginhistory where logintime < $1`,
        values: [instant(clock.now() - KEPT_FOR)],
      });
    },
  };
}
