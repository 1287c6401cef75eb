import { type FormulaType, typeLabel } from './check/formula-type.js';

/**
 * The sentences a formula is refused with, worded as Salesforce words them so that what an admin has learnt, and
 * what is found by searching for it, applies. The word "Error: " before them is the editor's, not theirs.
 */
export const wording = {
  missing: (what: string) => `Syntax error. Missing ${what}`,
  found: (what: string) => `Syntax error. Found '${what}'`,
  extra: (what: string) => `Syntax error. Extra ${what}`,
  tooLong: (length: number, limit: number) =>
    `Formula is too long (${grouped(length)} characters). Maximum length is ${grouped(limit)} characters`,
  tooDeep: (limit: number) => `Formula is too complex. Maximum depth is ${grouped(limit)} levels`,
  fieldDoesNotExist: (path: string) => `Field ${path} does not exist. Check spelling.`,
  invalidNumber: (text: string) => `The value '${text}' is not a valid number.`,
  unknownFunction: (name: string) => `Unknown function ${name}. Check spelling.`,
  parameterCount: (name: string, expected: number, received: number) =>
    `Incorrect number of parameters for ${describe(name)}. Expected ${expected}, received ${received}`,
  parameterType: (name: string, expected: readonly string[], received: FormulaType) =>
    `Incorrect parameter type for ${describe(name)}. Expected ${expected.join(', ')}, received ${typeLabel(received)}`,
  resultType: (expected: FormulaType, received: FormulaType) =>
    `Formula result is data type (${typeLabel(received)}), incompatible with expected data type (${typeLabel(expected)}).`,
  picklistField: (path: string) =>
    `Field ${path} is a picklist field. Picklist fields are only supported in certain functions.`,
  multipicklistField: (path: string) =>
    `Field ${path} is a multi-select picklist field. Multi-select picklist fields are only supported in certain functions.`,
  includesLiteral:
    'Incorrect parameter for function INCLUDES(). Text Literal must be a valid value for this multi-select picklist field.',
} as const;

/** `function 'IF()'` or `operator '+'`. */
function describe(name: string): string {
  return /^[A-Za-z]/.test(name) ? `function '${name}()'` : `operator '${name}'`;
}

function grouped(count: number): string {
  return count.toLocaleString('en-US');
}
