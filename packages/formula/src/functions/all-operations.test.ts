import { expect, it } from 'vitest';
import { allOperations, operationsNamed, operationWithSignature } from './all-operations.js';
import { signatureOf } from './operation.js';

it('finds every operation by its name and by a signature of its own', () => {
  for (const operation of allOperations) {
    expect(operationsNamed(operation.name)).toContain(operation);
    expect(operationWithSignature(signatureOf(operation))).toBe(operation);
  }
});

it('finds functions without regard to case', () => {
  expect(operationsNamed('addMonths')).toHaveLength(2);
  expect(operationsNamed('nope')).toEqual([]);
});
