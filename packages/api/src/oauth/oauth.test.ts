import { createHash } from 'node:crypto';
import { describe, expect, it } from 'vitest';
import { fitsChallenge, isChallenge } from './pkce.js';
import { allowsRedirect } from './redirect-uri.js';

describe('redirect addresses', () => {
  const registered = ['https://app.example/callback', 'http://localhost:*/OauthRedirect'];

  it.each([
    'https://app.example/callback',
    'http://localhost:1717/OauthRedirect',
    'http://localhost/OauthRedirect',
  ])('%s is allowed', (uri) => {
    expect(allowsRedirect(registered, uri)).toBe(true);
  });

  it.each([
    'https://app.example/callback/',
    'https://app.example/callback?x=1',
    'http://localhost:1717/Other',
    'https://localhost:1717/OauthRedirect',
    'http://localhost.evil.example:1717/OauthRedirect',
    'http://user@localhost:1717/OauthRedirect',
    'http://localhost:1717/OauthRedirect#x',
    'http://127.0.0.1:1717/OauthRedirect',
    'javascript:alert(1)',
    '',
  ])('%s is not', (uri) => {
    expect(allowsRedirect(registered, uri)).toBe(false);
  });
});

describe('PKCE', () => {
  it('takes the verifier whose SHA-256 the challenge is', () => {
    const verifier = 'dBjftJeZ4CVP-mB92K27uhbUJU1p1r_wW1gFWFOEjXk';
    const challenge = createHash('sha256').update(verifier).digest('base64url');
    expect(challenge).toBe('E9Melhoa2OwvFrEMTJguCHaoeK1t8URWbuGJSstw-cM');
    expect(isChallenge(challenge)).toBe(true);
    expect(fitsChallenge(verifier, challenge)).toBe(true);
    expect(fitsChallenge(`${verifier}x`, challenge)).toBe(false);
    expect(fitsChallenge(challenge, verifier)).toBe(false);
  });
});
