import { MusterError } from '@muster/kernel';
import type { ApiRequest, ApiResponse } from '../api-request.js';
import type { ApiParts } from '../create-api.js';
import { presentRest } from '../errors/present-rest.js';
import type { Family } from '../family.js';
import { readForm } from '../form.js';
import { notFound } from '../resource.js';
import { json, noContent } from '../responses.js';
import { OAuthRefusal, presentOAuthError } from './oauth-refusal.js';
import { presentUserInfo } from './present-identity.js';
import { issueToken } from './token.js';

/** `/services/oauth2`: token, revoke and userinfo. The page where people consent is the server's. */
export function oauthFamily({ authority, clock }: ApiParts): Family {
  return {
    prefix: ['services', 'oauth2'],
    present: ([error, ...others]) => presentFailure([error, ...others]),
    async handle(request, [name = '']) {
      switch (name.toLowerCase()) {
        case 'token':
          return refuseAsOAuth(() => issueToken(request, authority, clock.now()));
        case 'revoke':
          await authority.revoke(readForm(request).get('token') ?? '');
          return noContent(200);
        case 'userinfo':
          return userInfo(request);
        default:
          throw notFound();
      }
    },
  };

  async function userInfo({ caller, origin }: ApiRequest): Promise<ApiResponse> {
    if (caller.kind !== 'user') throw new MusterError('INVALID_SESSION_ID', 'Session expired or invalid');
    const profile = await authority.readProfile(caller.principal);
    return json(presentUserInfo(caller.principal, profile, origin, clock.now()));
  }
}

async function refuseAsOAuth(answer: () => Promise<ApiResponse>): Promise<ApiResponse> {
  try {
    return await answer();
  } catch (failure) {
    if (failure instanceof OAuthRefusal) return presentOAuthError(failure.error, failure.message);
    throw failure;
  }
}

/** A wrong password is the only failure that has a spelling of its own in OAuth. */
function presentFailure(errors: readonly [MusterError, ...MusterError[]]): ApiResponse {
  const [error] = errors;
  if (error.code === 'INVALID_LOGIN') return presentOAuthError('invalid_grant', 'authentication failure');
  if (error.code === 'UNKNOWN_EXCEPTION') return presentOAuthError('server_error', error.message);
  return presentRest(errors);
}
