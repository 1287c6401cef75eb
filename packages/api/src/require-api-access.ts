import { MusterError } from '@muster/kernel';
import type { Session } from '@muster/records';
import type { Caller } from './api-request.js';

/**
 * Programs, which come with a token, act only for users with the user permission `ApiEnabled`. Browsers do without: the
 * pages of the product ask the same API, and candidates and officers have those and nothing else.
 * @throws MusterError API_DISABLED_FOR_ORG
 */
export function requireApiAccess(caller: Caller, session: Session): void {
  const isProgram = caller.kind === 'user' && caller.token !== undefined;
  if (isProgram && !session.has('ApiEnabled')) throw apiDisabled();
}

/** Salesforce has one code for an organization and for a user without the API. */
export function apiDisabled(): MusterError {
  const message =
    'API is not enabled for this Organization or Partner: the user lacks the permission ApiEnabled';
  return new MusterError('API_DISABLED_FOR_ORG', message);
}
