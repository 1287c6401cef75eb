import { assertNever } from '@muster/kernel';
import { bindingPower, type Expression, unaryPower } from './expression.js';

/** The formula's text, with no more parentheses than needed: reading it again gives the same tree. */
export function printFormula(expression: Expression): string {
  switch (expression.kind) {
    case 'NumberLiteral':
      return expression.text;
    case 'TextLiteral':
      return `"${expression.value.replace(/["\\\n\r\t]/g, (character) => escapes[character] ?? character)}"`;
    case 'BooleanLiteral':
      return expression.value ? 'TRUE' : 'FALSE';
    case 'NullLiteral':
      return 'NULL';
    case 'FieldReference':
      return expression.path;
    case 'Call':
      return `${expression.name}(${expression.args.map(printFormula).join(', ')})`;
    case 'Unary':
      return `${expression.operator}${printOperand(expression.operand, unaryPower)}`;
    case 'Binary': {
      const power = bindingPower[expression.operator];
      const left = printOperand(expression.left, power);
      return `${left} ${expression.operator} ${printOperand(expression.right, power + 1)}`;
    }
    default:
      return assertNever(expression);
  }
}

const escapes: Readonly<Record<string, string>> = {
  '"': '\\"',
  '\\': '\\\\',
  '\n': '\\n',
  '\r': '\\r',
  '\t': '\\t',
};

function printOperand(operand: Expression, minimum: number): string {
  const text = printFormula(operand);
  return powerOf(operand) < minimum ? `(${text})` : text;
}

function powerOf(expression: Expression): number {
  return expression.kind === 'Binary' ? bindingPower[expression.operator] : unaryPower;
}
