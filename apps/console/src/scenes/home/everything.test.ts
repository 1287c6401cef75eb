import type { Queue, QueueRow } from '@muster/client';
import { expect, it } from 'vitest';
import { everything } from './everything.js';

const row = (applicationId: string, step: string): QueueRow => ({
  applicationId,
  name: applicationId,
  number: '',
  posting: '',
  step,
  since: null,
  waitingOn: null,
  expiresAt: null,
  dueAt: null,
  owner: '',
});
const queue = (key: string, ...rows: readonly QueueRow[]): Queue => ({
  key,
  label: key,
  description: '',
  count: rows.length,
  oldestSince: null,
  nextExpiry: null,
  rows,
});

it('lists the first queue first, and what stands in several queues once', () => {
  const work = everything([
    queue('gate', row('joel', 'gate')),
    queue('expiring', row('nia', 'medical'), row('sami', 'offer')),
    queue('overdue', row('nia', 'medical'), row('nia', 'background')),
  ]);
  expect(
    work.map(({ row: { applicationId, step }, queue: { key } }) => `${key}: ${applicationId} ${step}`),
  ).toEqual(['gate: joel gate', 'expiring: nia medical', 'expiring: sami offer', 'overdue: nia background']);
});
