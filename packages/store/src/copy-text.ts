import type { TextRow } from './database.js';

const CHUNK = 64 * 1024;
const SPECIAL = /[\\\n\r\t]/g;
const escapes: Readonly<Record<string, string>> = { '\\': '\\\\', '\n': '\\n', '\r': '\\r', '\t': '\\t' };

/** Rows as chunks of COPY text format (PostgreSQL, "COPY", File Formats, Text Format). */
export async function* encodeCopyRows(
  rows: AsyncIterable<TextRow> | Iterable<TextRow>,
): AsyncGenerator<string> {
  let chunk = '';
  for await (const row of rows) {
    chunk += encodeCopyRow(row);
    if (chunk.length >= CHUNK) {
      yield chunk;
      chunk = '';
    }
  }
  if (chunk !== '') yield chunk;
}

/** One row: fields parted by tabs, null as `\N`, closed by a line feed. */
export function encodeCopyRow(row: TextRow): string {
  let line = '';
  for (let i = 0; i < row.length; i += 1) {
    if (i > 0) line += '\t';
    const field = row[i];
    line += field === null || field === undefined ? '\\N' : escapeField(field);
  }
  return `${line}\n`;
}

function escapeField(field: string): string {
  return field.replace(SPECIAL, (character) => escapes[character] ?? character);
}
