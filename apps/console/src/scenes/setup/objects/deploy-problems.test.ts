import type { DeployedComponent, DeployInFull } from '@muster/client';
import { expect, it } from 'vitest';
import { deployProblems } from './deploy-problems.js';

const about = { type: 'CustomField', fullName: 'Boat__c.Oil__c' };
const failed = (fullName: string, ...messages: readonly string[]): DeployedComponent => ({
  type: 'CustomField',
  fullName,
  file: '',
  status: 'failed',
  problems: messages.map((message) => ({ severity: 'error', message })),
});
const resultOf = (...components: readonly DeployedComponent[]) =>
  ({ success: false, errorMessage: 'It failed', components }) as unknown as DeployInFull;

it('puts what is wrong at the control it is about, and the rest into words that name the component', () => {
  const result = resultOf(
    failed(
      'Boat__c.oil__c',
      '<length> is 900, expected at most 255',
      'the name is taken',
      '<mask> is unknown',
    ),
    failed('Boat__c.Other__c', '<length> is missing'),
  );
  expect(deployProblems(result, about, new Set(['length']))).toEqual({
    elements: { length: '<length> is 900, expected at most 255' },
    others: ['The name is taken', '<mask> is unknown', 'CustomField Boat__c.Other__c: <length> is missing'],
  });
});

it('is never silent about a failure', () => {
  expect(deployProblems(resultOf(), about, new Set())).toEqual({ elements: {}, others: ['It failed'] });
});
