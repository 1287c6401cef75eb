import { dateFunctions } from './functions/date.js';
import { logicalFunctions } from './functions/logical.js';
import { numberFunctions } from './functions/number.js';
import { operators } from './functions/operators.js';
import { picklistFunctions } from './functions/picklist.js';
import { textFunctions } from './functions/text.js';
import { timeFunctions } from './functions/time.js';
import { type Operation, signatureOf } from './operation.js';

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
