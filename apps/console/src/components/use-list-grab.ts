import { useState } from 'react';
import { useGrabText } from '../messages/grab/use-grab-text.js';
import { type Grab, useGrab } from './use-grab.js';

export interface ListGrabOptions<Item> {
  readonly items: readonly Item[];
  readonly keyOf: (item: Item) => string;
  readonly labelOf: (item: Item) => string;
  readonly onChange: (items: readonly Item[]) => void;
}

/** Puts a list into another order; its rows bear their key as `data-drop`. */
export function useListGrab<Item>({ items, keyOf, labelOf, onChange }: ListGrabOptions<Item>): Grab {
  const t = useGrabText();
  const [before, setBefore] = useState(items);
  const indexOf = (key: string) => items.findIndex((item) => keyOf(item) === key);
  const labelAt = (key: string) => {
    const item = items[indexOf(key)];
    return item === undefined ? '' : labelOf(item);
  };
  return useGrab({
    label: labelAt,
    place: (key) => t('place.list', { position: indexOf(key) + 1, total: items.length }),
    onGrab: () => setBefore(items),
    onStep: (key, direction) => {
      const from = indexOf(key);
      if (direction === 'up') onChange(moved(items, from, from - 1));
      if (direction === 'down') onChange(moved(items, from, from + 1));
    },
    onOver: (key, drop, isAfter) => {
      const from = indexOf(key);
      const over = indexOf(drop);
      if (from === over || over < 0) return;
      const to = over > from ? (isAfter ? over : over - 1) : isAfter ? over + 1 : over;
      if (to !== from) onChange(moved(items, from, to));
    },
    onCancel: () => onChange(before),
  });
}

/** A list with one of its items at another place; the list itself where there is no such place. */
export function moved<Item>(items: readonly Item[], from: number, to: number): readonly Item[] {
  const item = items[from];
  if (item === undefined || to < 0 || to >= items.length || from === to) return items;
  return items.toSpliced(from, 1).toSpliced(to, 0, item);
}
