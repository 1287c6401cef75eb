import type { Solution } from '@muster/records';

/** A permission set for people who look after accounts, and one that gives nothing. */
export const userDesk: Solution = {
  name: 'desk',
  version: '1.0.0',
  metadata: new URL('../db/users/desk/metadata/', import.meta.url),
  operations: [],
  jobs: [],
  saveRules: [],
};
