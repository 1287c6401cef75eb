import type { Statement } from '@muster/sql';
import type { ClientBase } from 'pg';
import type { TextRow } from './database.js';

/** Runs one statement on one connection and gives its rows as wire text. */
export type RunStatement = (
  client: ClientBase,
  statement: Statement & { readonly name?: string },
) => Promise<TextRow[]>;

/** Texts whose prepared name is remembered; beyond, names begin anew and statements are prepared again. */
const MAX_TEXTS = 5_000;

const asText = { getTypeParser: () => (text: string) => text };

/**
 * A named statement is prepared once per connection and text: the same name with another text, as for another org,
 * is another prepared statement.
 */
export function createRunStatement(): RunStatement {
  const names = new Map<string, string>();
  let count = 0;
  const preparedName = (name: string, text: string): string => {
    const known = names.get(text);
    if (known !== undefined) return known;
    if (names.size >= MAX_TEXTS) names.clear();
    count += 1;
    const prepared = `${name.slice(0, 40)}.${count}`;
    names.set(text, prepared);
    return prepared;
  };
  return async (client, { name, text, values }) => {
    const result = await client.query<TextRow[] & never[]>({
      text,
      values: values as unknown[],
      rowMode: 'array',
      types: asText,
      ...(name !== undefined && { name: preparedName(name, text) }),
    });
    return result.rows;
  };
}
