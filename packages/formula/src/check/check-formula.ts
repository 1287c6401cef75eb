import { assertNever } from '@muster/kernel';
import { operationsNamed } from '../functions/all-operations.js';
import { signatureOf } from '../functions/operation.js';
import {
  type Binary,
  type Call,
  childrenOf,
  type Expression,
  type FieldReference,
  type NumberLiteral,
  type Unary,
} from '../syntax/expression.js';
import { wording } from '../wording.js';
import type { CheckedExpression } from './checked-expression.js';
import { type FieldInfo, type FormulaType, isAssignable, type Scope } from './formula-type.js';
import { matchOperation } from './match-operation.js';

/** Why a formula is refused, and where: the offset of the part it is about. */
export interface FormulaProblem {
  readonly message: string;
  readonly at: number;
}

export interface CheckedFormula {
  /** The type of the result; undefined when problems keep it from being known. */
  readonly type: FormulaType | undefined;
  readonly problems: readonly FormulaProblem[];
  /** Present when there is no problem. */
  readonly checked?: CheckedExpression;
}

export interface CheckOptions {
  /** The type the result must have, such as Boolean for a condition. */
  readonly expected?: FormulaType;
}

/** Gives every part of a formula its type. Reports all mistakes it finds, in Salesforce's wording; never throws. */
export function checkFormula(
  expression: Expression,
  scope: Scope,
  options: CheckOptions = {},
): CheckedFormula {
  const problems: FormulaProblem[] = [];
  const checked = check(expression, { scope, problems });
  if (checked !== undefined) checkResult(expression, checked, options.expected, problems);
  return checked !== undefined && problems.length === 0
    ? { type: checked.type, problems, checked }
    : { type: checked?.type, problems };
}

interface Checking {
  readonly scope: Scope;
  readonly problems: FormulaProblem[];
}

/** The checked node, or undefined when what is wrong below it has been reported. */
function check(node: Expression, checking: Checking): CheckedExpression | undefined {
  switch (node.kind) {
    case 'NumberLiteral':
      return checkNumber(node, checking);
    case 'TextLiteral':
      return { kind: 'Constant', type: 'Text', value: node.value };
    case 'BooleanLiteral':
      return { kind: 'Constant', type: 'Boolean', value: node.value };
    case 'NullLiteral':
      return { kind: 'Constant', type: 'Null', value: null };
    case 'FieldReference':
      return checkField(node, checking);
    case 'Call':
      return checkOperation(node, node.name.toUpperCase(), checking);
    case 'Unary':
    case 'Binary':
      return checkOperation(node, node.operator, checking);
    default:
      return assertNever(node);
  }
}

/** The most digits of a number written in a formula. */
const maxDigits = 60;

function checkNumber({ text, at }: NumberLiteral, { problems }: Checking): CheckedExpression | undefined {
  if (text.length <= maxDigits) return { kind: 'Constant', type: 'Number', value: text };
  problems.push({ message: wording.invalidNumber(text), at });
  return undefined;
}

function checkField(node: FieldReference, { scope, problems }: Checking): CheckedExpression | undefined {
  const field = scope(node.path);
  if (field === undefined) {
    problems.push({ message: wording.fieldDoesNotExist(node.path), at: node.at });
    return undefined;
  }
  return { kind: 'Field', type: field.type, path: node.path };
}

function checkOperation(
  node: Call | Unary | Binary,
  name: string,
  checking: Checking,
): CheckedExpression | undefined {
  const { problems } = checking;
  const candidates = operationsNamed(name);
  const children = childrenOf(node);
  if (node.kind === 'Call' && candidates.length === 0) {
    problems.push({ message: wording.unknownFunction(node.name), at: node.at });
  }
  const args = children.map((child) => check(child, checking));
  if (candidates.length === 0 || !args.every((arg) => arg !== undefined)) return undefined;
  const types = args.map((arg, index) => ({
    type: arg.type,
    isTextLiteral: children[index]?.kind === 'TextLiteral',
  }));
  const match = matchOperation(candidates, types);
  if (match.kind === 'WrongCount') {
    problems.push({ message: wording.parameterCount(name, match.expected, args.length), at: node.at });
    return undefined;
  }
  if (match.kind === 'WrongType') {
    const child = children[match.index] ?? node;
    const received = types[match.index]?.type ?? 'Null';
    const message = picklistProblem(child, received) ?? wording.parameterType(name, match.expected, received);
    problems.push({ message, at: startOf(child) });
    return undefined;
  }
  checkIncludedValue(node, name, checking);
  return { kind: 'Operation', type: match.type, signature: signatureOf(match.operation), args };
}

/** INCLUDES asks for a value the field offers; a misspelt one would never be found. */
function checkIncludedValue(node: Expression, name: string, { scope, problems }: Checking): void {
  if (name !== 'INCLUDES' || node.kind !== 'Call') return;
  const [field, value] = node.args;
  if (field?.kind !== 'FieldReference' || value?.kind !== 'TextLiteral' || value.value === '') return;
  const offered: FieldInfo['picklist'] = scope(field.path)?.picklist;
  if (offered !== undefined && !offered.includes(value.value)) {
    problems.push({ message: wording.includesLiteral, at: value.at });
  }
}

function checkResult(
  expression: Expression,
  { type }: CheckedExpression,
  expected: FormulaType | undefined,
  problems: FormulaProblem[],
): void {
  if (expected !== undefined && isAssignable(type, expected)) return;
  const picklist = picklistProblem(expression, type);
  if (picklist !== undefined) {
    problems.push({ message: picklist, at: startOf(expression) });
  } else if (expected !== undefined) {
    problems.push({ message: wording.resultType(expected, type), at: startOf(expression) });
  }
}

function picklistProblem(node: Expression, type: FormulaType): string | undefined {
  if (node.kind !== 'FieldReference') return undefined;
  if (type === 'Picklist') return wording.picklistField(node.path);
  return type === 'Multipicklist' ? wording.multipicklistField(node.path) : undefined;
}

/** The offset of the leftmost part of a node. */
function startOf(node: Expression): number {
  let first = node;
  while (first.kind === 'Binary') first = first.left;
  return first.at;
}
