import type { ColumnDelimiter } from '@muster/client';
import { parse } from 'csv-parse/browser/esm/sync';

export const delimiters: Readonly<Record<ColumnDelimiter, string>> = {
  COMMA: ',',
  SEMICOLON: ';',
  TAB: '\t',
  PIPE: '|',
  CARET: '^',
  BACKQUOTE: '`',
};

/** The charsets files of people come in; the server knows more. */
export const charsets = ['UTF-8', 'windows-1252', 'UTF-16LE', 'UTF-16BE'] as const;
export type Charset = (typeof charsets)[number];

export type Quote = 'DOUBLE' | 'SINGLE';

/** How a file is written. */
export interface FileForm {
  readonly charset: Charset;
  readonly delimiter: ColumnDelimiter;
  readonly quote: Quote;
}

/** The beginning of a file, read. */
export interface Sample {
  readonly lineEnding: 'LF' | 'CRLF';
  readonly header: readonly string[];
  /** The first rows below it. */
  readonly rows: readonly (readonly string[])[];
}

/** Bytes of the beginning that are looked at. */
export const SAMPLE_BYTES = 256 * 1024;
const SAMPLE_ROWS = 50;

/** A value that begins with a single quote. */
const SINGLE_QUOTED = /(^|[,;\t|^`\n])'/;

/** How a file seems to be written, by its beginning. */
export function detectForm(bytes: Uint8Array): FileForm {
  const charset = detectCharset(bytes);
  const text = decode(bytes, charset);
  const quotes: readonly Quote[] = SINGLE_QUOTED.test(text) ? ['DOUBLE', 'SINGLE'] : ['DOUBLE'];
  const forms = quotes.flatMap((quote) =>
    (Object.keys(delimiters) as ColumnDelimiter[]).map((delimiter) => ({ charset, delimiter, quote })),
  );
  let best = { form: forms[0] as FileForm, score: 0 };
  for (const form of forms) {
    const score = scoreOf(readRows(text, form, 20));
    if (score > best.score) best = { form, score };
  }
  return best.form;
}

/** Reads the beginning of a file in a form. A row that the beginning cuts off is left out. */
export function readSample(bytes: Uint8Array, form: FileForm): Sample {
  const text = decode(bytes, form.charset);
  const [header = [], ...rows] = readRows(text, form, SAMPLE_ROWS + 1);
  const end = text.indexOf('\n');
  return {
    lineEnding: end > 0 && text[end - 1] === '\r' ? 'CRLF' : 'LF',
    header: header.map((name) => name.trim()),
    rows,
  };
}

function detectCharset(bytes: Uint8Array): Charset {
  if (bytes[0] === 0xff && bytes[1] === 0xfe) return 'UTF-16LE';
  if (bytes[0] === 0xfe && bytes[1] === 0xff) return 'UTF-16BE';
  try {
    new TextDecoder('utf-8', { fatal: true }).decode(bytes, { stream: true });
    return 'UTF-8';
  } catch {
    return 'windows-1252';
  }
}

function decode(bytes: Uint8Array, charset: Charset): string {
  return new TextDecoder(charset).decode(bytes, { stream: true });
}

/** Rows as far as they can be read in this form. */
function readRows(text: string, form: FileForm, most: number): readonly (readonly string[])[] {
  const quote = form.quote === 'SINGLE' ? "'" : '"';
  const options = {
    delimiter: delimiters[form.delimiter],
    quote,
    record_delimiter: ['\r\n', '\n'],
    relax_column_count: true,
    skip_empty_lines: true,
  };
  for (let to = most; to > 0; to = Math.floor(to / 2)) {
    try {
      return parse(text, { ...options, to }) as string[][];
    } catch {
      // The beginning ends within a row, or a quote stands in the midst of a value: fewer rows may do.
    }
  }
  return [];
}

/** Many columns in a header, and rows with as many values, speak for a form; quotes left around values against it. */
function scoreOf(rows: readonly (readonly string[])[]): number {
  const [header, ...rest] = rows;
  if (header === undefined) return 0;
  const fitting = rest.filter((row) => row.length === header.length).length;
  const values = rows.flat();
  const quoted = values.filter((text) => /^(['"]).*\1$/s.test(text.trim())).length;
  const share = rest.length === 0 ? 1 : fitting / rest.length;
  return header.length * (0.2 + share) * (1 - quoted / Math.max(values.length, 1)) + rows.length / 1_000;
}
