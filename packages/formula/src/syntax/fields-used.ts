import { childrenOf, type Expression } from './expression.js';

/** The field paths a formula names, each once, in the order they first appear. */
export function fieldsUsed(expression: Expression): readonly string[] {
  const paths = new Set<string>();
  const visit = (node: Expression): void => {
    if (node.kind === 'FieldReference') paths.add(node.path);
    for (const child of childrenOf(node)) visit(child);
  };
  visit(expression);
  return [...paths];
}
