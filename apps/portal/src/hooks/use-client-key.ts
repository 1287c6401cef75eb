import { newClientKey } from '@muster/client';
import { useCallback, useState } from 'react';

/** A key sent with a change, so that sending it again after a lost answer does nothing twice. `renew` it once it arrived. */
export function useClientKey(): { readonly key: string; readonly renew: () => void } {
  const [key, setKey] = useState(newClientKey);
  const renew = useCallback(() => setKey(newClientKey()), []);
  return { key, renew };
}
