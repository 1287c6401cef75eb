import type { Solution } from '@muster/records';

/** A solution with an object that has an external id which is not unique, as jsforce's own test package has it. */
export const fixtureSolution: Solution = {
  name: 'fixture',
  version: '1.0.0',
  metadata: new URL('./fixture-solution/metadata/', import.meta.url),
  operations: [],
  jobs: [],
  saveRules: [],
};
