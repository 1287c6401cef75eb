import { wording } from '../wording.js';
import {
  type BinaryOperator,
  bindingPower,
  childrenOf,
  type Expression,
  type UnaryOperator,
  unaryPower,
} from './expression.js';
import { lexFormula, type Token } from './lex-formula.js';
import { syntaxError } from './syntax-error.js';

/** The longest formula that is read, in characters (Salesforce's limit on compiled formulas). */
export const maxFormulaLength = 5000;

/** The deepest nesting of parentheses, calls and signs. */
const maxNesting = 100;

/** The deepest tree; a chain `a + b + c …` grows it by one per operator. */
const maxDepth = 500;

/** Reads a formula. Throws MusterError with Salesforce's wording and the position of the first mistake. */
export function parseFormula(text: string): Expression {
  if (text.length > maxFormulaLength) {
    throw syntaxError(text, maxFormulaLength, wording.tooLong(text.length, maxFormulaLength));
  }
  const parser: Parser = { text, tokens: lexFormula(text), next: 0, nesting: 0 };
  const expression = parseExpression(parser, 0);
  const rest = peek(parser);
  if (rest.kind !== 'End') {
    throw fail(parser, rest, wording.extra(rest.kind === 'Name' ? rest.text : `'${rest.text}'`));
  }
  if (depthOf(expression) > maxDepth) throw syntaxError(text, 0, wording.tooDeep(maxDepth));
  return expression;
}

interface Parser {
  readonly text: string;
  readonly tokens: readonly Token[];
  next: number;
  nesting: number;
}

/** Pratt's loop: takes operators as long as they bind tighter than the one to the left. */
function parseExpression(parser: Parser, minimum: number): Expression {
  parser.nesting += 1;
  if (parser.nesting > maxNesting) throw fail(parser, peek(parser), wording.tooDeep(maxNesting));
  let left = parsePrefix(parser);
  for (;;) {
    const token = peek(parser);
    const operator = binaryOperator(token);
    if (operator === undefined || bindingPower[operator] <= minimum) break;
    take(parser);
    const right = parseExpression(parser, bindingPower[operator]);
    left = { kind: 'Binary', operator, left, right, at: token.at };
  }
  parser.nesting -= 1;
  return left;
}

function parsePrefix(parser: Parser): Expression {
  const token = take(parser);
  const { at } = token;
  switch (token.kind) {
    case 'Number':
      return { kind: 'NumberLiteral', text: token.text, at };
    case 'Text':
      return { kind: 'TextLiteral', value: token.value, at };
    case 'Name':
      return parseName(parser, token);
    case 'Symbol':
      if (token.text === '(') {
        const inner = parseExpression(parser, 0);
        expect(parser, ')');
        return inner;
      }
      if (isUnaryOperator(token.text)) {
        return { kind: 'Unary', operator: token.text, operand: parseExpression(parser, unaryPower), at };
      }
      throw fail(parser, token, wording.found(token.text));
    case 'End':
      throw fail(parser, token, wording.found('end of formula'));
  }
}

function parseName(parser: Parser, token: Token): Expression {
  const { text, at } = token;
  switch (text.toUpperCase()) {
    case 'TRUE':
      return { kind: 'BooleanLiteral', value: true, at };
    case 'FALSE':
      return { kind: 'BooleanLiteral', value: false, at };
    case 'NULL':
      return { kind: 'NullLiteral', at };
    case 'NOT':
      return { kind: 'Call', name: text, args: [parseExpression(parser, unaryPower)], at };
  }
  if (!isSymbol(peek(parser), '(')) return { kind: 'FieldReference', path: text, at };
  take(parser);
  return { kind: 'Call', name: text, args: parseArguments(parser), at };
}

function parseArguments(parser: Parser): readonly Expression[] {
  const args: Expression[] = [];
  if (!isSymbol(peek(parser), ')')) {
    args.push(parseExpression(parser, 0));
    while (isSymbol(peek(parser), ',')) {
      take(parser);
      args.push(parseExpression(parser, 0));
    }
  }
  expect(parser, ')');
  return args;
}

const spellings: Readonly<Record<string, BinaryOperator>> = { '==': '=', '!=': '<>' };

function binaryOperator(token: Token): BinaryOperator | undefined {
  if (token.kind !== 'Symbol') return undefined;
  const operator = spellings[token.text] ?? token.text;
  return operator in bindingPower ? (operator as BinaryOperator) : undefined;
}

function isUnaryOperator(symbol: string): symbol is UnaryOperator {
  return symbol === '-' || symbol === '+' || symbol === '!';
}

function isSymbol(token: Token, symbol: string): boolean {
  return token.kind === 'Symbol' && token.text === symbol;
}

function expect(parser: Parser, symbol: string): void {
  const token = take(parser);
  if (!isSymbol(token, symbol)) throw fail(parser, token, wording.missing(`'${symbol}'`));
}

function peek(parser: Parser): Token {
  return parser.tokens[parser.next] ?? endOf(parser);
}

function take(parser: Parser): Token {
  const token = peek(parser);
  parser.next += 1;
  return token;
}

function endOf(parser: Parser): Token {
  return { kind: 'End', text: '', at: parser.text.length };
}

function fail(parser: Parser, token: Token, message: string): Error {
  return syntaxError(parser.text, token.at, message);
}

function depthOf(root: Expression): number {
  let deepest = 0;
  const open: { readonly node: Expression; readonly depth: number }[] = [{ node: root, depth: 1 }];
  for (let item = open.pop(); item !== undefined; item = open.pop()) {
    const depth = item.depth;
    deepest = Math.max(deepest, depth);
    for (const node of childrenOf(item.node)) open.push({ node, depth: depth + 1 });
  }
  return deepest;
}
