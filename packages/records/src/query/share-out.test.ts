import fc from 'fast-check';
import { expect, it } from 'vitest';
import { shareOut } from './share-out.js';

it('gives every list its share, and the rest of short ones to the longer', () => {
  const lists = fc.array(fc.array(fc.nat(), { maxLength: 8 }), { maxLength: 6 });
  fc.assert(
    fc.property(lists, fc.nat(30), (given, limit) => {
      const marked = given.map((list, i) => list.map((_, j) => ({ i, j })));
      const shared = shareOut(marked, limit);
      const all = marked.flat();
      expect(shared).toHaveLength(Math.min(limit, all.length));
      const counts = marked.map((_, i) => shared.filter((item) => item.i === i).length);
      const cut = counts.filter((count, i) => count < (marked[i]?.length ?? 0));
      expect(Math.max(0, ...counts) - Math.min(...cut, Number.POSITIVE_INFINITY)).toBeLessThanOrEqual(1);
      expect(shared).toEqual(all.filter(({ i, j }) => j < (counts[i] ?? 0)));
    }),
  );
});
