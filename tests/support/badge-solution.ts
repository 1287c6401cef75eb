import type { Solution } from '@muster/records';

/** Objects that have a field of every kind the other solutions do without. */
export const badgeSolution: Solution = {
  name: 'badge',
  version: '1.0.0',
  metadata: new URL('./badge-solution/metadata/', import.meta.url),
  operations: [],
  jobs: [],
  saveRules: [],
};
