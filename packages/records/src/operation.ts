import type { Session } from './session/session.js';

/**
 * A domain operation of a solution: what custom REST is in Salesforce. The API serves it at
 * `/services/apexrest/<solution>/<name>`, GET with query parameters or POST with a JSON body.
 */
export interface Operation<Input = unknown, Output = unknown> {
  readonly name: string;
  readonly method: 'GET' | 'POST';
  /** The purpose its reads and writes are done for. */
  readonly purpose: string;
  /** Custom permission the caller must have. */
  readonly permission: string;
  /** Checks what the client sent. @throws MusterError naming the member that is wrong. */
  parse(input: unknown): Input;
  run(session: Session, input: Input): Promise<Output>;
}

/** Work of a solution that runs by the clock or after a commit, with all rights. */
export interface SolutionJob {
  readonly task: string;
  /** Crontab line for recurring work; absent for jobs that are only asked for. */
  readonly every?: string;
  run(session: Session, payload: Readonly<Record<string, unknown>>): Promise<void>;
}

/** Checks or completes records of one object inside every save, whatever entrance they came by. */
export interface SaveRule {
  readonly object: string;
  /** `before`: may change values and refuse records. `after`: rows are written, ids are known. */
  readonly when: 'before' | 'after';
  readonly on: readonly ('insert' | 'update' | 'delete' | 'undelete')[];
  run(batch: readonly RuleRecord[], session: Session): Promise<void>;
}

export interface RuleRecord {
  readonly id: string | undefined;
  /** Values about to be saved; a `before` rule may set entries. */
  readonly values: Map<string, string | null>;
  /** The stored row before this save, by lower-case field name; undefined on insert. */
  readonly previous: ReadonlyMap<string, string | null> | undefined;
  refuse(error: import('@muster/kernel').MusterError): void;
}

/** A part of the product built on the platform: its objects, metadata and operations. */
export interface Solution {
  readonly name: string;
  readonly version: string;
  /** Folders on disk: `standard-objects/`, if it declares any, and `metadata/` in source format. */
  readonly standardObjects?: URL;
  readonly metadata: URL;
  readonly operations: readonly Operation[];
  readonly jobs: readonly SolutionJob[];
  readonly saveRules: readonly SaveRule[];
  /** Brings the records the solution cannot work without up to date after an installation; runs again harmlessly. */
  seed?(session: Session): Promise<void>;
}
