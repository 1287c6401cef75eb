import type { ObjectDef, Snapshot } from '../model.js';

/** What the reader of a describe may do with an object and its fields. */
export interface DescribeRights {
  readonly read: boolean;
  readonly create: boolean;
  readonly edit: boolean;
  readonly delete: boolean;
  field(name: string): { readonly read: boolean; readonly edit: boolean };
  /** Whether a record type, by its developer name, may be given to records, and whether new ones have it. */
  recordType(name: string): { readonly available: boolean; readonly isDefault: boolean };
}

/** For whom, in which language and under which address an object is described. */
export interface DescribeContext {
  readonly snapshot: Snapshot;
  readonly rights: (object: ObjectDef) => DescribeRights;
  /** `en_US`, `es`. */
  readonly language: string;
  /** `/services/data/v67.0`, without a slash at the end. */
  readonly basePath: string;
}
