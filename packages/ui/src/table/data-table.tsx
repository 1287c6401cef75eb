import { ArrowDownIcon, ArrowUpIcon, ChevronsUpDownIcon } from 'lucide-react';
import {
  type KeyboardEvent,
  memo,
  type ReactNode,
  useCallback,
  useId,
  useLayoutEffect,
  useRef,
  useState,
} from 'react';
import { Link } from 'react-router';
import { useUiText } from '../messages/use-messages.js';
import { NativeCheckbox } from './native-checkbox.js';
import { nextRowIndex, toggled } from './row-keys.js';
import './data-table.css';

export interface Column<Row> {
  readonly id: string;
  readonly header: string;
  readonly cell: (row: Row) => ReactNode;
  /** Numbers and dates to compare go to the end, in tabular figures. */
  readonly align?: 'start' | 'end' | undefined;
  readonly isSortable?: boolean | undefined;
  /** For running text; every other cell stays on one line, so that rows keep one height. */
  readonly canWrap?: boolean | undefined;
  /** Leaves first when the table gets narrow. */
  readonly hideBelow?: 'medium' | 'wide' | undefined;
}

export interface Sort {
  readonly columnId: string;
  readonly direction: 'ascending' | 'descending';
}

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

/** The same function from render to render, always doing what the latest one does: rows need not render again for it. */
function useStable<Argument>(latest: (argument: Argument) => void): (argument: Argument) => void {
  const ref = useRef(latest);
  useLayoutEffect(() => {
    ref.current = latest;
  });
  return useCallback((argument: Argument) => ref.current(argument), []);
}

function HeaderCell<Row>({
  column,
  sort,
  onSortChange,
}: { readonly column: Column<Row> } & Pick<DataTableProps<Row>, 'sort' | 'onSortChange'>) {
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
      ) : (
        column.header
      )}
    </th>
  );
}

function SelectAll<Row>({
  rows,
  rowKey,
  selected,
  onChange,
}: Pick<DataTableProps<Row>, 'rows' | 'rowKey'> & {
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

interface TableRowProps {
  readonly row: unknown;
  readonly index: number;
  readonly columns: readonly Column<unknown>[];
  readonly label: string;
  readonly href: string | undefined;
  readonly isCurrent: boolean;
  readonly isPreviewed: boolean;
  readonly isSelected: boolean;
  readonly onFocus: (index: number) => void;
  readonly onPreview: ((row: unknown) => void) | undefined;
  readonly onToggle: ((row: unknown) => void) | undefined;
}

const TableRow = memo(function TableRow(props: TableRowProps) {
  const { row, columns, onPreview, onToggle } = props;
  const t = useUiText();
  const [first, ...others] = columns;
  return (
    <tr
      data-previewed={props.isPreviewed || undefined}
      data-selected={props.isSelected || undefined}
      data-pressable={onPreview !== undefined || undefined}
      onClick={(event) => onPreview && !isInteractive(event.target) && onPreview(row)}
      onFocus={() => props.onFocus(props.index)}
    >
      {onToggle && (
        <td className="mu-cell-check">
          <NativeCheckbox
            label={t('ui.table.selectRow', { row: props.label })}
            isSelected={props.isSelected}
            tabIndex={props.isCurrent ? 0 : -1}
            onChange={() => onToggle(row)}
          />
        </td>
      )}
      {first && (
        <th scope="row" data-align={first.align} data-wraps={first.canWrap || undefined}>
          <RowName {...props}>{first.cell(row)}</RowName>
        </th>
      )}
      {others.map((column) => (
        <td
          key={column.id}
          data-align={column.align}
          data-wraps={column.canWrap || undefined}
          data-hide={column.hideBelow}
        >
          {column.cell(row)}
        </td>
      ))}
    </tr>
  );
});

function RowName({
  row,
  href,
  isCurrent,
  onPreview,
  children,
}: TableRowProps & { readonly children: ReactNode }) {
  const shared = {
    className: 'mu-link',
    'data-variant': 'quiet',
    'data-row-focus': '',
    tabIndex: isCurrent ? 0 : -1,
  } as const;
  if (href !== undefined) {
    return (
      <Link to={href} {...shared}>
        {children}
      </Link>
    );
  }
  if (onPreview) {
    return (
      <button type="button" {...shared} onClick={() => onPreview(row)}>
        {children}
      </button>
    );
  }
  return children;
}

function placeInRow(target: EventTarget): 'name' | 'check' | undefined {
  if (!(target instanceof HTMLElement)) return undefined;
  if (target.dataset.rowFocus !== undefined) return 'name';
  return target.matches('[type="checkbox"]') ? 'check' : undefined;
}

function isInteractive(target: EventTarget): boolean {
  return target instanceof Element && target.closest('a, button, input, label') !== null;
}

function focusRow(body: HTMLElement, index: number, place: 'name' | 'check'): void {
  const row = body.children.item(index);
  row?.querySelector<HTMLElement>(place === 'check' ? '[type="checkbox"]' : '[data-row-focus]')?.focus();
}
