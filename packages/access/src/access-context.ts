import type { Snapshot } from '@muster/metadata';
import type { Principal } from './principal.js';
import type { Rights } from './rights.js';

export interface AccessContext {
  readonly snapshot: Snapshot;
  readonly principal: Principal;
  readonly rights: Rights;
  /** Schema of the org's tables. */
  readonly schema: string;
}
