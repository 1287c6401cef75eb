import { type Random, secureRandom } from '@muster/kernel';
import type { Solution } from '@muster/records';
import type { FileStore } from '@muster/store';
import { clockJob } from './application/clock-job.js';
import { recruitingOperations } from './operations.js';
import type { MailTransport } from './outbox/mail-transport.js';
import { outboxJob } from './outbox/outbox-job.js';
import { saveRules } from './save-rules.js';
import { loadTemplates } from './templates/load-templates.js';

/** What recruiting needs of the house it runs in. */
export interface RecruitingParts {
  /** Carries messages to candidates out once their undo window has passed. */
  readonly transport: MailTransport;
  /** Keeps the documents candidates send. */
  readonly files: FileStore;
  /** Source of receipt numbers. */
  readonly random?: Random;
}

/** The recruiting solution: its objects, rights, operations and jobs. */
export function createRecruiting({ transport, files, random = secureRandom }: RecruitingParts): Solution {
  return {
    name: 'recruiting',
    version: '0.1.0',
    standardObjects: new URL('../standard-objects/', import.meta.url),
    metadata: new URL('../metadata/', import.meta.url),
    operations: recruitingOperations(files, random),
    jobs: [clockJob, outboxJob(transport)],
    saveRules,
    seed: loadTemplates,
  };
}
