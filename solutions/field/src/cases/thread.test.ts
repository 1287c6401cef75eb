import fc from 'fast-check';
import { expect, it } from 'vitest';
import { type CommentRow, threadOf } from './thread.js';

const names = new Map([['005A', 'Priya Thorne']]);
const row = (Id: string, second: number, by = '005B'): CommentRow => ({
  Id,
  CommentBody: `body of ${Id}`,
  CreatedDate: `2026-11-03T12:00:${String(second).padStart(2, '0')}.000+0000`,
  CreatedById: by,
  IsPublished: by === '005B',
});

it('says who said what when to whom', () => {
  expect(threadOf([row('00a1', 5, '005A')], names, '005A')).toEqual([
    {
      id: '00a1',
      from: 'Priya Thorne',
      mine: true,
      at: '2026-11-03T12:00:05.000Z',
      body: 'body of 00a1',
      readers: 'support_only',
    },
  ]);
});

it('has one order, whatever the order of the rows', () => {
  const rows = fc
    .uniqueArray(
      fc.tuple(fc.string({ unit: 'grapheme-ascii', minLength: 1 }), fc.integer({ min: 0, max: 3 })),
      {
        selector: ([id]) => id,
      },
    )
    .map((pairs) => pairs.map(([id, second]) => row(id, second)));
  fc.assert(
    fc.property(
      rows.chain((list) =>
        fc.tuple(fc.constant(list), fc.shuffledSubarray(list, { minLength: list.length })),
      ),
      ([list, shuffled]) => {
        const thread = threadOf(shuffled, names, '005A');
        expect(thread).toEqual(threadOf(list, names, '005A'));
        expect(thread.map((message) => message.at)).toEqual(thread.map((message) => message.at).sort());
      },
    ),
  );
});
