/** The whole address of a page of the portal, which is another app on the same host. */
export function portalAddress(path: `/${string}`): string {
  return `${window.location.origin}/portal${path}`;
}
