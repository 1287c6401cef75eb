/**
 * The tree of a formula as written. `at` is the offset of the node's first character (for an operator of two
 * sides, of the operator itself), counted from 0.
 */
export type Expression =
  | NumberLiteral
  | TextLiteral
  | BooleanLiteral
  | NullLiteral
  | FieldReference
  | Call
  | Unary
  | Binary;

export interface NumberLiteral {
  readonly kind: 'NumberLiteral';
  /** The digits as written: a formula's numbers are decimals, not doubles. */
  readonly text: string;
  readonly at: number;
}

interface TextLiteral {
  readonly kind: 'TextLiteral';
  readonly value: string;
  readonly at: number;
}

interface BooleanLiteral {
  readonly kind: 'BooleanLiteral';
  readonly value: boolean;
  readonly at: number;
}

interface NullLiteral {
  readonly kind: 'NullLiteral';
  readonly at: number;
}

export interface FieldReference {
  readonly kind: 'FieldReference';
  /** Dotted, as written: `Amount`, `Account.Owner.Name`, `$User.TimeZoneSidKey`. */
  readonly path: string;
  readonly at: number;
}

export interface Call {
  readonly kind: 'Call';
  /** As written; functions are found without regard to case. */
  readonly name: string;
  readonly args: readonly Expression[];
  readonly at: number;
}

export type UnaryOperator = '-' | '+' | '!';

export interface Unary {
  readonly kind: 'Unary';
  readonly operator: UnaryOperator;
  readonly operand: Expression;
  readonly at: number;
}

/** `==` is read as `=` and `!=` as `<>`. */
export type BinaryOperator =
  | '||'
  | '&&'
  | '='
  | '<>'
  | '<'
  | '>'
  | '<='
  | '>='
  | '+'
  | '-'
  | '&'
  | '*'
  | '/'
  | '^';

export interface Binary {
  readonly kind: 'Binary';
  readonly operator: BinaryOperator;
  readonly left: Expression;
  readonly right: Expression;
  readonly at: number;
}

/** The direct parts of a node, left to right. */
export function childrenOf(expression: Expression): readonly Expression[] {
  switch (expression.kind) {
    case 'Call':
      return expression.args;
    case 'Unary':
      return [expression.operand];
    case 'Binary':
      return [expression.left, expression.right];
    default:
      return [];
  }
}

/**
 * How tightly each operator of two sides binds; all group from the left.
 *
 * Salesforce documents the usual order of operations, and its help has compound interest as
 * `P * (1 + r / m) ^ (t * m)`, but its parser lets `^` bind looser than `*` and `/` (an acknowledged defect).
 * Here the documented order holds; a formula with parentheses means the same in both.
 */
export const bindingPower: Readonly<Record<BinaryOperator, number>> = {
  '||': 1,
  '&&': 2,
  '=': 3,
  '<>': 3,
  '<': 4,
  '>': 4,
  '<=': 4,
  '>=': 4,
  '+': 5,
  '-': 5,
  '&': 5,
  '*': 6,
  '/': 6,
  '^': 7,
};

/** Signs and `!` bind tighter than any operator of two sides: `-2 ^ 2` is 4, as in Salesforce. */
export const unaryPower = 8;
