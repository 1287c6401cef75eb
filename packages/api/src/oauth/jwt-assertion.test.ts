import { generateKeyPairSync, sign } from 'node:crypto';
import { describe, expect, it } from 'vitest';
import { isSignedBy, problemOf, readAssertion } from './jwt-assertion.js';

const keys = generateKeyPairSync('rsa', { modulusLength: 2048 });
const other = generateKeyPairSync('rsa', { modulusLength: 2048 });
const pem = keys.publicKey.export({ type: 'spki', format: 'pem' }) as string;

const origin = 'http://127.0.0.1:8080';
const now = Date.UTC(2026, 10, 25, 12);
const seconds = now / 1000;
const part = (value: object) => Buffer.from(JSON.stringify(value)).toString('base64url');

function jwt(claims: object, { alg = 'RS256', key = keys.privateKey } = {}): string {
  const signed = `${part({ alg, typ: 'JWT' })}.${part({ iss: 'app', sub: 'ewa', aud: origin, exp: seconds + 60, ...claims })}`;
  return `${signed}.${sign('RSA-SHA256', Buffer.from(signed), key).toString('base64url')}`;
}

function read(text: string) {
  const assertion = readAssertion(text);
  if (assertion === undefined) throw new Error('It can be read');
  return assertion;
}

describe('the signature', () => {
  it('is that of the key', () => {
    expect(isSignedBy(read(jwt({})), pem)).toBe(true);
    expect(isSignedBy(read(jwt({}, { key: other.privateKey })), pem)).toBe(false);
  });

  it('covers what is claimed', () => {
    const [head, , signature] = jwt({}).split('.');
    const changed = part({ iss: 'app', sub: 'admin', aud: origin, exp: seconds + 60 });
    expect(isSignedBy(read(`${head}.${changed}.${signature}`), pem)).toBe(false);
  });

  it.each(['none', 'HS256', 'ES256'])('by %s is none', (alg) => {
    expect(readAssertion(jwt({}, { alg }))).toBeUndefined();
  });
});

describe('the claims', () => {
  it.each([
    [{ aud: `${origin}/` }],
    [{ aud: '127.0.0.1:8080' }],
    [{ aud: `${origin}/services/oauth2/token` }],
    [{ aud: 'https://login.salesforce.com' }],
    [{ aud: 'test.salesforce.com' }],
    [{ aud: ['https://elsewhere.example', origin] }],
    [{ exp: String(seconds + 180) }],
    [{ exp: now + 300 }],
    [{ exp: seconds - 100 }],
  ])('%j are taken', (claims) => {
    expect(problemOf(read(jwt(claims)), { origin, now })).toBeUndefined();
  });

  it.each([
    [{ aud: 'https://elsewhere.example' }, 'audience is invalid'],
    [{ exp: seconds - 600 }, 'assertion has expired'],
    [{ exp: seconds + 3 * 86_400 }, 'assertion expires too late: it may live 24 hours'],
  ])('%j are refused: %s', (claims, problem) => {
    expect(problemOf(read(jwt(claims)), { origin, now })).toBe(problem);
  });

  it.each(['', 'a.b', 'a.b.c', `${part({ alg: 'RS256' })}.${part({ iss: 'app' })}.x`])(
    '%j cannot be read',
    (text) => {
      expect(readAssertion(text)).toBeUndefined();
    },
  );
});
