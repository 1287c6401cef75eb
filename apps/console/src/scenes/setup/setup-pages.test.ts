import { expect, it } from 'vitest';
import { setupPageAt, setupPages, setupPagesFor } from './setup-pages.js';

it('shows the pages somebody holds the permission for, and none without the permission to view Setup', () => {
  const holds =
    (...held: readonly string[]) =>
    (permission: string) =>
      held.includes(permission);
  expect(setupPagesFor(holds('ViewSetup')).map(({ key }) => key)).toEqual(['jobs', 'health']);
  expect(setupPagesFor(holds('Manage_Processes'))).toEqual([]);
  expect(setupPagesFor(holds('ViewSetup', 'Manage_Processes')).map(({ key }) => key)).toContain('processes');
});

it('finds the page an address belongs to', () => {
  for (const page of setupPages) expect(setupPageAt(page.href)).toBe(page);
  expect(setupPageAt('/processes/a1')?.key).toBe('processes');
  expect(setupPageAt('/setup')).toBeUndefined();
});

it('gives every page an address and a key of its own', () => {
  expect(new Set(setupPages.map(({ href }) => href)).size).toBe(setupPages.length);
  expect(new Set(setupPages.map(({ key }) => key)).size).toBe(setupPages.length);
});
