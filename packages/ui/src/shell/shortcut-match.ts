/** A key or a sequence of keys that does something: "r", "?", "g b" (g, then b). */
export interface Shortcut {
  readonly keys: string;
  readonly label: string;
  /** The heading in the list of shortcuts: the page or part it belongs to. */
  readonly group: string;
  readonly onTrigger: () => void;
}

/** What the keys typed so far amount to: nothing, the beginning of a sequence, or a shortcut. */
export type ShortcutMatch =
  | { readonly kind: 'None' }
  | { readonly kind: 'Begun'; readonly typed: readonly string[] }
  | { readonly kind: 'Hit'; readonly shortcut: Shortcut };

/** Takes one more key. A sequence that leads nowhere starts anew with that key; of equal shortcuts the last one wins. */
export function matchShortcut(
  shortcuts: readonly Shortcut[],
  typed: readonly string[],
  key: string,
): ShortcutMatch {
  const sequence = [...typed, key].join(' ');
  const hit = shortcuts.findLast((shortcut) => shortcut.keys === sequence);
  if (hit) return { kind: 'Hit', shortcut: hit };
  if (shortcuts.some((shortcut) => shortcut.keys.startsWith(`${sequence} `))) {
    return { kind: 'Begun', typed: [...typed, key] };
  }
  return typed.length > 0 ? matchShortcut(shortcuts, [], key) : { kind: 'None' };
}
