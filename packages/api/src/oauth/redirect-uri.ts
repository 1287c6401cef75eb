/**
 * Whether a client may be answered at this address. Addresses must be equal; a registered `http://localhost:*` address
 * (or one of 127.0.0.1) stands for every port, since native clients listen where there is room (RFC 8252,
 * section 7.3).
 */
export function allowsRedirect(registered: readonly string[], uri: string): boolean {
  return registered.some((pattern) => pattern === uri || matchesLoopback(pattern, uri));
}

function matchesLoopback(pattern: string, uri: string): boolean {
  const match = /^http:\/\/(localhost|127\.0\.0\.1):\*(\/.*)$/.exec(pattern);
  if (match === null || !URL.canParse(uri)) return false;
  const { protocol, hostname, pathname, search, hash, username } = new URL(uri);
  const isPlain = protocol === 'http:' && search === '' && hash === '' && username === '';
  return isPlain && hostname === match[1] && pathname === match[2];
}
