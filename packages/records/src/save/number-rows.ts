import { columnName, formatAutoNumber } from '@muster/metadata';
import { quoteIdent } from '@muster/sql';
import { liveRows, type SaveBatch } from './batch.js';

/** The sequence behind an auto-number field; gaps are the price of not waiting for one another. */
export function autoNumberSequence(keyPrefix: string, column: string): string {
  return `_auto_${keyPrefix}_${column}`.slice(0, 63);
}

/** Gives auto-number fields of new records their next numbers. */
export async function numberRows(batch: SaveBatch): Promise<void> {
  if (batch.kind !== 'insert') return;
  for (const field of batch.object.fields.filter((candidate) => candidate.type === 'AutoNumber')) {
    const column = columnName(field);
    const rows = liveRows(batch).filter((row) => !row.values.get(column));
    const sequence = `${quoteIdent(batch.state.engine.org.schema)}.${quoteIdent(autoNumberSequence(batch.object.keyPrefix, column))}`;
    const numbers = await batch.transaction.rows({
      name: 'records.nextNumbers',
      text: 'select nextval($1::text::regclass) from generate_series(1, $2::int) order by 1',
      values: [sequence, rows.length],
    });
    rows.forEach((row, i) => {
      row.values.set(
        column,
        formatAutoNumber(field.displayFormat ?? '{0}', Number(numbers[i]?.[0]), batch.savedAt.slice(0, 10)),
      );
    });
  }
}
