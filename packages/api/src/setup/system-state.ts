import type { BulkJobSummary } from '@muster/records';
import type { JobBacklog, QueuedJob, ScheduledTask } from '@muster/store';

/** How a server and its database are. Sizes in bytes, moments in milliseconds. */
export interface Health {
  readonly version: string;
  readonly nodeVersion: string;
  readonly startedAt: number;
  readonly memory: number;
  /** What `/readyz` says. */
  readonly isReady: boolean;
  readonly database: { readonly version: string; readonly size: number; readonly isEmbedded: boolean };
  /** Of the disk the data folder is on. */
  readonly disk: { readonly free: number; readonly total: number };
  readonly metadataVersion: number;
  /** The last position given, and the changes that wait for one since when. */
  readonly changeLog: {
    readonly position: number;
    readonly pending: number;
    readonly waitingSince: number | null;
  };
  readonly jobs: JobBacklog;
  /** Mails whose undo window has passed and that have not left, and those that failed. */
  readonly mail: { readonly due: number; readonly failed: number };
  /** When what had expired was deleted last. */
  readonly lastPurge: number | null;
}

/** How mail leaves: never a password. */
export interface MailSettings {
  /** `smtp`, kept for the demo's outbox page, or nowhere: no server is configured. */
  readonly transport: 'smtp' | 'kept' | 'none';
  readonly host: string | null;
  readonly port: number | null;
  readonly isEncrypted: boolean;
  readonly from: string;
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

/** What the API asks of the server about itself. */
export interface SystemState {
  health(): Promise<Health>;
  jobs(): Promise<readonly QueuedJob[]>;
  schedule(): Promise<readonly ScheduledTask[]>;
  bulkJobs(): Promise<readonly BulkJobSummary[]>;
  /** False when there is no such job that is not under way. */
  retryJob(id: string): Promise<boolean>;
  mailSettings(): MailSettings;
  /** The newest mails. */
  outbox(): Promise<readonly OutboxEntry[]>;
  /** Puts a mail that says that mail works in the outbox. */
  sendTestMail(to: string, language: string): Promise<void>;
  /** Lets a mail that failed try again; false when there is none. */
  retryMail(id: string): Promise<boolean>;
}
