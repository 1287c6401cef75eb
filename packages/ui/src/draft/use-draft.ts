import { useCallback, useEffect, useState } from 'react';

export interface Draft<Value> {
  readonly value: Value;
  /** Takes the next value, or a function that makes it of the one before. */
  readonly set: (next: Value | ((before: Value) => Value)) => void;
  /** Forgets what was typed: it has arrived. */
  readonly clear: () => void;
}

/**
 * What was typed and not sent yet. It outlives a reload and a new sign-in in the same tab; another `key` brings its own.
 * `initial` must be a constant or a memo.
 */
export function useDraft<Value>(key: string, initial: Value): Draft<Value> {
  const slot = `muster.draft.${key}`;
  const [held, setHeld] = useState(() => ({ slot, value: readDraft<Value>(slot) ?? initial }));
  const isOther = held.slot !== slot;
  const value = isOther ? (readDraft<Value>(slot) ?? initial) : held.value;
  useEffect(() => {
    if (isOther) setHeld({ slot, value });
  }, [isOther, slot, value]);
  const set = useCallback(
    (next: Value | ((before: Value) => Value)) =>
      setHeld((held) => {
        const before = held.slot === slot ? held.value : (readDraft<Value>(slot) ?? initial);
        const after = next instanceof Function ? next(before) : next;
        keepDraft(slot, after);
        return { slot, value: after };
      }),
    [slot, initial],
  );
  const clear = useCallback(() => {
    setHeld({ slot, value: initial });
    sessionStorage.removeItem(slot);
  }, [slot, initial]);
  return { value, set, clear };
}

function readDraft<Value>(slot: string): Value | undefined {
  const stored = sessionStorage.getItem(slot);
  if (stored === null) return undefined;
  try {
    return JSON.parse(stored) as Value;
  } catch {
    return undefined;
  }
}

/** A full or forbidden store must not stop anybody from typing. */
function keepDraft(slot: string, value: unknown): void {
  try {
    sessionStorage.setItem(slot, JSON.stringify(value));
  } catch (error) {
    if (!(error instanceof DOMException)) throw error;
  }
}
