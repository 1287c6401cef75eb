import { statfs } from 'node:fs/promises';
import type { Health, SystemState } from '@muster/api';
import { recentBulkJobs } from '@muster/records';
import { soql } from '@muster/soql';
import { quoteIdent } from '@muster/sql';
import { listJobs, type RecurringTask, readJobBacklog, readSchedule, retryJob } from '@muster/store';
import type { Config } from '../config.js';
import { queueMail, readOutbox, retryMail } from '../mail-outbox.js';
import type { Instance } from '../open-instance.js';
import { mailTexts } from '../sign-in/mails.js';
import { signInSession } from '../sign-in/principals.js';
import { readMailSettings } from './mail-settings.js';
import { VERSION } from './version.js';

/** The nightly job that deletes what has expired. */
export const PURGE_TASK = 'platform.purge-expired';

export interface SystemStateOptions {
  readonly config: Config;
  readonly instance: Instance;
  /** The clock jobs of this server. */
  readonly recurring: readonly RecurringTask[];
  readonly isReady: () => Promise<boolean>;
}

/** How this server and its database are, asked anew each time. */
export function createSystemState({ config, instance, recurring, isReady }: SystemStateOptions): SystemState {
  const { store, org, records, signInParts } = instance;
  const { database } = store;
  const { clock } = signInParts;
  const startedAt = clock.now();
  const schema = quoteIdent(org.schema);
  const schedule = () => readSchedule(database, recurring, clock.now());

  const readDatabase = async () => {
    const [row] = await database.rows({
      text: `select current_setting('server_version'), pg_database_size(current_database()), v.metadata_version,
          h.position, p.pending, extract(epoch from p.since) * 1000
        from ${schema}._org_version v, ${schema}._change_head h,
          (select count(*) as pending, min(changed_at) as since from ${schema}._change_pending) p`,
      values: [],
    });
    const [version, size, metadataVersion, position, pending, since] = row ?? [];
    return {
      database: {
        version: version ?? '',
        size: Number(size),
        isEmbedded: store.embedded !== undefined,
      },
      metadataVersion: Number(metadataVersion),
      changeLog: {
        position: Number(position),
        pending: Number(pending),
        waitingSince: since === null || since === undefined ? null : Math.round(Number(since)),
      },
    };
  };

  const countMail = async (condition: string): Promise<number> => {
    const [row] = await signInSession(records).rows<{ total: number }>(
      `SELECT COUNT(Id) total FROM EmailMessage WHERE ${condition}`,
    );
    return Number(row?.total ?? 0);
  };

  return {
    async health(): Promise<Health> {
      const disk = await statfs(config.dataDir);
      const purge = (await schedule()).find(({ task }) => task === PURGE_TASK);
      const due = soql`Delivery__c = 'Queued' AND Send_After__c <= ${{ dateTime: clock.now() }}`;
      return {
        version: VERSION,
        nodeVersion: process.versions.node,
        startedAt,
        memory: process.memoryUsage.rss(),
        isReady: await isReady(),
        ...(await readDatabase()),
        disk: { free: disk.bavail * disk.bsize, total: disk.blocks * disk.bsize },
        jobs: await readJobBacklog(database),
        mail: { due: await countMail(due), failed: await countMail("Delivery__c = 'Failed'") },
        lastPurge: purge?.lastRun ?? null,
      };
    },
    jobs: () => listJobs(database),
    schedule,
    bulkJobs: () => recentBulkJobs(database, org),
    retryJob: (id) => retryJob(database, id),
    mailSettings: () => readMailSettings(config),
    outbox: () => readOutbox(signInSession(records)),
    sendTestMail: (to, language) =>
      signInSession(records).transaction((session) =>
        queueMail(session, { to, ...mailTexts(language).test(org.name) }),
      ),
    retryMail: (id) => signInSession(records).transaction((session) => retryMail(session, id)),
  };
}
