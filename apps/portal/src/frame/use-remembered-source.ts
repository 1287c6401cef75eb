import { useEffect } from 'react';
import { useSearchParams } from 'react-router';

const slot = 'muster.source';

/** Keeps what the link of the first visit says of itself (`?source=ride-along-days`) until an account is made. */
export function useRememberedSource(): void {
  const [params] = useSearchParams();
  const source = params.get('source');
  useEffect(() => {
    if (source !== null && localStorage.getItem(slot) === null) {
      localStorage.setItem(slot, source.slice(0, 255));
    }
  }, [source]);
}

/** The first source this device came by; undefined when it came by itself. */
export function rememberedSource(): string | undefined {
  return localStorage.getItem(slot) ?? undefined;
}
