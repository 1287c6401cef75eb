import type { FunctionCall, Operand } from '../../language/ast.js';
import { queryError } from '../../language/query-error.js';
import type { ResolvedField } from '../source.js';
import { isAggregateFunction } from './aggregates.js';
import { isDateFunction, readDateFunction } from './date-functions.js';
import { readDistance } from './distance.js';
import { readFormat } from './format.js';
import type { FunctionContext } from './function-context.js';
import { readLabel } from './to-label.js';

/**
 * What a function other than an aggregate gives.
 * @throws MusterError MALFORMED_QUERY where the function does not belong or its argument does not fit it,
 * INVALID_OPERATION for one this version does not compute.
 */
export function readFunction(functions: FunctionContext, node: FunctionCall): ResolvedField {
  const { context, place, isGrouped } = functions;
  const name = node.name.text.toUpperCase();
  if (isDateFunction(name)) {
    if (place !== 'SELECT' || isGrouped) return readDateFunction(functions, node);
    const message = `${node.name.text}() can be selected only where it, or its field, stands in GROUP BY`;
    throw queryError(context.text, 'MALFORMED_QUERY', node.at, message);
  }
  if (isAggregateFunction(name)) {
    const message = `aggregate function ${node.name.text}() can not stand in ${place}`;
    throw queryError(context.text, 'MALFORMED_QUERY', node.at, message);
  }
  switch (name) {
    case 'TOLABEL':
      return readLabel(functions, node, onlyArgument(functions, node));
    case 'FORMAT':
      return readFormat(functions, node, onlyArgument(functions, node));
    case 'CONVERTTIMEZONE':
      throw queryError(
        context.text,
        'MALFORMED_QUERY',
        node.at,
        'convertTimezone() can be used only inside a date function',
      );
    case 'CONVERTCURRENCY':
      throw queryError(
        context.text,
        'INVALID_OPERATION',
        node.at,
        'convertCurrency() is for agencies with several currencies, and this one has a single currency',
      );
    case 'DISTANCE':
      return readDistance(functions, node);
    case 'GROUPING':
      throw queryError(
        context.text,
        'MALFORMED_QUERY',
        node.at,
        'GROUPING() takes a field of GROUP BY ROLLUP or GROUP BY CUBE',
      );
    default:
      throw queryError(context.text, 'MALFORMED_QUERY', node.at, `unknown function: ${node.name.text}`);
  }
}

function onlyArgument({ context }: FunctionContext, node: FunctionCall): Operand {
  const [argument] = node.arguments;
  if (node.arguments.length === 1 && (argument?.kind === 'Path' || argument?.kind === 'FunctionCall'))
    return argument;
  throw queryError(context.text, 'MALFORMED_QUERY', node.at, `${node.name.text}() takes one field`);
}
