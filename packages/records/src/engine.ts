import type { Clock } from '@muster/kernel';
import type { Snapshot } from '@muster/metadata';
import type { Database, FileStore, IdAllocator, Org } from '@muster/store';
import type { SaveRule } from './operation.js';
import type { PlanCache } from './query/plan-cache.js';
import type { AccessCache } from './session/access-cache.js';

/** What all sessions of one org in one process share. */
export interface Engine {
  readonly database: Database;
  readonly org: Org;
  readonly ids: IdAllocator;
  readonly files: FileStore;
  readonly clock: Clock;
  readonly rules: readonly SaveRule[];
  readonly access: AccessCache;
  readonly plans: PlanCache;
  /** The newest snapshot this process has read. */
  snapshot(): Snapshot;
  /** Reads the snapshot again when the org has moved past the version at hand. */
  refreshSnapshot(version: number): Promise<Snapshot>;
}
