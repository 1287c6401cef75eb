import { type BulkQuery, csvLine } from '@muster/records';
import { parseSoql } from '@muster/soql';
import { requireType } from '../objects.js';
import { type ExactRecord, readExact } from '../query/read-exact.js';
import type { Call } from '../resource.js';
import { columnText, queryColumns } from './query-columns.js';

/** Records read at a time. */
const BATCH = 2_000;

interface Page {
  readonly records: readonly ExactRecord[];
  readonly nextRecordsUrl?: string;
}

/** Some records of the answer as lines of CSV, and where the next ones begin. */
export interface CsvPage {
  readonly lines: string;
  readonly count: number;
  /** Undefined on the last page. */
  readonly next: string | undefined;
}

/** The answer of a query as CSV, read page after page with the rights of the moment. */
export interface QueryCsv {
  readonly header: string;
  /** @param locator of the page; undefined for the first */
  page(locator: string | undefined, batchSize?: number): Promise<CsvPage>;
  /** The whole answer, header first. */
  whole(): AsyncGenerator<string>;
}

/** Opens the answer of a query. @throws MusterError for objects and fields that are gone, or out of reach */
export function openQueryCsv({ session, basePath }: Call, query: BulkQuery): QueryCsv {
  const columns = queryColumns(session, requireType(session, query.object), parseSoql(query.soql));
  const header = csvLine(
    columns.map(({ heading }) => heading),
    query,
  );
  const page: QueryCsv['page'] = async (locator, batchSize = BATCH) => {
    const options = { basePath, batchSize, includeDeleted: query.operation === 'queryAll' };
    const { json } =
      locator === undefined
        ? await session.query(query.soql, options)
        : await session.queryMore(locator, options);
    const { records, nextRecordsUrl } = readExact(json) as unknown as Page;
    const line = (record: ExactRecord) =>
      csvLine(
        columns.map((column) => columnText(record, column)),
        query,
      );
    return {
      lines: records.map(line).join(''),
      count: records.length,
      next: nextRecordsUrl?.split('/').at(-1),
    };
  };
  return {
    header,
    page,
    async *whole() {
      yield header;
      for (let locator: string | undefined; ; ) {
        const { lines, next } = await page(locator);
        yield lines;
        if (next === undefined) return;
        locator = next;
      }
    },
  };
}
