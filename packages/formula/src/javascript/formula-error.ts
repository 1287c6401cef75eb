export type FormulaErrorCode =
  | 'DivisionByZero'
  | 'InvalidNumber'
  | 'InvalidDate'
  | 'OutOfRange'
  | 'TooBig'
  | 'InvalidPattern'
  | 'PatternTooComplicated'
  | 'UnfitValue';

/**
 * What a formula answers where it has no value: a division by zero, a text that is no number. It is a value, not
 * an exception, so one bad row never stops a batch. Salesforce shows it as `#Error!`.
 */
export interface FormulaError {
  readonly kind: 'FormulaError';
  readonly code: FormulaErrorCode;
  readonly message: string;
}

export function isFormulaError(value: unknown): value is FormulaError {
  return typeof value === 'object' && value !== null && 'kind' in value && value.kind === 'FormulaError';
}

/** Carries a FormulaError up through one evaluation; `evaluate` and IFERROR catch it, nobody else sees it. */
export class FormulaFault extends Error {
  readonly error: FormulaError;

  constructor(code: FormulaErrorCode, message: string) {
    super(message);
    this.name = 'FormulaFault';
    this.error = { kind: 'FormulaError', code, message };
  }
}
