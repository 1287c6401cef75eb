import type { Send } from './sender.js';

const BASE = '/services/data/v67.0';

/** Records of one object a user owns. */
export interface OwnedRecords {
  readonly object: string;
  readonly label: string;
  readonly count: number;
}

/** How far a transfer is with one object. */
export interface TransferProgress {
  readonly object: string;
  readonly total: number;
  readonly done: number;
  readonly failed: number;
  /** What refused the first of those that failed. */
  readonly errors: readonly { readonly id: string; readonly message: string }[];
}

/** Records on their way from one owner to another. */
export interface Transfer {
  readonly id: string;
  readonly fromUserId: string;
  readonly toUserId: string;
  readonly requestedBy: string;
  readonly state: 'Queued' | 'InProgress' | 'Completed' | 'Failed';
  readonly errorMessage: string | null;
  readonly createdDate: string;
  readonly modifiedDate: string;
  readonly objects: readonly TransferProgress[];
}

export interface TransferInput {
  readonly fromUserId: string;
  readonly toUserId: string;
  readonly objects: readonly string[];
}

/** How a server and its database are. Sizes in bytes. */
export interface Health {
  readonly version: string;
  readonly nodeVersion: string;
  readonly startedDate: string;
  readonly memory: number;
  readonly isReady: boolean;
  readonly database: { readonly version: string; readonly size: number; readonly isEmbedded: boolean };
  readonly disk: { readonly free: number; readonly total: number };
  readonly metadataVersion: number;
  readonly changeLog: {
    readonly position: number;
    readonly pending: number;
    readonly waitingSince: string | null;
  };
  readonly jobs: { readonly due: number; readonly running: number; readonly failed: number };
  readonly mail: { readonly due: number; readonly failed: number };
  readonly lastPurgeDate: string | null;
}

/** A job of the queue. */
export interface QueuedJob {
  readonly id: string;
  readonly jobType: string;
  readonly status: 'Queued' | 'Processing' | 'Holding' | 'Failed';
  readonly attempts: number;
  readonly maxAttempts: number;
  /** Why the last attempt failed. */
  readonly extendedStatus: string | null;
  readonly createdDate: string;
  readonly nextRunDate: string;
}

export interface ScheduledJob {
  readonly jobType: string;
  /** As in crontab, in UTC. */
  readonly schedule: string;
  readonly previousFireTime: string | null;
  readonly nextFireTime: string | null;
}

export interface BulkLoad {
  readonly id: string;
  readonly createdById: string;
  readonly object: string;
  readonly operation: string;
  readonly state: string;
  readonly numberRecordsProcessed: number;
  readonly numberRecordsFailed: number;
  readonly errorMessage: string | null;
  readonly createdDate: string;
  readonly systemModstamp: string;
}

export interface OutboxEntry {
  readonly id: string;
  readonly to: string;
  readonly subject: string;
  readonly state: 'Queued' | 'Sent' | 'Failed';
  readonly failure: string | null;
  readonly createdAt: string;
  readonly sendAfter: string | null;
}

export interface MailView {
  readonly settings: {
    readonly transport: 'smtp' | 'kept' | 'none';
    readonly host: string | null;
    readonly port: number | null;
    readonly isEncrypted: boolean;
    readonly from: string;
  };
  readonly outbox: readonly OutboxEntry[];
}

/** What Setup does that no call on records covers. */
export function setupClient(send: Send) {
  const user = (id: string) => `${BASE}/setup/users/${encodeURIComponent(id)}`;
  const transfer = (id: string) => `${BASE}/setup/transfers/${encodeURIComponent(id)}`;
  return {
    /** Mails a link by which a user chooses a password. */
    sendPasswordLink: (userId: string, reason: 'invitation' | 'reset'): Promise<void> =>
      send({
        method: 'POST',
        path: `${BASE}/sobjects/User/${encodeURIComponent(userId)}/passwordLink`,
        body: { reason },
      }),
    /** What a user owns, by object. */
    owned: (userId: string): Promise<readonly OwnedRecords[]> =>
      send<{ objects: readonly OwnedRecords[] }>({ method: 'GET', path: `${user(userId)}/owned` }).then(
        (answer) => answer.objects,
      ),
    /** Transfers away from a user, newest first. */
    transfers: (fromUserId: string): Promise<readonly Transfer[]> =>
      send<{ transfers: readonly Transfer[] }>({
        method: 'GET',
        path: `${user(fromUserId)}/transfers`,
      }).then((answer) => answer.transfers),
    transfer: ({ fromUserId, ...body }: TransferInput): Promise<Transfer> =>
      send({ method: 'POST', path: `${user(fromUserId)}/transfers`, body }),
    /** Takes a transfer that failed up again where it stopped. */
    resumeTransfer: (id: string): Promise<Transfer> =>
      send({ method: 'POST', path: `${transfer(id)}/resume`, body: {} }),
    /** How the server and its database are. */
    health: (): Promise<Health> => send({ method: 'GET', path: `${BASE}/setup/health` }),
    /** The jobs of the queue, those that failed for good first. */
    jobs: (): Promise<readonly QueuedJob[]> =>
      send<{ jobs: readonly QueuedJob[] }>({ method: 'GET', path: `${BASE}/setup/jobs` }).then(
        (answer) => answer.jobs,
      ),
    /** Lets a job run again now, with all its attempts. */
    retryJob: (id: string): Promise<void> =>
      send({ method: 'POST', path: `${BASE}/setup/jobs/${encodeURIComponent(id)}/retry`, body: {} }),
    /** The clock jobs. */
    schedule: (): Promise<readonly ScheduledJob[]> =>
      send<{ tasks: readonly ScheduledJob[] }>({ method: 'GET', path: `${BASE}/setup/schedule` }).then(
        (answer) => answer.tasks,
      ),
    /** The newest loads of many records, whoever asked for them. */
    bulkLoads: (): Promise<readonly BulkLoad[]> =>
      send<{ jobs: readonly BulkLoad[] }>({ method: 'GET', path: `${BASE}/setup/bulkjobs` }).then(
        (answer) => answer.jobs,
      ),
    /** How mail leaves, and the newest mails. */
    mail: (): Promise<MailView> => send({ method: 'GET', path: `${BASE}/setup/mail` }),
    sendTestMail: (to: string): Promise<void> =>
      send({ method: 'POST', path: `${BASE}/setup/mail/test`, body: { to } }),
    retryMail: (id: string): Promise<void> =>
      send({ method: 'POST', path: `${BASE}/setup/mail/${encodeURIComponent(id)}/retry`, body: {} }),
  };
}
