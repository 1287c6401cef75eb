export { and, anyOf, binary, call, column, FALSE, isNull, not, or, param, TRUE } from './build.js';
export {
  type Bindings,
  bindParams,
  type PrintedSelect,
  printPostgres,
  type Statement,
} from './print-postgres.js';
export { quoteIdent } from './quote-ident.js';
export type {
  BinaryOperator,
  Call,
  Column,
  Expr,
  FromItem,
  Join,
  OrderItem,
  OutputColumn,
  Param,
  Select,
  SqlFunction,
  SqlType,
} from './tree.js';
