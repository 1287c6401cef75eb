import { Readable } from 'node:stream';
import { MusterError } from '@muster/kernel';
import { CsvError, parse } from 'csv-parse';
import {
  type ColumnDelimiter,
  type CsvForm,
  columnDelimiters,
  type LoadOptions,
  lineEndings,
} from './bulk-job.js';

const LINE_FEED = 0x0a;
const CARRIAGE_RETURN = 0x0d;

/** Characters of one line of a record, all its fields together. */
const MAX_RECORD_CHARACTERS = 16 * 1024 * 1024;

/** How a file is written, and what its values stand in when it is not double quotes. */
export type CsvFileForm = CsvForm & { readonly options?: Pick<LoadOptions, 'quote'> };

/** The header and the rows behind it, as text. A row need not have as many values as the header has names. */
export interface CsvRow {
  readonly header: readonly string[];
  readonly values: readonly string[];
}

/**
 * Reads CSV (RFC 4180) row by row; blank lines are passed over, as is a byte order mark.
 * @throws MusterError INVALIDBATCH for a file that is not parted as the job says, or not readable at all
 */
export async function* readCsv(content: Readable, form: CsvFileForm): AsyncGenerator<CsvRow> {
  let header: readonly string[] | undefined;
  for await (const values of readLines(content, form)) {
    if (header !== undefined) yield { header, values };
    else header = columnNames(values);
  }
}

/** The column names of a file; none when it is empty. @throws MusterError INVALIDBATCH */
export async function readCsvHeader(content: Readable, form: CsvFileForm): Promise<readonly string[]> {
  for await (const values of readLines(content, form)) return columnNames(values);
  return [];
}

const columnNames = (values: readonly string[]) => values.map((name) => name.trim());

async function* readLines(content: Readable, form: CsvFileForm): AsyncGenerator<readonly string[]> {
  const parser = parse({
    bom: true,
    delimiter: columnDelimiters[form.columnDelimiter],
    record_delimiter: lineEndings[form.lineEnding],
    quote: form.options?.quote === 'SINGLE' ? "'" : '"',
    relax_column_count: true,
    skip_empty_lines: true,
    max_record_size: MAX_RECORD_CHARACTERS,
  });
  const source = Readable.from(checkLineEnding(content, form));
  source.once('error', (failure) => parser.destroy(failure));
  let isHeader = true;
  try {
    for await (const values of source.pipe(parser) as AsyncIterable<string[]>) {
      if (isHeader) checkDelimiter(values, form);
      isHeader = false;
      yield values;
    }
  } catch (failure) {
    if (failure instanceof CsvError) throw unreadable(failure.message);
    throw failure;
  } finally {
    content.destroy();
  }
}

/** The first line shows how lines end; the rest would be read into the last column. */
async function* checkLineEnding(content: Readable, { lineEnding }: CsvForm): AsyncGenerator<Uint8Array> {
  let isFirst = true;
  for await (const chunk of content as AsyncIterable<Buffer>) {
    const end = isFirst ? chunk.indexOf(LINE_FEED) : -1;
    const found = end > 0 && chunk[end - 1] === CARRIAGE_RETURN ? 'CRLF' : 'LF';
    if (end >= 0 && found !== lineEnding) {
      throw unreadable(`LineEnding is invalid on user data. Current LineEnding setting is ${lineEnding}`);
    }
    isFirst = false;
    yield chunk;
  }
}

/** A header of one column with another delimiter in it was not parted as it was meant. */
function checkDelimiter(header: readonly string[], { columnDelimiter }: CsvForm): void {
  const other = otherDelimiter(header.join(''), columnDelimiter);
  if (header.length > 1 || other === undefined) return;
  throw unreadable(
    `ColumnDelimiter is invalid on user data. Current ColumnDelimiter setting is ${columnDelimiter}; the first line seems to use ${other}`,
  );
}

function otherDelimiter(text: string, own: ColumnDelimiter): string | undefined {
  return Object.entries(columnDelimiters).find(
    ([name, character]) => name !== own && text.includes(character),
  )?.[0];
}

function unreadable(reason: string): MusterError {
  return new MusterError('INVALIDBATCH', reason);
}
