import { MusterError } from '@muster/kernel';
import type { Operation, Principal } from '@muster/records';
import type { ApiRequest } from '../api-request.js';
import type { ApiParts } from '../create-api.js';
import { presentRest } from '../errors/present-rest.js';
import type { Family } from '../family.js';
import { readJson } from '../read-body.js';
import { requireApiAccess } from '../require-api-access.js';
import { notFound } from '../resource.js';
import { json } from '../responses.js';

/**
 * `/services/apexrest/<solution>/<operation>`: the operations of the solutions, each for its own purpose and with its
 * own permission. Guests may call what their profile permits.
 */
export function apexRestFamily(parts: ApiParts): Family {
  return {
    prefix: ['services', 'apexrest'],
    present: (errors) => presentRest(errors),
    async handle(request, [solution = '', name = '', ...rest]) {
      if (rest.length > 0) throw notFound();
      const principal = await actingPrincipal(request, parts);
      const operation = findOperation(parts, request, solution, name);
      const purpose = { key: operation.purpose };
      const session = await parts.openSession(principal, purpose);
      requireApiAccess(request.caller, session);
      if (!session.can(operation.permission)) throw refusal(principal, operation);
      const input = operation.parse(readInput(request, operation));
      return json(await operation.run(session, input));
    },
  };
}

async function actingPrincipal({ caller }: ApiRequest, parts: ApiParts): Promise<Principal> {
  if (caller.kind === 'refused') throw expired();
  return caller.kind === 'user' ? caller.principal : parts.guest();
}

/** A name may serve both GET and POST: two operations that share it. */
function findOperation(parts: ApiParts, request: ApiRequest, solution: string, name: string): Operation {
  const method = request.method === 'HEAD' ? 'GET' : request.method;
  const named = (parts.operations.get(solution.toLowerCase()) ?? []).filter(
    (operation) => operation.name.toLowerCase() === name.toLowerCase(),
  );
  const operation = named.find((candidate) => candidate.method === method);
  if (operation !== undefined) return operation;
  if (named.length === 0) throw notFound();
  const allowed = named.map((candidate) => candidate.method).join(',');
  throw new MusterError(
    'METHOD_NOT_ALLOWED',
    `HTTP Method '${request.method}' not allowed. Allowed are ${allowed}`,
  );
}

/** Query parameters of a GET, of which each name counts once; the JSON body of a POST, `{}` when there is none. */
function readInput(request: ApiRequest, operation: Operation): unknown {
  if (operation.method === 'GET') return Object.fromEntries(request.query);
  return request.body.length === 0 ? {} : readJson(request);
}

/** Strangers are asked to sign in, others told that they may not. */
function refusal(principal: Principal, operation: Operation): MusterError {
  if (principal.kind === 'guest') return expired();
  const message = `insufficient access rights: ${operation.name} needs the permission ${operation.permission}`;
  return new MusterError('INSUFFICIENT_ACCESS_OR_READONLY', message);
}

function expired(): MusterError {
  return new MusterError('INVALID_SESSION_ID', 'Session expired or invalid');
}
