import type { ComponentResult, DeployResult } from '@muster/records';
import { describe, expect, it } from 'vitest';
import { printDeployResult } from './print-deploy-result.js';

const component = (fullName: string, more: Partial<ComponentResult>): ComponentResult => ({
  type: 'CustomField',
  fullName,
  file: `${fullName}.field-meta.xml`,
  status: 'created',
  problems: [],
  ...more,
});

const result = (components: readonly ComponentResult[], more: Partial<DeployResult> = {}): DeployResult => ({
  id: '0Af000000000001AAA',
  succeeded: true,
  checkOnly: false,
  components,
  unfinishedIndexes: [],
  ...more,
});

describe('the result of a deploy', () => {
  it('lists what is not as it was, warnings and sums', () => {
    const printed = printDeployResult(
      result([
        component('A__c.Old__c', { status: 'deleted' }),
        component('A__c.Same__c', { status: 'unchanged' }),
        component('Page', { type: 'ApexPage', status: 'skipped', note: 'pages do not run here' }),
        component('A__c.New__c', { problems: [{ severity: 'warning', line: 4, message: 'is not shown' }] }),
      ]),
    );
    expect(printed).toBe(
      [
        'Status   Type         Name         Note',
        '-------  -----------  -----------  ---------------------',
        'created  CustomField  A__c.New__c',
        'deleted  CustomField  A__c.Old__c',
        'skipped  ApexPage     Page         pages do not run here',
        '',
        'Warnings:',
        'A__c.New__c.field-meta.xml:4 CustomField A__c.New__c: is not shown',
        '',
        '1 created, 1 deleted, 1 unchanged, 1 skipped',
        'Deployed.',
      ].join('\n'),
    );
  });

  it('that failed is its faults, with file, line, column and member', () => {
    const problems = [{ severity: 'error', line: 6, column: 5, message: '<length> is missing' }] as const;
    const components = [
      component('A__c.Good__c', {}),
      component('A__c.Bad__c', { status: 'failed', problems }),
    ];
    expect(printDeployResult(result(components, { succeeded: false }))).toBe(
      [
        'Errors:',
        'A__c.Bad__c.field-meta.xml:6:5 CustomField A__c.Bad__c: <length> is missing',
        '',
        '1 created, 1 failed',
        'Nothing was deployed.',
      ].join('\n'),
    );
  });

  it('says so when it was only checked', () => {
    const printed = printDeployResult(
      result([component('A__c.Same__c', { status: 'unchanged' })], { checkOnly: true }),
    );
    expect(printed).toBe('1 unchanged\nAll of it can be deployed; nothing was changed.');
  });
});
