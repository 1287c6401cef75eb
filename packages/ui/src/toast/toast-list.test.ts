import { expect, test } from 'vitest';
import { formatCountdown, remainingSeconds } from './countdown.js';
import { latestUndoable, nextToasts, noToasts, type ToastItem } from './toast-list.js';

const show = (list: typeof noToasts, toast: Partial<Omit<ToastItem, 'id'>> = {}) =>
  nextToasts(list, {
    kind: 'Shown',
    toast: { text: 'Saved', tone: 'info', endsAt: null, takeBack: null, ...toast },
  });

test('the countdown reaches zero exactly at the deadline, never before', () => {
  expect(remainingSeconds(60_000, 0)).toBe(60);
  expect(remainingSeconds(60_000, 2_001)).toBe(58);
  expect(remainingSeconds(60_000, 59_999)).toBe(1);
  expect(remainingSeconds(60_000, 60_000)).toBe(0);
  expect(remainingSeconds(60_000, 99_000)).toBe(0);
});

test('a countdown reads as minutes and seconds', () => {
  expect(formatCountdown(58)).toBe('0:58');
  expect(formatCountdown(5)).toBe('0:05');
  expect(formatCountdown(725)).toBe('12:05');
});

test('a notice with an end leaves at its end, others stay', () => {
  const list = show(show(noToasts, { endsAt: 5_000 }), { text: 'Not sent', tone: 'error' });
  expect(nextToasts(list, { kind: 'TimePassed', now: 4_999 })).toBe(list);
  expect(nextToasts(list, { kind: 'TimePassed', now: 5_000 }).items.map((item) => item.text)).toEqual([
    'Not sent',
  ]);
});

test('the latest notice that can be undone is the one taken back, and not after its deadline', () => {
  const first = show(noToasts, { text: 'first', takeBack: () => undefined, endsAt: 60_000 });
  const second = show(first, { text: 'second', takeBack: () => undefined, endsAt: 61_000 });
  const third = show(second, { text: 'plain' });
  expect(latestUndoable(third, 0)?.text).toBe('second');
  expect(latestUndoable(third, 61_000)).toBeUndefined();
});

test('a crowd of notices never pushes out one that can be undone', () => {
  let list = show(noToasts, { text: 'undo me', takeBack: () => undefined, endsAt: 60_000 });
  for (let count = 0; count < 6; count++) list = show(list, { text: `notice ${count}` });
  expect(list.items).toHaveLength(4);
  expect(list.items[0]?.text).toBe('undo me');
  expect(list.items.at(-1)?.text).toBe('notice 5');
});
