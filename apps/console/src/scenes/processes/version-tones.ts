import type { ProcessSummary } from '@muster/client';
import type { BadgeTone } from '@muster/ui';

/** How the state of a version looks. */
export const versionTones: Readonly<Record<ProcessSummary['versions'][number]['status'], BadgeTone>> = {
  Draft: 'warning',
  Published: 'success',
  Retired: 'neutral',
};
