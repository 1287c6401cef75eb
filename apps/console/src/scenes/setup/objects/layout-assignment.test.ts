import type { ComponentDescription } from '@muster/client';
import { expect, it } from 'vitest';
import { assignmentComponents, assignmentKey, readAssignments } from './layout-assignment.js';

const profile = (fullName: string, ...layoutAssignments: readonly object[]) =>
  ({ fullName, metadata: { layoutAssignments } }) as unknown as ComponentDescription;

it('sends only what was assigned anew, by profile', () => {
  const before = readAssignments(
    [
      profile('Admin', { layout: 'Boat__c-Boat Layout' }, { layout: 'Case-Case Layout' }),
      profile('Desk', { layout: 'Boat__c-Sea', recordType: 'Boat__c.Sea' }),
    ],
    'Boat__c',
  );
  expect([...before]).toEqual([
    [assignmentKey('Admin', ''), 'Boat__c-Boat Layout'],
    [assignmentKey('Desk', 'Boat__c.Sea'), 'Boat__c-Sea'],
  ]);
  expect(assignmentComponents(before, before)).toEqual([]);
  const after = new Map(before).set(assignmentKey('Desk', ''), 'Boat__c-Sea');
  expect(assignmentComponents(before, after)).toEqual([
    {
      type: 'Profile',
      fullName: 'Desk',
      metadata: { layoutAssignments: [{ layout: 'Boat__c-Sea', recordType: null }] },
    },
  ]);
});
