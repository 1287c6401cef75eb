import { join } from 'node:path';
import { createApi } from '@muster/api';
import {
  BULK_TASK,
  keepSearchIndex,
  METADATA_TASK,
  type Records,
  type Solution,
  systemPrincipal,
  TRANSFER_TASK,
} from '@muster/records';
import { recordFirstContact } from '@muster/recruiting';
import {
  purgeExpired,
  type RecurringTask,
  runJobs,
  runSequencer,
  type Task,
  trimChangeLog,
} from '@muster/store';
import type { FastifyInstance } from 'fastify';
import type { Logger } from 'pino';
import { countApiUsage } from './api-usage.js';
import { type Config, PROJECT_FOLDER } from './config.js';
import { createHttpServer } from './http/create-http-server.js';
import { createMetrics } from './http/metrics.js';
import { loadStaticApp } from './http/static-app.js';
import { listMails } from './mail-outbox.js';
import type { Instance } from './open-instance.js';
import type { DemoPeople } from './pages/demo-people.js';
import { createDemoSite } from './pages/demo-site.js';
import { jobPostingHead } from './pages/job-posting-head.js';
import { loadPageAssets } from './pages/load-page-assets.js';
import { createSystemState, PURGE_TASK } from './setup/create-system-state.js';
import { createAuthority } from './sign-in/create-authority.js';
import { createPasswordLinks } from './sign-in/password-links.js';
import { createPasswords } from './sign-in/passwords.js';
import { guestPrincipal, signInSession } from './sign-in/principals.js';
import { createRegistrations } from './sign-in/registration.js';
import { createSite } from './site.js';

export interface ComposeOptions {
  readonly config: Config;
  readonly instance: Instance;
  /** Tells this process from others at its address. */
  readonly instanceName: string;
  readonly log: Logger;
  /** The people of the demo; undefined when there is none. */
  readonly demoPeople: DemoPeople | undefined;
  /** Where the server is reached; known once it listens. */
  readonly url: () => string;
}

/** The server put together, not listening yet. */
export interface Composition {
  readonly app: FastifyInstance;
  /** From now on `/readyz` says no, and answers end their connections; requests are answered as before. */
  announceStop(): void;
  /** Answers what is under way, then ends what runs beside requests: jobs, the sequencer, counting. */
  close(): Promise<void>;
}

/** The composition root: every part is made here and given what it needs. */
export async function compose(options: ComposeOptions): Promise<Composition> {
  const { config, instance, instanceName, log, demoPeople, url } = options;
  const { store, org, solutions, records, signIn, signInParts } = instance;
  const { clock } = signInParts;
  const { database } = store;

  const passwordFlows = demoPeople !== undefined || config.admin !== undefined;
  const usage = await countApiUsage(database, org, clock, log);
  const guest = guestPrincipal(org.id);
  let isStopping = false;
  const isReady = async () => !isStopping && (await answers(database));
  const passwordLinks = createPasswordLinks(signInParts, signIn, {
    consoleUrl: () => `${config.publicUrl ?? url()}/console`,
  });
  const api = createApi({
    openSession: async (principal, purpose, guard) => records.openSession(principal, purpose, guard),
    guest: async () => guest,
    authority: createAuthority(signIn, signInParts, passwordFlows),
    operations: new Map(solutions.map((solution) => [solution.name, solution.operations])),
    files: store.files,
    bulk: records.bulk,
    bulkQueries: records.bulkQueries,
    exportLog: records.exportLog,
    loadMappings: records.loadMappings,
    bulkBatches: records.bulkBatches,
    metadata: records.metadata,
    transfers: records.transfers,
    system: createSystemState({ config, instance, recurring: recurringTasks(solutions), isReady }),
    passwords: createPasswords(signInParts, signIn, passwordLinks),
    usage,
    clock,
    log,
  });
  const registrations = createRegistrations(signInParts, signIn, {
    portalUrl: () => `${config.publicUrl ?? url()}/portal`,
    keepFirstContact: (session, contactId, source) =>
      recordFirstContact(session, contactId, {
        kind: source === undefined ? 'direct' : 'campaign',
        source,
        at: clock.now(),
      }),
  });

  const mayBeFramed = demoPeople !== undefined;
  const built = (app: string) =>
    loadStaticApp({ folder: join(PROJECT_FOLDER, 'apps', app, 'dist'), mayBeFramed });
  const [portal, console_, assets] = await Promise.all([built('portal'), built('console'), loadPageAssets()]);
  const metrics = createMetrics();
  const work = startWork(options);
  const handle = createSite({
    api,
    instanceName,
    signIn,
    auth: {
      signIn,
      registrations,
      passwordLinks,
      records,
      log,
      demoUsernames: demoPeople && (async () => (await demoPeople()).map((person) => person.username)),
    },
    portal,
    console: console_,
    assets,
    demo:
      demoPeople &&
      createDemoSite({
        signIn,
        people: demoPeople,
        mails: () => listMails(signInSession(records)),
        dataDir: config.dataDir,
      }),
    metrics,
    metricsToken: config.metricsToken,
    isReady,
    portalHead: (segments) => jobPostingHead(records, solutions, segments),
    log,
  });
  const app = await createHttpServer({
    signIn,
    handle,
    metrics,
    log,
    trustProxy: config.trustProxy,
    publicUrl: config.publicUrl,
    isStopping: () => isStopping,
  });
  const announceStop = () => {
    isStopping = true;
  };
  return {
    app,
    announceStop,
    async close() {
      announceStop();
      await app.close();
      await work.stop();
      await usage.close();
    },
  };
}

async function answers(database: Instance['store']['database']): Promise<boolean> {
  return database.rows({ text: 'select 1', values: [] }).then(
    () => true,
    () => false,
  );
}

/** Jobs of the solutions and of the platform, and the sequencer of the change log. */
function startWork({ instance, log }: ComposeOptions): { stop(): Promise<void> } {
  const { store, org, solutions, records } = instance;
  const { database } = store;
  const jobs = solutions.flatMap((solution) => solution.jobs);
  const tasks: Record<string, Task> = {
    ...Object.fromEntries(jobs.map((job) => [job.task, (payload) => runJob(records, job, payload)] as const)),
    'platform.trim-change-log': async () => {
      await trimChangeLog(database, org, instance.signInParts.clock.now());
    },
    [BULK_TASK]: (payload, context) =>
      records.runBulkJob(
        String(payload.jobId),
        { findPrincipal: instance.signIn.findPrincipal, log },
        context,
      ),
    [TRANSFER_TASK]: (payload, context) =>
      records.runTransfer(
        String(payload.transferId),
        { findPrincipal: instance.signIn.findPrincipal, log },
        context,
      ),
    [METADATA_TASK]: (payload, context) =>
      records.runMetadataRequest(
        Number(payload.number),
        { findPrincipal: instance.signIn.findPrincipal, log },
        context,
      ),
    [PURGE_TASK]: async () => {
      await instance.signIn.history.purge();
      const purged = await purgeExpired(database, org, instance.signInParts.clock.now());
      const emptied = await records.emptyOldBin();
      log.info({ purged: Object.fromEntries(purged), emptied }, 'Deleted what had expired');
    },
  };
  const runner = runJobs({ database, tasks, recurring: recurringTasks(solutions), log });
  const sequencer = runSequencer({ database, log });
  const searchIndex = keepSearchIndex({ database, org, records }, log);
  return {
    async stop() {
      await runner.stop();
      await searchIndex.stop();
      await sequencer.close();
    },
  };
}

/** The clock jobs of the solutions and of the platform. */
function recurringTasks(solutions: readonly Solution[]): readonly RecurringTask[] {
  const jobs = solutions.flatMap((solution) => solution.jobs);
  return [
    ...jobs.flatMap(({ task, every }) => (every === undefined ? [] : [{ task, schedule: every }])),
    { task: 'platform.trim-change-log', schedule: '17 3 * * *' },
    { task: PURGE_TASK, schedule: '37 3 * * *' },
  ];
}

async function runJob(
  records: Records,
  job: Solution['jobs'][number],
  payload: Readonly<Record<string, unknown>>,
): Promise<void> {
  await records.refreshSnapshot();
  const session = records.openSession(systemPrincipal(records.org), { key: 'clock' });
  await job.run(session, payload);
}
