/**
 * SQL as a tree of plain, immutable JSON. Values enter a statement only as `Param`, names only as identifiers the
 * printer quotes. There is one printer per engine.
 */

export type SqlType =
  | 'text'
  | 'text[]'
  | 'numeric'
  | 'integer'
  | 'bigint'
  | 'boolean'
  | 'date'
  | 'timestamptz'
  | 'time'
  | 'jsonb';

export type Expr =
  | Column
  | Param
  | Null
  | Call
  | Binary
  | Logical
  | Not
  | IsNull
  | InList
  | InSelect
  | AnyOf
  | Exists
  | Scalar
  | CaseWhen
  | Cast
  | Window
  | Star;

/** A column of a table or sub-select named by its alias. */
export interface Column {
  readonly kind: 'Column';
  readonly table: string;
  readonly name: string;
}
/** A value, sent apart from the text. The type fixes how the engine reads it. */
export interface Param {
  readonly kind: 'Param';
  readonly value: string | number | boolean | null | readonly string[];
  readonly type: SqlType;
}
export interface Null {
  readonly kind: 'Null';
  readonly type: SqlType;
}
/** `count(*)`. */
export interface Star {
  readonly kind: 'Star';
}
/** A function of the closed list in `functions.ts`. */
export interface Call {
  readonly kind: 'Call';
  readonly name: SqlFunction;
  readonly args: readonly Expr[];
  readonly distinct?: boolean;
  readonly filter?: Expr;
}
export type BinaryOperator =
  | '='
  | '<>'
  | '<'
  | '<='
  | '>'
  | '>='
  | 'like'
  | '~'
  | 'is distinct from'
  | 'is not distinct from'
  | '+'
  | '-'
  | '*'
  | '/'
  | '||';
export interface Binary {
  readonly kind: 'Binary';
  readonly operator: BinaryOperator;
  readonly left: Expr;
  readonly right: Expr;
}
export interface Logical {
  readonly kind: 'Logical';
  readonly operator: 'and' | 'or';
  readonly operands: readonly Expr[];
}
export interface Not {
  readonly kind: 'Not';
  readonly operand: Expr;
}
export interface IsNull {
  readonly kind: 'IsNull';
  readonly operand: Expr;
}
export interface InList {
  readonly kind: 'InList';
  readonly operand: Expr;
  readonly items: readonly Expr[];
}
export interface InSelect {
  readonly kind: 'InSelect';
  readonly operand: Expr;
  readonly select: Select;
}
/** `operand = any($1)`: one array parameter instead of a list of unknown length. */
export interface AnyOf {
  readonly kind: 'AnyOf';
  readonly operand: Expr;
  readonly array: Param;
}
export interface Exists {
  readonly kind: 'Exists';
  readonly select: Select;
}
/** A sub-select with one column and at most one row. */
export interface Scalar {
  readonly kind: 'Scalar';
  readonly select: Select;
}
export interface CaseWhen {
  readonly kind: 'CaseWhen';
  readonly branches: readonly { readonly when: Expr; readonly value: Expr }[];
  readonly otherwise?: Expr;
}
export interface Cast {
  readonly kind: 'Cast';
  readonly operand: Expr;
  readonly type: SqlType;
}

/** A number per row within its partition. */
export interface Window {
  readonly kind: 'Window';
  readonly function: 'row_number';
  readonly partitionBy: readonly Expr[];
  readonly orderBy: readonly OrderItem[];
}

/** Functions a tree may call; each printer has a template for every one. */
export type SqlFunction =
  | 'fold'
  | 'count'
  | 'count_distinct'
  | 'sum'
  | 'avg'
  | 'min'
  | 'max'
  | 'coalesce'
  | 'now'
  | 'date_part'
  | 'grouping'
  | 'at_zone'
  | 'day_of'
  | 'floor'
  | 'position_in'
  | 'distance';

export interface OutputColumn {
  readonly expr: Expr;
  readonly alias: string;
}

export type FromItem =
  | { readonly kind: 'Table'; readonly schema: string; readonly name: string; readonly alias: string }
  | { readonly kind: 'SubSelect'; readonly select: Select; readonly alias: string };

export interface Join {
  readonly kind: 'left' | 'inner';
  readonly item: FromItem;
  readonly on: Expr;
}

export interface OrderItem {
  readonly expr: Expr;
  readonly direction: 'asc' | 'desc';
  readonly nulls: 'first' | 'last';
}

export interface Select {
  readonly kind: 'Select';
  readonly columns: readonly OutputColumn[];
  readonly from: FromItem;
  readonly joins: readonly Join[];
  readonly where?: Expr;
  readonly groupBy?: readonly Expr[];
  /** Adds rows for subtotals: of every leading part of `groupBy`, or of every part. */
  readonly subtotals?: 'rollup' | 'cube';
  readonly having?: Expr;
  readonly orderBy?: readonly OrderItem[];
  readonly limit?: Param;
  readonly offset?: Param;
  /** Locks the rows of `from`, and not those joined to them. */
  readonly lock?: 'update' | 'share';
}
