import { describe, expect, it } from 'vitest';
import { browserToken, csrfToken, sessionCookie } from '../sign-in/browser-session.js';
import { readCookie, writeCookie } from './cookies.js';

describe('cookies', () => {
  it('are found by their whole name', () => {
    const header = 'xmuster_portal=1; muster_portal=a=b; other';
    expect(readCookie(header, 'muster_portal')).toBe('a=b');
    expect(readCookie(header, 'portal')).toBeUndefined();
    expect(readCookie(undefined, 'a')).toBeUndefined();
  });

  it('are hidden from scripts and other sites, and travel by TLS where there is TLS', () => {
    expect(writeCookie('a', 'b', { isSecure: true, maxAge: 0 })).toBe(
      'a=b; Path=/; HttpOnly; SameSite=Lax; Secure; Max-Age=0',
    );
    expect(sessionCookie('portal', 'token', false)).toBe(
      'muster_portal=token; Path=/; HttpOnly; SameSite=Lax',
    );
  });
});

describe('browserToken', () => {
  const cookie = 'muster_console=staff; muster_portal=candidate';

  it('is that of the app a request names, and only of that', () => {
    expect(browserToken({ cookie, 'x-muster-app': 'portal' })).toBe('candidate');
    expect(browserToken({ cookie: 'muster_console=staff', 'x-muster-app': 'portal' })).toBeUndefined();
  });

  it('is the console’s when no app is named', () => {
    expect(browserToken({ cookie })).toBe('staff');
    expect(browserToken({ cookie: 'muster_portal=candidate' })).toBe('candidate');
  });

  it('gives the token of writes, which does not give it back', () => {
    expect(csrfToken('a')).toBe(csrfToken('a'));
    expect(csrfToken('a')).not.toBe(csrfToken('b'));
    expect(csrfToken('a')).not.toContain('a!');
  });
});
