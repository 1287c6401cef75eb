import type { Option } from '@muster/ui';

/** The time zones a browser knows, and the one somebody has. */
export function timeZones(own: string): readonly Option[] {
  const zones = new Set(['UTC', ...Intl.supportedValuesOf('timeZone'), own]);
  return [...zones].sort().map((zone) => ({ value: zone, label: zone.replaceAll('_', ' ') }));
}
