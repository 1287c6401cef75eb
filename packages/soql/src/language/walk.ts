import { assertNever } from '@muster/kernel';
import type { SoqlNode } from './ast.js';

/** The nodes directly inside `node`, in the order of the query text. */
export function childrenOf(node: SoqlNode): readonly SoqlNode[] {
  switch (node.kind) {
    case 'SelectQuery':
      return present(
        ...node.select,
        ...node.from,
        node.scope,
        node.where,
        node.with,
        node.groupBy,
        node.having,
        ...node.orderBy,
        node.limit,
        node.offset,
      );
    case 'FieldItem':
      return present(node.value, node.alias);
    case 'TypeofItem':
      return [node.on, ...node.branches, ...(node.otherwise ?? [])];
    case 'TypeofBranch':
      return [node.type, ...node.fields];
    case 'SubqueryItem':
      return [node.query];
    case 'FromItem':
      return present(node.path, node.alias);
    case 'And':
    case 'Or':
      return node.operands;
    case 'Not':
      return [node.operand];
    case 'Comparison':
      return [node.left, node.right];
    case 'InList':
    case 'Includes':
      return [node.left, ...node.values];
    case 'SemiJoin':
      return [node.left, node.query];
    case 'WithDataCategory':
      return node.filters;
    case 'CategoryFilter':
      return [node.group, ...node.categories];
    case 'WithContext':
      return [node.name, ...node.settings];
    case 'WithSetting':
      return [node.name, node.value];
    case 'WithField':
      return [node.field, node.value];
    case 'GroupBy':
      return node.keys;
    case 'OrderItem':
      return [node.value];
    case 'Path':
      return node.names;
    case 'FunctionCall':
      return [node.name, ...node.arguments];
    case 'Geolocation':
      return [node.latitude, node.longitude];
    case 'FieldsItem':
    case 'WithAccess':
    case 'Name':
    case 'StringLiteral':
    case 'NumberLiteral':
    case 'DateLiteral':
    case 'DateTimeLiteral':
    case 'TimeLiteral':
    case 'BooleanLiteral':
    case 'NullLiteral':
    case 'CurrencyLiteral':
    case 'DateRangeLiteral':
      return [];
    default:
      return assertNever(node);
  }
}

/** Calls `visit` for `node` and everything inside it, a node before its children; false keeps out of a node. */
export function walk(node: SoqlNode, visit: (node: SoqlNode) => boolean | undefined): void {
  if (visit(node) === false) return;
  for (const child of childrenOf(node)) walk(child, visit);
}

function present(...nodes: readonly (SoqlNode | null)[]): readonly SoqlNode[] {
  return nodes.filter((node) => node !== null);
}
