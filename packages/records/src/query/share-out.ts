/** Fills the limit evenly from all lists, then with what is left of the longer ones; lists stay in their order. */
export function shareOut<Item>(lists: readonly (readonly Item[])[], limit: number): Item[] {
  const taken = lists.map(() => 0);
  let left = limit;
  for (let open = lists.filter((list) => list.length > 0).length; left > 0 && open > 0; ) {
    const share = Math.max(1, Math.floor(left / open));
    open = 0;
    lists.forEach((list, i) => {
      const have = taken[i] as number;
      const more = Math.min(share, list.length - have, left);
      taken[i] = have + more;
      left -= more;
      if (have + more < list.length) open += 1;
    });
  }
  return lists.flatMap((list, i) => list.slice(0, taken[i]));
}
