import type { ObjectDef } from '@muster/metadata';
import type { Expr, Select } from '@muster/sql';

/** What the reader may see, asked for while a query is compiled. */
export interface Visibility {
  canReadObject(object: ObjectDef): boolean;
  /** Of a field, of a whole such as an address, or of a declared field without values. */
  canReadField(object: ObjectDef, fieldName: string): boolean;
  /** Whether encrypted text is shown as it is, not masked. */
  readonly seesEncrypted?: boolean;
  /** The condition rows of `alias` must meet; undefined when all rows may be seen. */
  scope(object: ObjectDef, alias: string): Expr | undefined;
}

/** How a record is written from a row of text. `column` counts the select list from 0. */
export type ShapeItem = ValueItem | WholeItem | ParentItem | ChildItem;

export interface ValueItem {
  readonly kind: 'value';
  readonly key: string;
  readonly column: number;
  /** PostgreSQL's text to JSON text. */
  readonly toJson: (text: string) => string;
  /** The value names a stored content: clients are given its address instead. */
  readonly isContent: boolean;
}

/** An address or a place: an object of its parts' values, null when none of them has one. */
export interface WholeItem {
  readonly kind: 'whole';
  readonly key: string;
  readonly parts: readonly ValueItem[];
}

/** A parent record: null when none of the id columns holds an id. */
export interface ParentItem {
  readonly kind: 'parent';
  readonly key: string;
  /** One per object the record may be of, each with what is written of it: the first whose id is there counts. */
  readonly targets: readonly ParentTarget[];
  /** Whether TYPEOF says what is written: then nothing else of the query goes through this parent. */
  readonly isTypeof: boolean;
}

export interface ParentTarget {
  readonly object: string;
  /** `type` in attributes: the object, or `Name` where the path is read on that. */
  readonly type: string;
  readonly idColumn: number;
  readonly items: readonly ShapeItem[];
}

export interface ChildItem {
  readonly kind: 'child';
  readonly key: string;
  /** Index into `QueryPlan.children`. */
  readonly child: number;
}

/** A query ready to run: an SQL tree and how to write its rows. Values inside are parameters of the tree. */
export interface QueryPlan {
  readonly object: ObjectDef;
  readonly kind: 'records' | 'count' | 'aggregate';
  readonly select: Select;
  readonly items: readonly ShapeItem[];
  readonly children: readonly ChildPlan[];
  /** Column with the id of the root record; undefined for counts and aggregates. */
  readonly idColumn: number | undefined;
  /** Whether the query names its own order; without one, rows come in id order. */
  readonly ordered: boolean;
  /** LIMIT of the query itself. */
  readonly limit: number | undefined;
  /** False when literals such as TODAY were turned into instants. */
  readonly isTimeless: boolean;
  /** Whether the records answered count as viewed by the reader. */
  readonly marksViewed: boolean;
  /** Root table alias, for conditions added later. */
  readonly alias: string;
}

export interface ChildPlan {
  readonly relationship: string;
  readonly plan: QueryPlan;
  /** The lookup to the parent, as an expression and as a column of the child's rows. */
  readonly parentId: Expr;
  readonly parentIdColumn: number;
  readonly offset: number;
  /** The query that gives the children of one parent by itself, for the pages after the first. */
  readonly soqlOf: (parentId: string) => string;
}
