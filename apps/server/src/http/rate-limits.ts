import type { RateLimitPluginOptions } from '@fastify/rate-limit';
import { MusterError } from '@muster/kernel';
import type { FastifyRequest } from 'fastify';

/** Requests a minute. Whoever is signed in shares an address with colleagues; whoever signs in should need few tries. */
const PER_ADDRESS = 6000;
const SIGN_IN_PER_ADDRESS = 60;
const SIGN_IN_PATHS = /^\/+services\/+(auth\/+(login|register|confirm|resend)|oauth2\/+token|soap\/)/i;

/** Limits by network address, sign-in apart from the rest. The machine itself is not limited. */
export const rateLimitOptions: RateLimitPluginOptions = {
  timeWindow: '1 minute',
  cache: 20_000,
  max: (request) => (isSignIn(request) ? SIGN_IN_PER_ADDRESS : PER_ADDRESS),
  keyGenerator: (request) => `${isSignIn(request) ? 'sign-in' : 'all'}|${request.ip}`,
  allowList: (request) => isLoopback(request.ip),
  errorResponseBuilder: (_request, { after }) =>
    new MusterError('REQUEST_RATE_EXCEEDED', `Too many requests from this address. Try again in ${after}.`),
};

function isSignIn(request: FastifyRequest): boolean {
  return request.method === 'POST' && SIGN_IN_PATHS.test(request.url);
}

/** Whether an address is that of the machine the server runs on. */
export function isLoopback(address: string): boolean {
  return address === '::1' || /^(::ffff:)?127\./.test(address);
}
