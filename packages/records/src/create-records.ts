import type { Principal } from '@muster/access';
import type { Clock, Id } from '@muster/kernel';
import type { Snapshot, StandardObject } from '@muster/metadata';
import {
  type Database,
  type FileStore,
  type IdAllocator,
  type JobContext,
  type Org,
  readOrgVersions,
} from '@muster/store';
import { type BulkBatches, createBulkBatches } from './bulk/bulk-batches.js';
import { type BulkJobs, createBulkJobs } from './bulk/bulk-jobs.js';
import { type BulkQueries, createBulkQueries } from './bulk/bulk-queries.js';
import { createExportLog, type ExportLog } from './bulk/export-log.js';
import { createLoadMappings, type LoadMappings } from './bulk/load-mappings.js';
import { type IngestParts, runIngest } from './bulk/run-ingest.js';
import { oneAtATime } from './deploy/one-at-a-time.js';
import { createOrgMetadata, type OrgMetadata } from './deploy/org-metadata.js';
import { type MetadataRequestParts, runMetadataRequest } from './deploy/run-metadata-request.js';
import type { Engine } from './engine.js';
import { mirrorSetup } from './install/mirror-setup.js';
import { systemPrincipal } from './install/system-principal.js';
import type { SaveRule } from './operation.js';
import type { Purpose } from './purpose.js';
import { createPlanCache } from './query/plan-cache.js';
import { emptyOldBin } from './recycle-bin.js';
import { createAccessCache } from './session/access-cache.js';
import { createSession, transact } from './session/create-session.js';
import { type Guard, proves } from './session/guard.js';
import type { Session } from './session/session.js';
import { runTransfer, type TransferParts } from './transfers/run-transfer.js';
import { createTransfers, type Transfers } from './transfers/transfers.js';

export interface RecordsOptions {
  readonly database: Database;
  readonly org: Org;
  readonly ids: IdAllocator;
  readonly files: FileStore;
  readonly clock: Clock;
  readonly rules: readonly SaveRule[];
  readonly standardObjects: readonly StandardObject[];
  /** Reads the org's metadata as it stands in the database. */
  readonly loadSnapshot: () => Promise<Snapshot>;
}

/** The records of one org: sessions, and the snapshot they work under. */
export interface Records {
  readonly org: Org;
  /** Those of the platform and its solutions, which metadata that is deployed is laid over. */
  readonly standardObjects: readonly StandardObject[];
  readonly metadata: OrgMetadata;
  /** With a guard, nothing is answered through the session unless that holds. */
  openSession(principal: Principal, purpose: Purpose, guard?: Guard): Session;
  /** Whether a guard holds, for answers that were made without reading anything. */
  proves(guard: Guard): Promise<boolean>;
  snapshot(): Snapshot;
  /** Loads of many records as CSV. */
  readonly bulk: BulkJobs;
  /** Queries whose answers are fetched as CSV. */
  readonly bulkQueries: BulkQueries;
  /** Who took which records out as files. */
  readonly exportLog: ExportLog;
  /** Mappings of columns to fields, kept by name. */
  readonly loadMappings: LoadMappings;
  /** Jobs of Bulk API 1.0. */
  readonly bulkBatches: BulkBatches;
  /** Records on their way from one owner to another. */
  readonly transfers: Transfers;
  /** Works on a transfer to its end, or goes on with it. */
  runTransfer(
    id: string,
    parts: Pick<TransferParts, 'findPrincipal' | 'log'>,
    context: JobContext,
  ): Promise<void>;
  /** Works on a bulk job to its end, or goes on with it. */
  runBulkJob(
    jobId: Id,
    parts: Pick<IngestParts, 'findPrincipal' | 'log'>,
    context: JobContext,
  ): Promise<void>;
  /** Works on a deploy or retrieve of the queue to its end. */
  runMetadataRequest(
    number: number,
    parts: Pick<MetadataRequestParts, 'findPrincipal' | 'log'>,
    context: JobContext,
  ): Promise<void>;
  /** Removes what has lain in the recycle bin for 15 days; gives the number of records. */
  emptyOldBin(): Promise<number>;
  /** Reads the snapshot again unless it has this version already; the org's newest when none is named. */
  refreshSnapshot(version?: number): Promise<Snapshot>;
}

/** Opens the records of an org that has been installed. */
export async function createRecords(options: RecordsOptions): Promise<Records> {
  let current = await options.loadSnapshot();
  let loading: Promise<Snapshot> | undefined;
  const refreshSnapshot = async (version?: number): Promise<Snapshot> => {
    const wanted = version ?? (await readOrgVersions(options.database, options.org)).metadata;
    if (current.version === wanted) return current;
    loading ??= options.loadSnapshot().finally(() => {
      loading = undefined;
    });
    current = await loading;
    return current;
  };
  const engine: Engine = {
    ...options,
    access: createAccessCache(options.org.schema),
    plans: createPlanCache(),
    snapshot: () => current,
    refreshSnapshot,
  };
  const bulk = createBulkJobs(options);
  const bulkQueries = createBulkQueries(options);
  const transfers = createTransfers(options);
  // A deploy that waited for others to do so with a connection each would leave none to those it waits for.
  const mirror = oneAtATime(() => mirrorSetup(options.database, records));
  const metadata = createOrgMetadata(options, mirror);
  const records: Records = {
    org: options.org,
    standardObjects: options.standardObjects,
    metadata,
    bulk,
    bulkQueries,
    exportLog: createExportLog(options),
    loadMappings: createLoadMappings(options),
    bulkBatches: createBulkBatches(options, bulk, bulkQueries),
    transfers,
    runTransfer: (id, parts, context) =>
      runTransfer(
        {
          ...parts,
          transfers,
          transact: (principal, purpose, work) => transact(engine, principal, purpose, work),
        },
        id,
        context,
      ),
    runBulkJob: (jobId, parts, context) =>
      runIngest(
        {
          ...parts,
          jobs: bulk,
          files: options.files,
          org: options.org,
          transact: (principal, purpose, work, watch) => transact(engine, principal, purpose, work, watch),
        },
        jobId,
        context,
      ),
    runMetadataRequest: (number, parts, context) =>
      runMetadataRequest(
        {
          ...options,
          ...parts,
          metadata,
          mirror,
          openSession: (principal) => createSession(engine, principal, { key: 'metadata' }),
        },
        number,
        context,
      ),
    emptyOldBin: () =>
      emptyOldBin(engine, createSession(engine, systemPrincipal(options.org), { key: 'clock' })),
    snapshot: () => current,
    refreshSnapshot,
    openSession: (principal, purpose, guard) => createSession(engine, principal, purpose, guard),
    proves: (guard) => proves(guard, options.database),
  };
  return records;
}
