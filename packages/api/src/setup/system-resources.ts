import { MusterError } from '@muster/kernel';
import { isEmailAddress } from '@muster/metadata';
import type { BulkJobSummary, Session, UserPermission } from '@muster/records';
import type { QueuedJob, ScheduledTask } from '@muster/store';
import { z } from 'zod';
import { readShape } from '../read-body.js';
import { type Call, notFound, type Resource } from '../resource.js';
import { json, noContent } from '../responses.js';
import type { SystemState } from './system-state.js';

const testMail = z.object({ to: z.string().max(254) });

/**
 * How the system is: resources of our own below `setup`. Looking needs `ViewSetup`; mail, which names people, and every
 * change need `CustomizeApplication`.
 */
export function systemResources(system: SystemState): readonly Resource[] {
  const looks = (answer: (call: Call) => Promise<unknown>) => async (call: Call) => {
    requirePermission(call.session, 'ViewSetup');
    return json(await answer(call));
  };
  const changes = (work: (call: Call) => Promise<void>) => async (call: Call) => {
    requirePermission(call.session, 'CustomizeApplication');
    await work(call);
    return noContent();
  };
  return [
    { path: 'setup/health', methods: { GET: looks(presentHealth(system)) } },
    {
      path: 'setup/jobs',
      methods: { GET: looks(async () => ({ jobs: (await system.jobs()).map(presentJob) })) },
    },
    {
      path: 'setup/jobs/:id/retry',
      methods: { POST: changes(async ({ params }) => requireDone(await system.retryJob(params.id ?? ''))) },
    },
    {
      path: 'setup/schedule',
      methods: { GET: looks(async () => ({ tasks: (await system.schedule()).map(presentTask) })) },
    },
    {
      path: 'setup/bulkjobs',
      methods: { GET: looks(async () => ({ jobs: (await system.bulkJobs()).map(presentBulkJob) })) },
    },
    {
      path: 'setup/mail',
      methods: {
        GET: async ({ session }) => {
          requirePermission(session, 'CustomizeApplication');
          return json({ settings: system.mailSettings(), outbox: await system.outbox() });
        },
      },
    },
    {
      path: 'setup/mail/test',
      methods: {
        POST: changes(async ({ request, session }) => {
          const { to } = readShape(request, testMail);
          if (!isEmailAddress(to)) {
            const message = `Email: invalid email address: ${to}`;
            throw new MusterError('INVALID_EMAIL_ADDRESS', message, { fields: ['to'] });
          }
          await system.sendTestMail(to, session.principal.language);
        }),
      },
    },
    {
      path: 'setup/mail/:id/retry',
      methods: { POST: changes(async ({ params }) => requireDone(await system.retryMail(params.id ?? ''))) },
    },
  ];
}

function requirePermission(session: Session, permission: UserPermission): void {
  if (session.has(permission)) return;
  throw new MusterError('INSUFFICIENT_ACCESS_OR_READONLY', `This needs the user permission ${permission}`);
}

function requireDone(isDone: boolean): void {
  if (!isDone) throw notFound();
}

const iso = (at: number | null | undefined) =>
  at === null || at === undefined ? null : new Date(at).toISOString();

function presentHealth(system: SystemState) {
  return async () => {
    const { startedAt, lastPurge, changeLog, ...rest } = await system.health();
    const { waitingSince, ...log } = changeLog;
    return {
      ...rest,
      startedDate: iso(startedAt),
      lastPurgeDate: iso(lastPurge),
      changeLog: { ...log, waitingSince: iso(waitingSince) },
    };
  };
}

/** States in the words of AsyncApexJob, as far as it has them. */
const STATUS = { waiting: 'Queued', running: 'Processing', retrying: 'Holding', failed: 'Failed' } as const;

function presentJob({ id, task, state, attempts, maxAttempts, lastError, createdAt, runAt }: QueuedJob) {
  return {
    id,
    jobType: task,
    status: STATUS[state],
    attempts,
    maxAttempts,
    extendedStatus: lastError ?? null,
    createdDate: iso(createdAt),
    nextRunDate: iso(runAt),
  };
}

function presentTask({ task, schedule, lastRun, nextRun }: ScheduledTask) {
  return { jobType: task, schedule, previousFireTime: iso(lastRun), nextFireTime: iso(nextRun) };
}

function presentBulkJob({ id, userId, object, operation, state, processed, failed, ...job }: BulkJobSummary) {
  return {
    id,
    createdById: userId,
    object,
    operation,
    state,
    numberRecordsProcessed: processed,
    numberRecordsFailed: failed,
    errorMessage: job.errorMessage ?? null,
    createdDate: iso(job.createdAt),
    systemModstamp: iso(job.modifiedAt),
  };
}
