/** The row a key leads to: arrows and j/k by one, Home and End to the ends; undefined for any other key or at an end. */
export function nextRowIndex(key: string, current: number, count: number): number | undefined {
  const target = targetOf(key, current, count);
  if (target === undefined || target < 0 || target >= count) return undefined;
  return target;
}

function targetOf(key: string, current: number, count: number): number | undefined {
  switch (key) {
    case 'ArrowDown':
    case 'j':
      return current + 1;
    case 'ArrowUp':
    case 'k':
      return current - 1;
    case 'Home':
      return 0;
    case 'End':
      return count - 1;
    default:
      return undefined;
  }
}

/** The set with one key put in or taken out. */
export function toggled(keys: ReadonlySet<string>, key: string): ReadonlySet<string> {
  const next = new Set(keys);
  if (!next.delete(key)) next.add(key);
  return next;
}
