import type { Id } from '@muster/kernel';

/** What was found wrong, or worth knowing, about one component. */
export interface ComponentProblem {
  readonly severity: 'error' | 'warning';
  /** Line and column count from 1. */
  readonly line?: number;
  readonly column?: number;
  readonly message: string;
}

export type ComponentStatus = 'created' | 'changed' | 'unchanged' | 'deleted' | 'skipped' | 'failed';

/** What a deploy did with one component, or would have done had all others been good. */
export interface ComponentResult {
  readonly type: string;
  readonly fullName: string;
  /** The file it came in, or where the org keeps it. */
  readonly file: string;
  readonly status: ComponentStatus;
  /** Why it was skipped, or how far the org acts on it. */
  readonly note?: string;
  /** Of an upgrade: what the org had changed and keeps. */
  readonly kept?: readonly string[];
  readonly problems: readonly ComponentProblem[];
}

/** The outcome of a deploy: everything was done, or nothing. */
export interface DeployOutcome {
  readonly succeeded: boolean;
  /** Whether it was only to be checked: then nothing was done either way. */
  readonly checkOnly: boolean;
  readonly components: readonly ComponentResult[];
  /** The org's new metadata version; undefined when nothing changed. */
  readonly version?: number;
  /** Indexes that are still missing, so that some queries are slow. */
  readonly unfinishedIndexes: readonly string[];
}

/** An outcome as an entry of the org's history. */
export interface DeployResult extends DeployOutcome {
  readonly id: Id;
}
