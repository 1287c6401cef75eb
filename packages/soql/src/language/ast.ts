import type { Literal, NumberLiteral, StringLiteral } from './literal.js';

/*
 * The tree of one SOQL query: plain JSON, every node with its `kind` and `at`, the offset in the query text it
 * was read from. Names are as written; nothing is resolved. Absent clauses are null, absent lists empty.
 */

/** One word that names something: an object, relationship, field, function, alias or scope. */
export interface Name {
  readonly kind: 'Name';
  readonly text: string;
  readonly at: number;
}

/** Names joined by dots: `Account.Owner.Name`. Never empty. */
export interface Path {
  readonly kind: 'Path';
  readonly names: readonly Name[];
  readonly at: number;
}

/** `COUNT()` is the one call without arguments. */
export interface FunctionCall {
  readonly kind: 'FunctionCall';
  readonly name: Name;
  readonly arguments: readonly Argument[];
  readonly at: number;
}

/** `GEOLOCATION(37.775, -122.418)`, which occurs only as an argument of DISTANCE. */
export interface Geolocation {
  readonly kind: 'Geolocation';
  readonly latitude: NumberLiteral;
  readonly longitude: NumberLiteral;
  readonly at: number;
}

export type Operand = Path | FunctionCall;
export type Argument = Operand | Geolocation | Literal;

export interface SelectQuery {
  readonly kind: 'SelectQuery';
  readonly select: readonly SelectItem[];
  /** The object first; what follows it are relationships given an alias, as in `FROM Account a, a.Contacts c`. */
  readonly from: readonly FromItem[];
  readonly scope: Name | null;
  readonly where: Condition | null;
  readonly with: WithClause | null;
  readonly groupBy: GroupBy | null;
  readonly having: Condition | null;
  readonly orderBy: readonly OrderItem[];
  readonly limit: NumberLiteral | null;
  readonly offset: NumberLiteral | null;
  readonly forClauses: readonly ForClause[];
  readonly updates: readonly UpdateClause[];
  readonly allRows: boolean;
  readonly at: number;
}

export type SelectItem = FieldItem | FieldsItem | TypeofItem | SubqueryItem;

export interface FieldItem {
  readonly kind: 'FieldItem';
  readonly value: Operand;
  readonly alias: Name | null;
  readonly at: number;
}

/** `FIELDS(ALL)`. */
export interface FieldsItem {
  readonly kind: 'FieldsItem';
  readonly group: FieldGroup;
  readonly at: number;
}

export interface TypeofItem {
  readonly kind: 'TypeofItem';
  readonly on: Path;
  readonly branches: readonly TypeofBranch[];
  readonly otherwise: readonly Path[] | null;
  readonly at: number;
}

export interface TypeofBranch {
  readonly kind: 'TypeofBranch';
  readonly type: Name;
  readonly fields: readonly Path[];
  readonly at: number;
}

export interface SubqueryItem {
  readonly kind: 'SubqueryItem';
  readonly query: SelectQuery;
  readonly at: number;
}

export interface FromItem {
  readonly kind: 'FromItem';
  readonly path: Path;
  readonly alias: Name | null;
  readonly at: number;
}

export type Condition = And | Or | Not | Comparison | InList | SemiJoin | Includes;

export interface And {
  readonly kind: 'And';
  readonly operands: readonly Condition[];
  readonly at: number;
}

export interface Or {
  readonly kind: 'Or';
  readonly operands: readonly Condition[];
  readonly at: number;
}

export interface Not {
  readonly kind: 'Not';
  readonly operand: Condition;
  readonly at: number;
}

export interface Comparison {
  readonly kind: 'Comparison';
  readonly left: Operand;
  readonly operator: ComparisonOperator;
  readonly right: Literal;
  readonly at: number;
}

/** `IN` and, negated, `NOT IN` a list of values. */
export interface InList {
  readonly kind: 'InList';
  readonly left: Operand;
  readonly negated: boolean;
  readonly values: readonly Literal[];
  readonly at: number;
}

/** `IN` and, negated, `NOT IN` the values of one field of another object. */
export interface SemiJoin {
  readonly kind: 'SemiJoin';
  readonly left: Operand;
  readonly negated: boolean;
  readonly query: SelectQuery;
  readonly at: number;
}

/** `INCLUDES` and, negated, `EXCLUDES`: each text holds values joined by semicolons, all of which must be chosen. */
export interface Includes {
  readonly kind: 'Includes';
  readonly left: Operand;
  readonly negated: boolean;
  readonly values: readonly StringLiteral[];
  readonly at: number;
}

export type WithClause = WithAccess | WithDataCategory | WithContext | WithField;

export interface WithAccess {
  readonly kind: 'WithAccess';
  readonly mode: AccessMode;
  readonly at: number;
}

/** `WITH DATA CATEGORY`: all of the filters hold. */
export interface WithDataCategory {
  readonly kind: 'WithDataCategory';
  readonly filters: readonly CategoryFilter[];
  readonly at: number;
}

export interface CategoryFilter {
  readonly kind: 'CategoryFilter';
  readonly group: Name;
  readonly operator: CategoryOperator;
  readonly categories: readonly Name[];
  readonly at: number;
}

/** `WITH RecordVisibilityContext (maxDescriptorPerRecord = 100)`. */
export interface WithContext {
  readonly kind: 'WithContext';
  readonly name: Name;
  readonly settings: readonly WithSetting[];
  readonly at: number;
}

export interface WithSetting {
  readonly kind: 'WithSetting';
  readonly name: Name;
  readonly value: Literal;
  readonly at: number;
}

/** `WITH UserId = '005…'`, which the profile feed needs. */
export interface WithField {
  readonly kind: 'WithField';
  readonly field: Path;
  readonly value: Literal;
  readonly at: number;
}

export interface GroupBy {
  readonly kind: 'GroupBy';
  readonly mode: GroupMode;
  readonly keys: readonly Operand[];
  readonly at: number;
}

export interface OrderItem {
  readonly kind: 'OrderItem';
  readonly value: Operand;
  readonly direction: 'ASC' | 'DESC';
  readonly nulls: 'FIRST' | 'LAST' | null;
  readonly at: number;
}

export type ComparisonOperator = '=' | '!=' | '<' | '<=' | '>' | '>=' | 'LIKE';
export type FieldGroup = 'ALL' | 'STANDARD' | 'CUSTOM';
export type AccessMode = 'SECURITY_ENFORCED' | 'USER_MODE' | 'SYSTEM_MODE';
export type CategoryOperator = 'AT' | 'ABOVE' | 'BELOW' | 'ABOVE_OR_BELOW';
export type GroupMode = 'PLAIN' | 'ROLLUP' | 'CUBE';
export type ForClause = 'VIEW' | 'REFERENCE' | 'UPDATE';
export type UpdateClause = 'TRACKING' | 'VIEWSTAT';

/** Any node of the tree. */
export type SoqlNode =
  | SelectQuery
  | SelectItem
  | TypeofBranch
  | FromItem
  | Condition
  | WithClause
  | CategoryFilter
  | WithSetting
  | GroupBy
  | OrderItem
  | Operand
  | Geolocation
  | Literal
  | Name;
