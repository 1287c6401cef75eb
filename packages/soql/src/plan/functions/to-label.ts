import { fieldType, picklistLabel } from '@muster/metadata';
import { binary, type Expr, param } from '@muster/sql';
import type { FunctionCall, Operand } from '../../language/ast.js';
import { queryError } from '../../language/query-error.js';
import { derivedField } from '../name-object.js';
import type { CompileContext, ResolvedField } from '../source.js';
import type { FunctionContext } from './function-context.js';

/**
 * The label of a picklist's value in the reader's language. In WHERE labels are compared with, without case; rows
 * sort by the order of the list, never by label (SOQL and SOSL Reference, "toLabel()").
 */
export function readLabel(functions: FunctionContext, node: FunctionCall, operand: Operand): ResolvedField {
  const { context, place } = functions;
  if (place !== 'SELECT' && place !== 'WHERE') {
    const message = `toLabel() cannot be used in ${place}; values sort in the order of their picklist`;
    throw queryError(context.text, 'MALFORMED_QUERY', node.at, message);
  }
  const resolved = functions.read(operand);
  const { hasPicklist, describeType } = fieldType(resolved.field);
  const isRecordTypeName = resolved.object.name === 'RecordType' && resolved.field.name === 'Name';
  if (!hasPicklist && !isRecordTypeName) {
    const message = `toLabel() is for picklists and record type names, and '${resolved.field.name}' is neither`;
    throw queryError(context.text, 'MALFORMED_QUERY', node.at, message);
  }
  if (place === 'SELECT') return { ...resolved, toJson: labelWriter(context, resolved) };
  if (!hasPicklist || describeType === 'multipicklist') {
    const message = `filter '${resolved.field.name}' by its own values: toLabel() in WHERE is for picklists`;
    throw queryError(context.text, 'INVALID_QUERY_FILTER_OPERATOR', node.at, message);
  }
  return {
    object: resolved.object,
    field: derivedField(resolved.field.name, 'Text'),
    expr: labelExpr(context, resolved),
  };
}

/** Writes labels from stored values; several values keep their semicolons. */
function labelWriter(context: CompileContext, { object, field }: ResolvedField): (text: string) => string {
  const { describeType } = fieldType(field);
  const label = (value: string) => picklistLabel(context.snapshot, object, field, value, context.language);
  return describeType === 'multipicklist'
    ? (text) => JSON.stringify(text.split(';').map(label).join(';'))
    : (text) => JSON.stringify(label(text));
}

function labelExpr(context: CompileContext, { object, field, expr }: ResolvedField): Expr {
  const branches = (field.picklist?.values ?? []).flatMap(({ value }) => {
    const label = picklistLabel(context.snapshot, object, field, value, context.language);
    if (label === value) return [];
    return [{ when: binary('=', expr, param(value, 'text')), value: param(label, 'text') }];
  });
  return branches.length === 0 ? expr : { kind: 'CaseWhen', branches, otherwise: expr };
}
