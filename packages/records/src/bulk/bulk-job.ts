import type { Id } from '@muster/kernel';

export const columnDelimiters = {
  COMMA: ',',
  TAB: '\t',
  PIPE: '|',
  SEMICOLON: ';',
  CARET: '^',
  BACKQUOTE: '`',
} as const;
export type ColumnDelimiter = keyof typeof columnDelimiters;

export const lineEndings = { LF: '\n', CRLF: '\r\n' } as const;
export type LineEnding = keyof typeof lineEndings;

/** Delete moves records to the recycle bin, hardDelete past it. */
export type BulkOperation = 'insert' | 'update' | 'upsert' | 'delete' | 'hardDelete';

/** Undo takes back what another job did. */
export type JobOperation = BulkOperation | 'undo';

/** Open takes the upload; from UploadComplete on the job is worked on until it is complete, has failed or is aborted. */
export type BulkState = 'Open' | 'UploadComplete' | 'InProgress' | 'JobComplete' | 'Aborted' | 'Failed';

/** How the lines of a job's files are written. */
export interface CsvForm {
  readonly columnDelimiter: ColumnDelimiter;
  readonly lineEnding: LineEnding;
}

/** Which column of a file goes into which field: `Name`, or by what a parent is known, `Rel__r.Ext__c`. */
export interface LoadColumn {
  readonly column: string;
  readonly field: string;
}

/** What a load of ours can be asked for beyond Salesforce's options. */
export interface LoadOptions {
  /** Runs all of the save and keeps nothing of it. */
  readonly checkOnly?: boolean;
  /** The columns that are read; every column, by its own name, when left out. */
  readonly columns?: readonly LoadColumn[];
  /** How days are written that are not ISO 8601. */
  readonly dateOrder?: 'YMD' | 'DMY' | 'MDY';
  /** What stands before decimals; the other one may stand between thousands. */
  readonly decimalSeparator?: 'POINT' | 'COMMA';
  /** IANA zone of times that name none; such times are refused when left out. */
  readonly timeZone?: string;
  /** What values with separators in them stand in. */
  readonly quote?: 'DOUBLE' | 'SINGLE';
  /** Rows there seem to be, for whoever waits. */
  readonly expectedRows?: number;
  /** What the person calls the file. */
  readonly fileName?: string;
}

export interface NewBulkJob extends CsvForm {
  readonly object: string;
  readonly operation: JobOperation;
  /** What an upsert finds records by. */
  readonly externalIdField: string | undefined;
  /** 60 for `v60.0`. */
  readonly apiVersion: number;
  /** Whether it is a batch of Bulk API 1.0: its results are kept in the order of the rows, and it is shown in no list of jobs. */
  readonly isBatch?: boolean;
  readonly options?: LoadOptions;
}

/** A load of many records as CSV, by and with the rights of one user. */
export interface BulkJob extends NewBulkJob {
  readonly id: Id;
  readonly options: LoadOptions;
  /** The job an undo takes back. */
  readonly undoes: Id | undefined;
  /** The job that takes this one back, or has. */
  readonly undoneBy: Id | undefined;
  readonly userId: Id;
  readonly purpose: string;
  readonly state: BulkState;
  /** Hash of the upload in the file store. */
  readonly content: string | undefined;
  readonly errorMessage: string | undefined;
  readonly processed: number;
  readonly failed: number;
  /** Records that are new. */
  readonly created: number;
  /** Milliseconds since 1970. */
  readonly createdAt: number;
  readonly modifiedAt: number;
  /** When work on it began. */
  readonly startedAt: number | undefined;
}
