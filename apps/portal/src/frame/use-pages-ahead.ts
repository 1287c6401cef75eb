import { useEffect } from 'react';
import { useIsOfficer, useSession } from '../data/session.js';
import { nextPages, pages } from '../page-code.js';

/** Milliseconds the first page has for itself. */
const PATIENCE = 2_000;

/**
 * Fetches the code of the pages a person usually comes to next, once the first one stands. They open at once then,
 * and say that there is no connection instead of failing. Whoever asks for little data gets each when it is needed.
 */
export function usePagesAhead(): void {
  const { data } = useSession();
  const isOfficer = useIsOfficer();
  const visitor =
    data === undefined ? undefined : data.user === null ? 'guest' : isOfficer ? 'officer' : 'candidate';
  useEffect(() => {
    if (visitor === undefined || asksForLittleData()) return;
    const timer = setTimeout(() => {
      for (const name of nextPages[visitor]) pages[name].fetch().catch(() => undefined);
    }, PATIENCE);
    return () => clearTimeout(timer);
  }, [visitor]);
}

function asksForLittleData(): boolean {
  const { connection } = navigator as { readonly connection?: { readonly saveData?: boolean } };
  return connection?.saveData === true;
}
