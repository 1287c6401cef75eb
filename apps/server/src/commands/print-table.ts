type Row = Readonly<Record<string, unknown>>;

const WIDEST = 60;

/** Records as a table of text: parents as `Owner.Name`, child lists by their number of records. */
export function printTable(records: readonly Row[]): string {
  const rows = records.map((record) => new Map(cells('', record)));
  const columns = [...new Set(rows.flatMap((row) => [...row.keys()]))];
  const widths = columns.map((column) =>
    Math.min(WIDEST, Math.max(column.length, ...rows.map((row) => (row.get(column) ?? '').length))),
  );
  const line = (values: readonly string[]) =>
    values
      .map((value, i) => cut(value, widths[i] ?? 0).padEnd(widths[i] ?? 0))
      .join('  ')
      .trimEnd();
  return [
    line(columns),
    line(widths.map((width) => '-'.repeat(width))),
    ...rows.map((row) => line(columns.map((column) => row.get(column) ?? ''))),
  ].join('\n');
}

function cells(prefix: string, record: Row): readonly (readonly [string, string])[] {
  return Object.entries(record).flatMap(([name, value]): readonly (readonly [string, string])[] => {
    if (name === 'attributes') return [];
    if (typeof value !== 'object' || value === null)
      return [[prefix + name, value === null ? '' : String(value)]];
    if ('totalSize' in value) return [[prefix + name, `${String(value.totalSize)} records`]];
    return cells(`${prefix}${name}.`, value as Row);
  });
}

function cut(text: string, width: number): string {
  const flat = text.replace(/\s+/g, ' ');
  return flat.length > width ? `${flat.slice(0, width - 1)}…` : flat;
}
