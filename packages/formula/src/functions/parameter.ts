import type { FormulaType } from '../check/formula-type.js';
import type { Parameter, TypeVariable } from './operation.js';

/** Types that can be shown and handed on; picklists can only be asked for their value. */
const plainTypes = ['Text', 'Number', 'Date', 'DateTime', 'Time'] as const satisfies readonly FormulaType[];

/** Any type but a picklist. */
export const anyPlain: TypeVariable = { variable: 'T', of: [...plainTypes, 'Boolean'] };

/** Any type that can be blank; a checkbox never is. */
export const anyBlankable: TypeVariable = { variable: 'T', of: plainTypes };

/** A second variable beside `anyBlankable`. */
export const anyKey: TypeVariable = { variable: 'K', of: plainTypes };

/** Shorthand for a declaration: `required('text', 'Text')`. */
export function required(name: string, type: Parameter['type']): Parameter {
  return { name, type };
}

export function optional(name: string, type: Parameter['type']): Parameter {
  return { name, type, isOptional: true };
}

export function repeated(name: string, type: Parameter['type']): Parameter {
  return { name, type, isRepeated: true };
}
