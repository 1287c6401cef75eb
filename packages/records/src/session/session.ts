import type { Principal } from '@muster/access';
import type { Id, MusterError } from '@muster/kernel';
import type { ObjectDef, Snapshot } from '@muster/metadata';
import type { JobRequest } from '@muster/store';
import type { Purpose } from '../purpose.js';
import type { SystemReason } from '../system-reason.js';

/** Field values by API name; names compare without case. Lookups may be given as `{ Account: { Ext__c: 'x' } }`. */
export type FieldValues = Readonly<Record<string, unknown>>;

export interface RecordInput {
  readonly id?: Id;
  readonly values: FieldValues;
  /** Names this create: a repeat with the same key by the same user answers with the first record's id. */
  readonly clientKey?: string;
  /** The `_version` the caller read; another one makes the update fail with PRECONDITION_FAILED. */
  readonly ifVersion?: number;
}

export interface SaveOptions {
  /** True: one failure undoes all of the batch. False: the good records are saved. Default true. */
  readonly allOrNone?: boolean;
  /**
   * Asked of every record, locked, before it is changed or deleted, and by upsert, with undefined, before one is made:
   * false makes that record fail with PRECONDITION_FAILED.
   */
  readonly onlyIf?: (stored: StoredVersion | undefined) => boolean;
}

/** Which state of a record it is. */
export interface StoredVersion {
  /** Every save raises it. */
  readonly version: number;
  /** Milliseconds since 1970, in whole seconds: `SystemModstamp`. */
  readonly modifiedAt: number;
}

export interface RetrievedRecord extends StoredVersion {
  /** The record as JSON text. */
  readonly json: string;
}

export interface SaveResult {
  readonly success: boolean;
  readonly id?: Id;
  /** For upsert and repeated client keys: whether the record is new. */
  readonly created?: boolean;
  readonly errors: readonly MusterError[];
}

/** One record as domain logic sees it: dates and ids as text, numbers as numbers, parents as nested records. */
export interface RecordRow {
  readonly [field: string]: RecordValue;
}
export type RecordValue = string | number | boolean | null | RecordRow | readonly RecordRow[];

export interface QueryOptions {
  /** Records per page, 200 to 2,000. Default 2,000. */
  readonly batchSize?: number;
  /** Include rows in the recycle bin (`queryAll`). */
  readonly includeDeleted?: boolean;
  /** `/services/data/v60.0`: prefix of record urls and of nextRecordsUrl. */
  readonly basePath: string;
}

/** An answer already in wire form: `{"totalSize":…,"done":…,"records":[…]}`. */
export interface QueryAnswer {
  readonly json: string;
  readonly totalSize: number;
  readonly done: boolean;
}

/** One way of running a query, as `query?explain=` answers it. */
export interface ExplainedPlan {
  /** Rows the leading operation is expected to give. */
  readonly cardinality: number;
  /** Fields of the index it uses. */
  readonly fields: readonly string[];
  readonly leadingOperationType: 'Index' | 'Other' | 'TableScan';
  readonly notes: readonly {
    readonly description: string;
    readonly fields: readonly string[];
    readonly tableEnumOrId: string;
  }[];
  readonly relativeCost: number;
  readonly sobjectCardinality: number;
  readonly sobjectType: string;
}

/** Records of several objects in wire form: a JSON array. */
export interface SearchAnswer {
  readonly json: string;
  readonly size: number;
}

/**
 * The one door to data. Rights on objects, fields and records are those of the principal and are added inside, by
 * rewriting the query tree; every method answers what the principal may see and nothing else.
 */
export interface Session {
  readonly principal: Principal;
  readonly purpose: Purpose;
  readonly snapshot: Snapshot;
  /** Milliseconds: the clock of the server, or of the test. */
  now(): number;

  /** Runs SOQL and gives the page as JSON text. @throws MusterError MALFORMED_QUERY, INVALID_FIELD, INVALID_TYPE … */
  query(soql: string, options: QueryOptions): Promise<QueryAnswer>;
  /** How the database would run SOQL, by its estimates. @throws MusterError as `query` does */
  explain(soql: string): Promise<readonly ExplainedPlan[]>;
  /** The next page of a query, by the locator of `nextRecordsUrl`. @throws MusterError INVALID_QUERY_LOCATOR */
  queryMore(locator: string, options: QueryOptions): Promise<QueryAnswer>;
  /** Runs SOSL. @throws MusterError MALFORMED_SEARCH, INVALID_FIELD, INVALID_TYPE … */
  search(sosl: string, basePath: string): Promise<SearchAnswer>;
  /** The records the principal viewed last, newest first, whether or not they are still within reach. */
  recentlyViewed(limit: number): Promise<readonly Id[]>;
  /** Runs SOQL for domain logic: all rows, as values. Build the text with the `soql` tag of @muster/soql. */
  rows<Row = RecordRow>(soql: string): Promise<Row[]>;
  /** As `rows`, for exactly one row. @throws MusterError NOT_FOUND when there is none the principal may see. */
  row<Row = RecordRow>(soql: string): Promise<Row>;
  /** One record; all readable fields, or those named. @throws MusterError NOT_FOUND, INVALID_FIELD */
  retrieve(
    object: string,
    id: Id,
    fields: readonly string[] | undefined,
    basePath: string,
  ): Promise<RetrievedRecord>;
  /** A record's `_version`, to be given back as `ifVersion`. @throws MusterError NOT_FOUND */
  version(object: string, id: Id): Promise<number>;

  /** Results in input order. With `allOrNone` (default) and a failure, nothing is saved and every result says so. */
  insert(object: string, records: readonly RecordInput[], options?: SaveOptions): Promise<SaveResult[]>;
  update(object: string, records: readonly RecordInput[], options?: SaveOptions): Promise<SaveResult[]>;
  /** Matches on an external id field, or on `Id`. */
  upsert(
    object: string,
    matchField: string,
    records: readonly RecordInput[],
    options?: SaveOptions,
  ): Promise<SaveResult[]>;
  /** Moves records to the recycle bin, children of master-detail fields with them. */
  delete(object: string, ids: readonly Id[], options?: SaveOptions): Promise<SaveResult[]>;
  /** Takes records out of the recycle bin, with the details and lookups that went along when they were deleted. */
  undelete(object: string, ids: readonly Id[], options?: SaveOptions): Promise<SaveResult[]>;
  /** Removes records from the recycle bin for good. */
  purge(object: string, ids: readonly Id[], options?: SaveOptions): Promise<SaveResult[]>;
  /** Saves one new record and gives its id. @throws MusterError or MusterErrors when it cannot be saved. */
  create(object: string, values: FieldValues): Promise<Id>;
  /** Saves changes to one record. @throws MusterError or MusterErrors */
  change(object: string, id: Id, values: FieldValues): Promise<void>;
  /** Locks rows until the transaction ends, so that what is read of them stays true. Rows are locked in id order. */
  lock(object: string, ids: readonly Id[]): Promise<void>;

  /** Everything `work` saves through the session it is given commits together or not at all. Nests by savepoint. */
  transaction<T>(work: (session: Session) => Promise<T>): Promise<T>;
  /** The same transaction and author with all rights. */
  system(reason: SystemReason): Session;
  /** Asks for a job in the present transaction. */
  addJob(job: JobRequest): Promise<void>;
  afterCommit(action: () => void): void;

  /** Whether a profile or permission set of the principal grants this custom permission. */
  can(customPermission: string): boolean;
  /** Whether one of them grants this user permission of the platform: `ApiEnabled`. */
  has(userPermission: string): boolean;
  /** Field and object rights of the principal on an object, for describe and for pages. */
  rights(object: ObjectDef): ObjectRights;
}

export interface ObjectRights {
  readonly read: boolean;
  readonly create: boolean;
  readonly edit: boolean;
  readonly delete: boolean;
  field(name: string): { readonly read: boolean; readonly edit: boolean };
  recordType(name: string): { readonly available: boolean; readonly isDefault: boolean };
}
