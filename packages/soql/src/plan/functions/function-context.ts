import type { Operand, Path } from '../../language/ast.js';
import type { CompileContext, ResolvedField } from '../source.js';

/** The clause a function stands in: some are only for the select list, some for all but that. */
export type Place = 'SELECT' | 'WHERE' | 'GROUP BY' | 'HAVING' | 'ORDER BY';

export interface FunctionContext {
  readonly context: CompileContext;
  readonly place: Place;
  /** Whether the rows are groups, so that a date function may be selected. */
  readonly isGrouped: boolean;
  /** Reads an argument: a field, or in a grouped query what is grouped or aggregated. */
  readonly read: (operand: Operand) => ResolvedField;
  /** Reads the parts of a place or an address by their keys; undefined for any other path. Absent where rows are groups. */
  readonly readWhole?: ((path: Path) => ReadonlyMap<string, ResolvedField> | undefined) | undefined;
}
