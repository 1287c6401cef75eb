import type { Solution } from '@muster/records';
import { completeCase } from './cases/complete-case.js';
import { reopenCase } from './cases/reopen-case.js';
import { seedSupport } from './cases/support-queue.js';
import { caseQueue } from './operations/case-queue.js';
import { fileCase } from './operations/file-case.js';
import { myCase, myCaseComment, myCases, topics } from './operations/own-cases.js';
import { answerCase, assignCase, supportCase } from './operations/work-case.js';

/** Support for members in the field: they file cases from the portal, support answers them in one thread. */
export const field: Solution = {
  name: 'field',
  version: '0.1.0',
  metadata: new URL('../metadata/', import.meta.url),
  operations: [
    topics,
    fileCase,
    myCases,
    myCase,
    myCaseComment,
    caseQueue,
    supportCase,
    answerCase,
    assignCase,
  ],
  jobs: [],
  saveRules: [completeCase, reopenCase],
  seed: seedSupport,
};
