/** How the numbered conditions of a list view or rule go together: `1 AND (2 OR 3)`. Numbers begin at 1. */
export type FilterLogic =
  | { readonly kind: 'Condition'; readonly number: number }
  | { readonly kind: 'Not'; readonly operand: FilterLogic }
  | { readonly kind: 'And' | 'Or'; readonly operands: readonly FilterLogic[] };

const DEEPEST = 50;

/**
 * Reads filter logic over `count` conditions, or says what is wrong with it. AND and OR mixed without parentheses are
 * refused, as Salesforce does, and so is logic that leaves a condition out.
 */
export function parseFilterLogic(text: string, count: number): FilterLogic | string {
  const tokens = text.match(/\d+|[a-z]+|[()]|\S/gi) ?? [];
  let at = 0;
  const used = new Set<number>();

  function group(depth: number): FilterLogic {
    const operands = [term(depth)];
    let joined: 'And' | 'Or' | undefined;
    for (;;) {
      const word = tokens[at]?.toUpperCase();
      if (word !== 'AND' && word !== 'OR') break;
      const kind = word === 'AND' ? 'And' : 'Or';
      if (joined !== undefined && joined !== kind)
        throw new Wrong('AND and OR are mixed without parentheses');
      joined = kind;
      at += 1;
      operands.push(term(depth));
    }
    const [only] = operands;
    return joined === undefined && only !== undefined ? only : { kind: joined ?? 'And', operands };
  }

  function term(depth: number): FilterLogic {
    if (depth > DEEPEST) throw new Wrong(`it is nested more than ${DEEPEST} levels deep`);
    const token = tokens[at];
    at += 1;
    if (token === undefined) throw new Wrong('it ends too early');
    if (token.toUpperCase() === 'NOT') return { kind: 'Not', operand: term(depth + 1) };
    if (token === '(') {
      const inner = group(depth + 1);
      if (tokens[at] !== ')') throw new Wrong('a parenthesis is not closed');
      at += 1;
      return inner;
    }
    const number = /^\d+$/.test(token) ? Number(token) : 0;
    if (number < 1) throw new Wrong(`${token} is not expected there`);
    if (number > count) throw new Wrong(`there is no condition ${number}`);
    used.add(number);
    return { kind: 'Condition', number };
  }

  try {
    const logic = group(0);
    const rest = tokens[at];
    if (rest !== undefined) return `${rest} is not expected there`;
    const left = Array.from({ length: count }, (_, i) => i + 1).find((number) => !used.has(number));
    return left === undefined ? logic : `condition ${left} is left out`;
  } catch (failure) {
    if (failure instanceof Wrong) return failure.message;
    throw failure;
  }
}

/** Logic in which all conditions must hold. */
export function allOf(count: number): FilterLogic {
  const operands = Array.from({ length: count }, (_, i) => ({ kind: 'Condition', number: i + 1 }) as const);
  return { kind: 'And', operands };
}

class Wrong extends Error {}
