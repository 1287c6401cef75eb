import type { Statement } from '@muster/sql';
import type { ClientBase } from 'pg';
import type { TextRow } from './database.js';

const asText = { getTypeParser: () => (text: string) => text };

/**
 * Runs one statement on one connection and gives rows of wire text. A name prepares it; the same name always stands
 * for the same text, and changes when the tables behind it change.
 */
export async function runStatement(
  client: ClientBase,
  statement: Statement & { readonly name?: string },
): Promise<TextRow[]> {
  const result = await client.query<TextRow[] & never[]>({
    ...statement,
    values: statement.values as unknown[],
    rowMode: 'array',
    types: asText,
  });
  return result.rows;
}
