import type { Send } from './sender.js';

const BASE = '/services/data/v67.0/jobs';

/** Milliseconds the first page of a large query may take. */
const EXPORT_TIMEOUT = 120_000;

/** Milliseconds an upload may take: 150 MB over a slow line. */
const UPLOAD_TIMEOUT = 15 * 60_000;

export type LoadOperation = 'insert' | 'update' | 'upsert' | 'delete';
export type ColumnDelimiter = 'COMMA' | 'SEMICOLON' | 'TAB' | 'PIPE' | 'CARET' | 'BACKQUOTE';
export type DateOrder = 'YMD' | 'DMY' | 'MDY';
export type DecimalSeparator = 'POINT' | 'COMMA';

/** Which column of a file goes into which field: `Name`, or `Rel__r.Ext__c` for a parent by its external id. */
export interface LoadColumn {
  readonly column: string;
  readonly field: string;
}

/** What a load of a kind of file is asked for; it can be kept by name. */
export interface LoadMapping {
  readonly operation: LoadOperation;
  readonly externalIdFieldName?: string;
  readonly columns: readonly LoadColumn[];
  readonly dateOrder?: DateOrder;
  readonly decimalSeparator?: DecimalSeparator;
  readonly timeZone?: string;
}

export interface LoadInput extends Partial<Omit<LoadMapping, 'operation'>> {
  readonly object: string;
  readonly operation: LoadOperation;
  readonly columnDelimiter?: ColumnDelimiter;
  readonly lineEnding?: 'LF' | 'CRLF';
  readonly quote?: 'DOUBLE' | 'SINGLE';
  readonly fileName?: string;
  readonly checkOnly?: boolean;
  /** Rows the file seems to have, for its progress. */
  readonly expectedRows?: number;
  /** Takes the file of another job. */
  readonly contentOf?: string;
}

export type LoadState = 'Open' | 'UploadComplete' | 'InProgress' | 'JobComplete' | 'Aborted' | 'Failed';

/** A load, a dry run of one, or the undo of one. */
export interface Load extends Omit<LoadInput, 'operation' | 'contentOf'> {
  readonly id: string;
  readonly operation: LoadOperation | 'hardDelete' | 'undo';
  readonly createdById: string;
  readonly createdDate: string;
  readonly systemModstamp: string;
  readonly state: LoadState;
  readonly numberRecordsProcessed: number;
  readonly numberRecordsFailed: number;
  readonly numberRecordsCreated: number;
  readonly errorMessage?: string;
  readonly undoOf?: string;
  readonly undoneBy?: string;
  readonly undoableUntil?: string;
}

/** Why a row was refused: 1 is the first one below the header. */
export interface LoadError {
  readonly row: number;
  readonly errors: readonly {
    readonly statusCode: string;
    readonly message: string;
    readonly fields: readonly string[];
  }[];
}

export interface NamedMapping extends LoadMapping {
  readonly name: string;
  readonly lastModifiedDate: string;
}

/** A query whose answer is a file. */
export interface ExportQuery {
  readonly id: string;
  readonly object: string;
  /** Records there are. */
  readonly numberRecordsProcessed: number;
}

/** Records that somebody took out as a file. */
export interface ExportEntry {
  readonly id: string;
  readonly queryId: string;
  /** Whether the file can be made again, by whoever took it. */
  readonly isKept: boolean;
  readonly object: string;
  readonly query: string;
  readonly includesDeleted: boolean;
  readonly totalSize: number;
  readonly createdById: string;
  readonly createdDate: string;
}

/** Loads of many records, and what is read of many. */
export function loadsClient(send: Send) {
  const one = (id: string) => `${BASE}/ingest/${encodeURIComponent(id)}`;
  const mapping = (object: string) => `${BASE}/mappings/${encodeURIComponent(object)}`;
  return {
    /** The loads somebody may know of, newest first. */
    list: (): Promise<readonly Load[]> =>
      send<{ records: readonly Load[] }>({ method: 'GET', path: `${BASE}/ingest` }).then(
        (answer) => answer.records,
      ),
    load: (id: string): Promise<Load> => send({ method: 'GET', path: one(id) }),
    create: (body: LoadInput): Promise<Load> => send({ method: 'POST', path: `${BASE}/ingest`, body }),
    /** Sends the file of an open load. @param charset what it is written in: `windows-1252` */
    upload: (id: string, file: Blob, charset = 'UTF-8'): Promise<void> =>
      send({
        method: 'PUT',
        path: `${one(id)}/batches`,
        upload: { content: file, type: `text/csv; charset=${charset}` },
        timeout: UPLOAD_TIMEOUT,
      }),
    /** Begins the work on a load whose file is there. */
    begin: (id: string): Promise<void> =>
      send({ method: 'PATCH', path: one(id), body: { state: 'UploadComplete' } }),
    /** Ends a load; what it has saved by then stays. */
    abort: (id: string): Promise<void> =>
      send({ method: 'PATCH', path: one(id), body: { state: 'Aborted' } }),
    undo: (id: string): Promise<Load> => send({ method: 'POST', path: `${one(id)}/undo`, body: {} }),
    errors: (id: string, limit: number): Promise<readonly LoadError[]> =>
      send<{ errors: readonly LoadError[] }>({
        method: 'GET',
        path: `${one(id)}/errors`,
        query: { limit },
      }).then((answer) => answer.errors),
    /** The address of a file of a load for a browser that is signed in. */
    fileAddress: (
      id: string,
      file: 'successfulResults' | 'failedResults' | 'rowsToMend' | 'unprocessedRecords',
    ): string => `${one(id)}/${file}`,
    mappings: (object: string): Promise<readonly NamedMapping[]> =>
      send<{ mappings: readonly NamedMapping[] }>({ method: 'GET', path: mapping(object) }).then(
        (answer) => answer.mappings,
      ),
    keepMapping: (object: string, name: string, body: LoadMapping): Promise<void> =>
      send({ method: 'PUT', path: `${mapping(object)}/${encodeURIComponent(name)}`, body }),
    removeMapping: (object: string, name: string): Promise<void> =>
      send({ method: 'DELETE', path: `${mapping(object)}/${encodeURIComponent(name)}` }),
    /** Which records were taken out as files, newest first. */
    exports: (): Promise<readonly ExportEntry[]> =>
      send<{ exports: readonly ExportEntry[] }>({ method: 'GET', path: `${BASE}/exports` }).then(
        (answer) => answer.exports,
      ),
    /** Makes a query whose answer can be fetched as a file, and says how many records it has. */
    createExport: async (body: {
      readonly query: string;
      readonly operation: 'query' | 'queryAll';
    }): Promise<ExportQuery> => {
      const path = `${BASE}/query`;
      const { id } = await send<{ id: string }>({ method: 'POST', path, body, timeout: EXPORT_TIMEOUT });
      return send({ method: 'GET', path: `${path}/${id}` });
    },
    /** The address of exports as one file: CSV of one, a zip of several. */
    exportAddress: (ids: readonly string[]): string =>
      ids.length === 1
        ? `${BASE}/query/${encodeURIComponent(ids[0] ?? '')}/file`
        : `${BASE}/query/files?ids=${ids.map(encodeURIComponent).join(',')}`,
  };
}
