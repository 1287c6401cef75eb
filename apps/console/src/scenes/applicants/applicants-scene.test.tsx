// @vitest-environment jsdom
import type { ApplicantList, ApplicantRow } from '@muster/client';
import { cleanup, fireEvent, screen } from '@testing-library/react';
import { afterEach, expect, it } from 'vitest';
import { Refusal } from '../../testing/fake-network.js';
import { renderConsole } from '../../testing/render-console.js';

afterEach(() => {
  cleanup();
  localStorage.clear();
});

const timeout = { timeout: 15_000 };
const nia: ApplicantRow = {
  applicationId: 'a1',
  name: 'Nia Calder',
  number: 'A-000412',
  posting: 'Field officer',
  phase: 'After the offer',
  status: 'in_process',
  openSteps: 2,
  waitingOn: 'third_party',
  waitingSince: '2026-11-03T09:00:00Z',
  nextExpiry: '2027-02-14T23:59:59Z',
  submittedAt: '2026-03-18T09:00:00Z',
  owner: 'Tomas Keller',
};
const listOf = (total: number, rows: readonly ApplicantRow[]): ApplicantList => ({
  total,
  rows,
  filters: { phases: [], postings: [], statuses: [], owners: [] },
});

it('shows grey shapes, then the rows, and asks the server for what the address says', async () => {
  const calls = renderConsole('/applicants?search=nia&sort=-waiting', ['View_Applications'], {
    applicants: listOf(1, [nia]),
    'saved-views': [],
  });
  expect(await screen.findAllByText('Loading', {}, timeout)).not.toHaveLength(0);
  expect(await screen.findByRole('link', { name: 'Nia Calder' }, timeout)).toBeTruthy();
  expect(calls.find((call) => call.name === 'applicants')?.input).toEqual({
    search: 'nia',
    sort: '-waiting',
    offset: '0',
  });
});

it('tells apart that nothing matches and that nobody has applied', async () => {
  renderConsole('/applicants?phase=exam', ['View_Applications'], {
    applicants: listOf(0, []),
    'saved-views': [],
  });
  expect(await screen.findByText('Nothing matches', {}, timeout)).toBeTruthy();
  fireEvent.click(screen.getAllByRole('button', { name: 'Clear filters' })[0] as HTMLElement);
  expect(await screen.findByText('No applications yet', {}, timeout)).toBeTruthy();
});

it('says what failed, and loads when it is tried again', async () => {
  let isDown = true;
  renderConsole('/applicants', ['View_Applications'], {
    applicants: () => (isDown ? new Refusal(503, 'SERVER_UNAVAILABLE') : listOf(1, [nia])),
    'saved-views': [],
  });
  expect(await screen.findByText('This page could not be loaded', {}, timeout)).toBeTruthy();
  isDown = false;
  fireEvent.click(screen.getByRole('button', { name: 'Try again' }));
  expect(await screen.findByRole('link', { name: 'Nia Calder' }, timeout)).toBeTruthy();
});

it('takes up the rows after those that are shown', async () => {
  const calls = renderConsole('/applicants', ['View_Applications'], {
    applicants: ({ offset }) =>
      listOf(2, offset === '0' ? [nia] : [{ ...nia, applicationId: 'a2', name: 'Joel Brandt' }]),
    'saved-views': [],
  });
  fireEvent.click(await screen.findByRole('button', { name: 'Show more' }, timeout));
  expect(await screen.findByRole('link', { name: 'Joel Brandt' }, timeout)).toBeTruthy();
  expect(screen.getByText('Showing 2 of 2')).toBeTruthy();
  expect(calls.filter((call) => call.name === 'applicants').map((call) => call.input.offset)).toEqual([
    '0',
    '1',
  ]);
});
