/**
 * The product's one expression language, Salesforce formulas, by stages:
 * text -> tokens -> Expression (`syntax/`) -> CheckedExpression (`check/`) -> a back end (`javascript/`).
 * What functions and operators there are, and what each back end makes of them, is data in `functions/`.
 */
export {
  type CheckedFormula,
  type CheckOptions,
  checkFormula,
  type FormulaProblem,
} from './check/check-formula.js';
export type { CheckedExpression } from './check/checked-expression.js';
export type { FieldInfo, FormulaType, Scope } from './check/formula-type.js';
export {
  type CompiledFormula,
  compileFormula,
  type EvaluationContext,
} from './javascript/compile-formula.js';
export type { FieldValue, FormulaValue } from './javascript/field-value.js';
export { type FormulaError, type FormulaErrorCode, isFormulaError } from './javascript/formula-error.js';
export type { Expression } from './syntax/expression.js';
export { fieldsUsed } from './syntax/fields-used.js';
export { maxFormulaLength, parseFormula } from './syntax/parse-formula.js';
export { printFormula } from './syntax/print-formula.js';
