import { systemPrincipal } from '@muster/records';
import type { TestServer } from './test-server.js';

/** Runs the recurring work of every solution now, without waiting for its minute. */
export async function runJobs({ instance: { records, solutions } }: TestServer): Promise<void> {
  const session = records.openSession(systemPrincipal(records.org), { key: 'clock' });
  for (const job of solutions.flatMap((solution) => solution.jobs)) {
    if (job.every !== undefined) await job.run(session, {});
  }
}
