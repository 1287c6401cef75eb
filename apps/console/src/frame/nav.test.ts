import { expect, it } from 'vitest';
import { navFor } from './nav.js';

const pages = (...held: readonly string[]) =>
  navFor(
    (permission) => held.includes(permission),
    (key) => key,
  ).flatMap((group) => group.items.map((item) => item.href));

it('shows support staff their cases and nothing of recruiting', () => {
  expect(pages('Work_Cases', 'Read_Articles')).toEqual(['/cases']);
});

it('shows a specialist the work queues first, and no figures', () => {
  const held = ['View_Applications', 'Work_Applications', 'Manage_Requisitions'];
  expect(pages(...held)).toEqual(['/', '/applicants', '/board', '/requisitions', '/processes']);
});

it('shows nothing to somebody without permissions', () => {
  expect(
    navFor(
      () => false,
      (key) => key,
    ),
  ).toEqual([]);
});

it('shows administrators the way to Setup', () => {
  expect(pages('ViewSetup')).toEqual(['/setup']);
});
