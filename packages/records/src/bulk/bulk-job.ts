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

/** Open takes the upload; from UploadComplete on the job is worked on until it is complete, has failed or is aborted. */
export type BulkState = 'Open' | 'UploadComplete' | 'InProgress' | 'JobComplete' | 'Aborted' | 'Failed';

/** How the lines of a job's files are written. */
export interface CsvForm {
  readonly columnDelimiter: ColumnDelimiter;
  readonly lineEnding: LineEnding;
}

export interface NewBulkJob extends CsvForm {
  readonly object: string;
  readonly operation: BulkOperation;
  /** What an upsert finds records by. */
  readonly externalIdField: string | undefined;
  /** 60 for `v60.0`. */
  readonly apiVersion: number;
  /** Whether it is a batch of Bulk API 1.0: its results are kept in the order of the rows, and it is shown in no list of jobs. */
  readonly isBatch?: boolean;
}

/** A load of many records as CSV, by and with the rights of one user. */
export interface BulkJob extends NewBulkJob {
  readonly id: Id;
  readonly userId: Id;
  readonly purpose: string;
  readonly state: BulkState;
  /** Hash of the upload in the file store. */
  readonly content: string | undefined;
  readonly errorMessage: string | undefined;
  readonly processed: number;
  readonly failed: number;
  /** Milliseconds since 1970. */
  readonly createdAt: number;
  readonly modifiedAt: number;
  /** When work on it began. */
  readonly startedAt: number | undefined;
}
