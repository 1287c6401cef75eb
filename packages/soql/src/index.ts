export type {
  AccessMode,
  And,
  Argument,
  CategoryFilter,
  CategoryOperator,
  Comparison,
  ComparisonOperator,
  Condition,
  FieldGroup,
  FieldItem,
  FieldsItem,
  ForClause,
  FromItem,
  FunctionCall,
  Geolocation,
  GroupBy,
  GroupMode,
  Includes,
  InList,
  Name,
  Not,
  Operand,
  Or,
  OrderItem,
  Path,
  SelectItem,
  SelectQuery,
  SemiJoin,
  SoqlNode,
  SubqueryItem,
  TypeofBranch,
  TypeofItem,
  UpdateClause,
  WithAccess,
  WithClause,
  WithContext,
  WithDataCategory,
  WithField,
  WithSetting,
} from './language/ast.js';
export {
  type BooleanLiteral,
  type CurrencyLiteral,
  type DateLiteral,
  type DateRangeLiteral,
  type DateTimeLiteral,
  type FixedDateRange,
  fixedDateRanges,
  type Literal,
  likePattern,
  type NullLiteral,
  type NumberedDateRange,
  type NumberLiteral,
  numberedDateRanges,
  type StringLiteral,
  type TimeLiteral,
} from './language/literal.js';
export { parseSoql } from './language/parse-soql.js';
export { printLiteral } from './language/print-literal.js';
export { printSoql } from './language/print-soql.js';
export { queryError } from './language/query-error.js';
export { type QueryParameter, type QueryShape, queryShape } from './language/query-shape.js';
export { childrenOf, walk } from './language/walk.js';
export { type CompileRequest, compileQuery } from './plan/compile-query.js';
export { dateRange } from './plan/date-range.js';
export type {
  ChildItem,
  ChildPlan,
  ParentItem,
  QueryPlan,
  ShapeItem,
  ValueItem,
  Visibility,
} from './plan/plan.js';
export { restoreId } from './plan/restore-id.js';
export { type SoqlDateTime, type SoqlFragment, soql, soqlContains, soqlDate, soqlNames } from './soql-tag.js';
export type { SearchQuery } from './sosl/ast.js';
export { compileSearch, type SearchPlan } from './sosl/compile-search.js';
export { INDEXED_LENGTH, type IndexQuery, indexQuery } from './sosl/index-query.js';
export { parseSosl } from './sosl/parse-sosl.js';
export { LETTER } from './sosl/search-condition.js';
