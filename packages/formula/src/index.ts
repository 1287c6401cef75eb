export {
  type CheckedFormula,
  type CheckOptions,
  checkFormula,
  type FormulaProblem,
} from './check-formula.js';
export type { CheckedExpression } from './checked-expression.js';
export { type CompiledFormula, compileFormula, type EvaluationContext } from './compile-formula.js';
export type { Expression } from './expression.js';
export type { FieldValue, FormulaValue } from './field-value.js';
export { fieldsUsed } from './fields-used.js';
export { type FormulaError, type FormulaErrorCode, isFormulaError } from './formula-error.js';
export type { FieldInfo, FormulaType, Scope } from './formula-type.js';
export { maxFormulaLength, parseFormula } from './parse-formula.js';
export { printFormula } from './print-formula.js';
