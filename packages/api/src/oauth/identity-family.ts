import { MusterError, tryParseId } from '@muster/kernel';
import type { ApiParts } from '../create-api.js';
import { presentRest } from '../errors/present-rest.js';
import type { Family } from '../family.js';
import { notFound } from '../resource.js';
import { json } from '../responses.js';
import { presentIdentity } from './present-identity.js';

/** `/id/<org>/<user>`: who a token belongs to. It shows the caller and nobody else. */
export function identityFamily({ authority, clock }: ApiParts): Family {
  return {
    prefix: ['id'],
    present: (errors) => presentRest(errors),
    async handle({ method, query, caller, origin }, [org = '', user = '']) {
      if (method !== 'GET' && method !== 'POST') throw notFound();
      const token = query.get('oauth_token');
      const signedIn =
        caller.kind === 'user' || token === null ? caller : await authority.authenticate(token);
      if (signedIn?.kind !== 'user')
        throw new MusterError('INVALID_SESSION_ID', 'Session expired or invalid');
      const { principal } = signedIn;
      const isOwn = tryParseId(org) === principal.orgId && tryParseId(user) === principal.userId;
      if (!isOwn)
        throw new MusterError('INSUFFICIENT_ACCESS_OR_READONLY', 'insufficient access rights on object id');
      return json(presentIdentity(principal, await authority.readProfile(principal), origin, clock.now()));
    },
  };
}
