import { type KeyboardEvent, type ReactNode, useId, useState } from 'react';
import { useUiText } from '../messages/use-messages.js';
import type { Column, Sort } from './column.js';
import { nextRowIndex, toggled } from './row-keys.js';
import { HeaderCell, SelectAll } from './table-head.js';
import { TableRow } from './table-row.js';
import { useStable } from './use-stable.js';
import './data-table.css';

export interface DataTableProps<Row> {
  /** Names the table for screen readers. */
  readonly caption: string;
  /** The first column names the row. Keep the array's identity between renders (a constant or useMemo). */
  readonly columns: readonly Column<Row>[];
  readonly rows: readonly Row[];
  readonly rowKey: (row: Row) => string;
  /** The row in words, for its checkbox. */
  readonly rowLabel: (row: Row) => string;
  readonly rowHref?: ((row: Row) => string) | undefined;
  /** A press anywhere on a row, or Space on it: shows it beside the list. */
  readonly onPreview?: ((row: Row) => void) | undefined;
  /** The key of the row shown beside the list; it follows the arrow keys. */
  readonly previewed?: string | null | undefined;
  readonly sort?: Sort | undefined;
  readonly onSortChange?: ((sort: Sort) => void) | undefined;
  readonly selected?: ReadonlySet<string> | undefined;
  readonly onSelectedChange?: ((keys: ReadonlySet<string>) => void) | undefined;
  /** Shown instead of rows when there are none. */
  readonly empty?: ReactNode;
  /** Takes its natural height instead of scrolling inside the window. */
  readonly isShort?: boolean | undefined;
}

/**
 * A native table with a sticky header. Up and down (or j and k) move between rows, Enter opens one, Space previews it,
 * x selects it. Sorting is the caller's: the table only shows and asks.
 */
export function DataTable<Row>(props: DataTableProps<Row>) {
  const { columns, rows, rowKey, selected, onSelectedChange, onPreview, previewed } = props;
  const t = useUiText();
  const hintId = useId();
  const [focused, setFocused] = useState(0);
  const current = Math.min(focused, Math.max(0, rows.length - 1));
  const isNavigable = props.rowHref !== undefined || onPreview !== undefined;
  const toggle = useStable((row: Row) => onSelectedChange?.(toggled(selected ?? new Set(), rowKey(row))));
  const preview = useStable((row: Row) => onPreview?.(row));

  const onKeyDown = (event: KeyboardEvent<HTMLTableSectionElement>) => {
    const row = rows[current];
    const place = placeInRow(event.target);
    if (row === undefined || place === undefined || event.ctrlKey || event.metaKey || event.altKey) return;
    const next = nextRowIndex(event.key, current, rows.length);
    if (event.key === 'x' && onSelectedChange) toggle(row);
    else if (event.key === ' ' && place === 'name' && onPreview) preview(row);
    else if (next !== undefined) {
      focusRow(event.currentTarget, next, place);
      const nextRow = rows[next];
      if (previewed != null && nextRow !== undefined) preview(nextRow);
    } else return;
    event.preventDefault();
  };

  return (
    <section
      className="mu-table-scroll"
      data-short={props.isShort || undefined}
      aria-label={props.caption}
      // biome-ignore lint/a11y/noNoninteractiveTabindex: a scrollable region must be reachable with the keyboard
      tabIndex={0}
    >
      <table className="mu-table" aria-describedby={isNavigable ? hintId : undefined}>
        <caption className="mu-visually-hidden">{props.caption}</caption>
        <thead>
          <tr>
            {onSelectedChange && (
              <th className="mu-cell-check" scope="col">
                <SelectAll
                  rows={rows}
                  rowKey={rowKey}
                  selected={selected ?? new Set()}
                  onChange={onSelectedChange}
                />
              </th>
            )}
            {columns.map((column) => (
              <HeaderCell
                key={column.id}
                column={column}
                sort={props.sort}
                onSortChange={props.onSortChange}
              />
            ))}
          </tr>
        </thead>
        <tbody onKeyDown={onKeyDown}>
          {rows.map((row, index) => (
            <TableRow
              key={rowKey(row)}
              row={row}
              index={index}
              columns={columns as readonly Column<unknown>[]}
              label={props.rowLabel(row)}
              href={props.rowHref?.(row)}
              isCurrent={index === current}
              isPreviewed={previewed != null && previewed === rowKey(row)}
              isSelected={selected?.has(rowKey(row)) ?? false}
              onFocus={setFocused}
              onPreview={onPreview && (preview as (row: unknown) => void)}
              onToggle={onSelectedChange && (toggle as (row: unknown) => void)}
            />
          ))}
        </tbody>
      </table>
      {isNavigable && (
        <span id={hintId} hidden>
          {t('ui.table.keys')}
        </span>
      )}
      {rows.length === 0 && props.empty}
    </section>
  );
}

function placeInRow(target: EventTarget): 'name' | 'check' | undefined {
  if (!(target instanceof HTMLElement)) return undefined;
  if (target.dataset.rowFocus !== undefined) return 'name';
  return target.matches('[type="checkbox"]') ? 'check' : undefined;
}

function focusRow(body: HTMLElement, index: number, place: 'name' | 'check'): void {
  const row = body.children.item(index);
  row?.querySelector<HTMLElement>(place === 'check' ? '[type="checkbox"]' : '[data-row-focus]')?.focus();
}
