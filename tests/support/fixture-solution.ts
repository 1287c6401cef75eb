import { defineOperation, type Solution } from '@muster/records';
import { z } from 'zod';

/**
 * A solution with an object that has an external id which is not unique, as jsforce's own test package has it, a profile
 * without the API, a permission set that grants it, and an operation for that profile.
 */
export const fixtureSolution: Solution = {
  name: 'fixture',
  version: '1.0.0',
  metadata: new URL('./fixture-solution/metadata/', import.meta.url),
  operations: [
    defineOperation({
      name: 'greeting',
      method: 'GET',
      purpose: 'test',
      permission: 'Greet',
      input: z.object({}),
      run: async (session) => ({ hello: session.principal.username }),
    }),
  ],
  jobs: [],
  saveRules: [],
};
