import { dateFunctions } from './date.js';
import { logicalFunctions } from './logical.js';
import { numberFunctions } from './number.js';
import { type Operation, signatureOf } from './operation.js';
import { operators } from './operators.js';
import { picklistFunctions } from './picklist.js';
import { textFunctions } from './text.js';
import { timeFunctions } from './time.js';

/** Every operator and function of the language. */
export const allOperations: readonly Operation[] = [
  ...operators,
  ...logicalFunctions,
  ...textFunctions,
  ...numberFunctions,
  ...dateFunctions,
  ...timeFunctions,
  ...picklistFunctions,
];

const byName: ReadonlyMap<string, readonly Operation[]> = new Map(
  allOperations.map(({ name }) => [name, allOperations.filter((operation) => operation.name === name)]),
);
const bySignature: ReadonlyMap<string, Operation> = new Map(
  allOperations.map((operation) => [signatureOf(operation), operation]),
);

/** The operations of a function (in any case) or of an operator; empty when there are none. */
export function operationsNamed(name: string): readonly Operation[] {
  return byName.get(name.toUpperCase()) ?? [];
}

/** The operation a checked call names. */
export function operationWithSignature(signature: string): Operation {
  const operation = bySignature.get(signature);
  if (operation === undefined) throw new Error(`No operation ${signature}`);
  return operation;
}
