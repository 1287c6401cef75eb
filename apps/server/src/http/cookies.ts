/** The value of a cookie in a Cookie header. */
export function readCookie(header: string | undefined, name: string): string | undefined {
  for (const pair of header?.split(';') ?? []) {
    const at = pair.indexOf('=');
    if (at > 0 && pair.slice(0, at).trim() === name) return pair.slice(at + 1).trim();
  }
  return undefined;
}

export interface CookieOptions {
  /** Whether the browser reached the server by https. */
  readonly isSecure: boolean;
  /** Seconds; 0 deletes the cookie. Without it the cookie goes with the browser. */
  readonly maxAge?: number;
}

/** A Set-Cookie header that no script can read and no other site's form can send. */
export function writeCookie(name: string, value: string, { isSecure, maxAge }: CookieOptions): string {
  const parts = [`${name}=${value}`, 'Path=/', 'HttpOnly', 'SameSite=Lax'];
  if (isSecure) parts.push('Secure');
  if (maxAge !== undefined) parts.push(`Max-Age=${maxAge}`);
  return parts.join('; ');
}
