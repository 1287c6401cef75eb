import { ArrowDownIcon, ArrowUpIcon, ChevronsUpDownIcon } from 'lucide-react';
import { useUiText } from '../messages/use-messages.js';
import type { Column, Sort } from './column.js';
import { NativeCheckbox } from './native-checkbox.js';

/** A column's head: its name, or a button that asks for sorting by it. */
export function HeaderCell<Row>({
  column,
  sort,
  onSortChange,
}: {
  readonly column: Column<Row>;
  readonly sort: Sort | undefined;
  readonly onSortChange: ((sort: Sort) => void) | undefined;
}) {
  const direction = sort?.columnId === column.id ? sort.direction : undefined;
  const Icon =
    direction === undefined ? ChevronsUpDownIcon : direction === 'ascending' ? ArrowUpIcon : ArrowDownIcon;
  return (
    <th scope="col" data-align={column.align} data-hide={column.hideBelow} aria-sort={direction}>
      {column.isSortable && onSortChange ? (
        <button
          type="button"
          className="mu-sort"
          data-active={direction !== undefined || undefined}
          onClick={() =>
            onSortChange({
              columnId: column.id,
              direction: direction === 'ascending' ? 'descending' : 'ascending',
            })
          }
        >
          {column.header}
          <Icon aria-hidden />
        </button>
      ) : column.isHeaderHidden ? (
        <span className="mu-visually-hidden">{column.header}</span>
      ) : (
        column.header
      )}
    </th>
  );
}

/** Selects every row shown, or none; in between when only some are. */
export function SelectAll<Row>({
  rows,
  rowKey,
  selected,
  onChange,
}: {
  readonly rows: readonly Row[];
  readonly rowKey: (row: Row) => string;
  readonly selected: ReadonlySet<string>;
  readonly onChange: (keys: ReadonlySet<string>) => void;
}) {
  const t = useUiText();
  const count = rows.filter((row) => selected.has(rowKey(row))).length;
  const isAll = count > 0 && count === rows.length;
  return (
    <NativeCheckbox
      label={t('ui.table.selectAll')}
      isSelected={isAll}
      isIndeterminate={count > 0 && !isAll}
      onChange={() => onChange(isAll ? new Set() : new Set(rows.map(rowKey)))}
    />
  );
}
