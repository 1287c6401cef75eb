import { newClientKey } from '@muster/client';
import { useCallback, useRef } from 'react';

/** A key per content: sending the same again carries the same key, so that the server does it once. */
export function useClientKey(): (content: unknown) => string {
  const last = useRef<{ readonly content: string; readonly key: string } | null>(null);
  return useCallback((content) => {
    const text = JSON.stringify(content);
    if (last.current?.content !== text) last.current = { content: text, key: newClientKey() };
    return last.current.key;
  }, []);
}
