import type { ReactNode } from 'react';

/** One column of a DataTable. */
export interface Column<Row> {
  readonly id: string;
  readonly header: string;
  readonly cell: (row: Row) => ReactNode;
  /** Numbers and dates to compare go to the end, in tabular figures. */
  readonly align?: 'start' | 'end' | undefined;
  readonly isSortable?: boolean | undefined;
  /** For running text; every other cell stays on one line, so that rows keep one height. */
  readonly canWrap?: boolean | undefined;
  /** The header is for screen readers only: for a column of buttons. */
  readonly isHeaderHidden?: boolean | undefined;
  /** Leaves first when the table gets narrow. */
  readonly hideBelow?: 'medium' | 'wide' | undefined;
  /** When it has left, its cell stands as a second line under the row's name. */
  readonly movesUnderName?: boolean | undefined;
}

/** What a table is sorted by. */
export interface Sort {
  readonly columnId: string;
  readonly direction: 'ascending' | 'descending';
}
