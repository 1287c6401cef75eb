import { expect, it } from 'vitest';
import { threadEntries } from './thread-entries.js';

const message = (id: string, at: string) =>
  ({ id, at, from: 'Nia', mine: false, subject: null, body: '', state: 'received', sendsAt: null }) as const;

it('puts notes among the messages by time, oldest first', () => {
  const entries = threadEntries({
    conversation: [message('m1', '2026-11-20T09:00:00Z'), message('m2', '2026-11-20T11:00:00Z')],
    notes: [{ id: 'n1', by: 'Ruth', at: '2026-11-20T10:00:00Z', body: '' }],
  });
  expect(entries.map((entry) => (entry.kind === 'Note' ? entry.note.id : entry.message.id))).toEqual([
    'm1',
    'n1',
    'm2',
  ]);
});
