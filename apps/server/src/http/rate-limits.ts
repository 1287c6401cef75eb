import type { RateLimitPluginOptions } from '@fastify/rate-limit';
import { MusterError } from '@muster/kernel';
import type { FastifyInstance, FastifyRequest } from 'fastify';

/** Requests a minute. Whoever is signed in shares an address with colleagues; whoever signs in should need few tries. */
const PER_ADDRESS = 6000;
const SIGN_IN_PER_ADDRESS = 60;
const SIGN_IN_PATHS = /^\/+services\/+(auth\/+(login|register|confirm|resend)|oauth2\/+token)/i;
const SOAP_PATHS = /^\/+services\/+soap\//i;
const SOAP_LOGIN = /<(?:[^\s<>/]+:)?login[\s/>]/;

/** Limits by network address, sign-in apart from the rest. The machine itself is not limited. */
export const rateLimitOptions: RateLimitPluginOptions = {
  timeWindow: '1 minute',
  cache: 20_000,
  max: (request) => (isSignIn(request) ? SIGN_IN_PER_ADDRESS : PER_ADDRESS),
  keyGenerator: (request) => `${isSignIn(request) ? 'sign-in' : 'all'}|${request.ip}`,
  allowList: (request) => isLoopback(request.ip),
  errorResponseBuilder: (_request, { after }) => tooMany(after),
};

function tooMany(after: string): MusterError {
  return new MusterError(
    'REQUEST_RATE_EXCEEDED',
    `Too many requests from this address. Try again in ${after}.`,
  );
}

/**
 * SOAP signs in by a call like any other, which only its body tells: such requests count with the sign-ins as well.
 * Gives a check that throws REQUEST_RATE_EXCEEDED.
 */
export function limitSoapLogins(
  app: FastifyInstance,
): (request: FastifyRequest, body: Uint8Array) => Promise<void> {
  const count = app.createRateLimit({
    max: SIGN_IN_PER_ADDRESS,
    keyGenerator: (request) => `sign-in|${request.ip}`,
  });
  return async (request, body) => {
    if (!SOAP_PATHS.test(request.url) || !SOAP_LOGIN.test(Buffer.from(body).toString('latin1'))) return;
    const limit = await count(request);
    if (!limit.isAllowed && limit.isExceeded) throw tooMany(`${limit.ttlInSeconds} seconds`);
  };
}

function isSignIn(request: FastifyRequest): boolean {
  return request.method === 'POST' && SIGN_IN_PATHS.test(request.url);
}

/** Whether an address is that of the machine the server runs on. */
export function isLoopback(address: string): boolean {
  return address === '::1' || /^(::ffff:)?127\./.test(address);
}
