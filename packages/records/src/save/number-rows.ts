import { columnName, formatAutoNumber } from '@muster/metadata';
import { quoteIdent } from '@muster/sql';
import { autoNumberSequenceName } from '@muster/store';
import { liveRows, type SaveBatch } from './batch.js';

/** Gives auto-number fields of new records their next numbers; gaps are the price of not waiting for one another. */
export async function numberRows(batch: SaveBatch): Promise<void> {
  if (batch.kind !== 'insert') return;
  const schema = quoteIdent(batch.state.engine.org.schema);
  for (const field of batch.object.fields) {
    const { displayFormat } = field;
    if (displayFormat === undefined) continue;
    const column = columnName(field);
    const rows = liveRows(batch).filter((row) => !row.values.get(column));
    const numbers = await batch.transaction.rows({
      name: 'records.nextNumbers',
      text: 'select nextval($1::text::regclass) from generate_series(1, $2::int) order by 1',
      values: [`${schema}.${quoteIdent(autoNumberSequenceName(batch.object, field))}`, rows.length],
    });
    rows.forEach((row, i) => {
      row.values.set(
        column,
        formatAutoNumber(displayFormat, Number(numbers[i]?.[0]), batch.savedAt.slice(0, 10)),
      );
    });
  }
}
