/** A notice on screen. With `endsAt` (ms) it leaves by itself; with `takeBack` it counts down to then and can be undone. */
export interface ToastItem {
  readonly id: number;
  readonly text: string;
  readonly tone: 'info' | 'success' | 'error';
  readonly endsAt: number | null;
  readonly takeBack: (() => void) | null;
}

export type ToastEvent =
  | { readonly kind: 'Shown'; readonly toast: Omit<ToastItem, 'id'> }
  | { readonly kind: 'Dismissed'; readonly id: number }
  | { readonly kind: 'TimePassed'; readonly now: number };

export interface ToastList {
  readonly nextId: number;
  readonly items: readonly ToastItem[];
}

export const noToasts: ToastList = { nextId: 1, items: [] };

const mostShown = 4;

/** The notices after an event. More than four at once drop the oldest that cannot be undone. */
export function nextToasts(list: ToastList, event: ToastEvent): ToastList {
  switch (event.kind) {
    case 'Shown':
      return {
        nextId: list.nextId + 1,
        items: withinLimit([...list.items, { ...event.toast, id: list.nextId }]),
      };
    case 'Dismissed':
      return { ...list, items: list.items.filter((item) => item.id !== event.id) };
    case 'TimePassed': {
      const items = list.items.filter((item) => item.endsAt === null || item.endsAt > event.now);
      return items.length === list.items.length ? list : { ...list, items };
    }
  }
}

/** The newest notice that can still be taken back. */
export function latestUndoable(list: ToastList, now: number): ToastItem | undefined {
  return list.items.findLast((item) => item.takeBack !== null && (item.endsAt === null || item.endsAt > now));
}

function withinLimit(items: readonly ToastItem[]): readonly ToastItem[] {
  if (items.length <= mostShown) return items;
  const oldest = items.find((item) => item.takeBack === null);
  return items.filter((item) => item !== (oldest ?? items[0]));
}
