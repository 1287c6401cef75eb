/** The versions of Salesforce's platform API: one a season since Winter '11. */
const OLDEST = 20;
const NEWEST = 67;
const SEASONS = ['Winter', 'Spring', 'Summer'] as const;

export interface ApiVersion {
  readonly label: string;
  readonly url: string;
  readonly version: string;
}

/** Every version that is advertised, oldest first. */
export function apiVersions(): readonly ApiVersion[] {
  return Array.from({ length: NEWEST - OLDEST + 1 }, (_, i) => {
    const version = `${OLDEST + i}.0`;
    const label = `${SEASONS[i % 3]} '${11 + Math.floor(i / 3)}`;
    return { label, url: `/services/data/v${version}`, version };
  });
}

/**
 * The number in `v60.0` or `60.0`, or undefined. Versions newer than the newest are served as the newest: clients
 * carry their own default, which may run ahead.
 */
export function readVersion(text: string): number | undefined {
  const match = /^v?(\d{2,3})\.0$/i.exec(text);
  const version = Number(match?.[1]);
  return version >= OLDEST ? version : undefined;
}
