type Present<T> = { [K in keyof T]?: Exclude<T[K], undefined> };

/** The entries that have a value, so that absent ones stay absent instead of being present and undefined. */
export function present<T extends object>(entries: T): Present<T> {
  const kept = Object.entries(entries).filter(([, value]) => value !== undefined);
  return Object.fromEntries(kept) as Present<T>;
}
