/**
 * A PostgreSQL or DuckDB identifier, always quoted, inner quotes doubled.
 * @throws Error for a name no engine can hold; names reach here from checked metadata, so that is a fault of ours.
 */
export function quoteIdent(name: string): string {
  if (name === '' || name.includes('\0') || Buffer.byteLength(name) > 63) {
    throw new Error(`Not an identifier: ${JSON.stringify(name)}`);
  }
  return `"${name.replaceAll('"', '""')}"`;
}
