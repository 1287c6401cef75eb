import { useCallback, useEffect, useState } from 'react';

export interface Draft<Value> {
  readonly value: Value;
  readonly set: (value: Value) => void;
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
    (next: Value) => {
      setHeld({ slot, value: next });
      keepDraft(slot, next);
    },
    [slot],
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
