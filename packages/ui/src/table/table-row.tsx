import { memo, type ReactNode } from 'react';
import { Link } from 'react-router';
import { useUiText } from '../messages/use-messages.js';
import type { Column } from './column.js';
import { NativeCheckbox } from './native-checkbox.js';

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

/** One row; it renders again only when something about it changed. */
export const TableRow = memo(function TableRow(props: TableRowProps) {
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
          {others.map(
            (column) =>
              column.movesUnderName && (
                <span key={column.id} className="mu-cell-note" data-show={column.hideBelow}>
                  {column.cell(row)}
                </span>
              ),
          )}
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

function isInteractive(target: EventTarget): boolean {
  return target instanceof Element && target.closest('a, button, input, label') !== null;
}
