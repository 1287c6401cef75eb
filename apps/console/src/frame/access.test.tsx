// @vitest-environment jsdom
import { cleanup, screen } from '@testing-library/react';
import { afterEach, expect, it } from 'vitest';
import { renderConsole, sessionOf } from '../testing/render-console.js';

afterEach(() => {
  cleanup();
  localStorage.clear();
  sessionStorage.clear();
});

const timeout = { timeout: 15_000 };

it('asks guests to sign in', async () => {
  renderConsole('/applicants', null);
  expect(await screen.findByRole('heading', { name: 'Sign in to the console' }, timeout)).toBeTruthy();
});

it('says which permission a page needs and who can grant it, and shows no way there', async () => {
  const calls = renderConsole('/applicants', ['Work_Cases']);
  expect(await screen.findByRole('heading', { name: 'You may not open “Applicants”' }, timeout)).toBeTruthy();
  expect(screen.getByText(/needs the permission “View applications”/)).toBeTruthy();
  expect(screen.getByText(/An administrator of Marrenfell/)).toBeTruthy();
  expect(screen.queryByRole('link', { name: 'Applicants' })).toBeNull();
  expect(calls.some((call) => call.name === 'applicants')).toBe(false);
});

it('tells a candidate that the account works in the portal', async () => {
  renderConsole('/', [], { session: { ...sessionOf([]), apps: ['portal'] } });
  expect(
    await screen.findByRole('heading', { name: 'Your account does not open the console' }, timeout),
  ).toBeTruthy();
  expect(screen.getByRole('link', { name: 'Go to the portal' }).getAttribute('href')).toMatch(/\/portal\/$/);
});

it('lands support staff on their cases', async () => {
  const cases = { asOf: '2026-11-25T10:00:00Z', queues: [], rows: [] };
  renderConsole('/', ['Work_Cases'], { cases });
  expect(await screen.findByRole('heading', { name: 'Cases' }, timeout)).toBeTruthy();
});
