import { UiRoot } from '@muster/ui';
import type { ReactNode } from 'react';
import { useSession } from '../data/session.js';

/** Styles, language and time zone around every page, those of the signed-in person once they are known. */
export function AppRoot({ children }: { readonly children: ReactNode }) {
  const { data: session } = useSession();
  const user = session?.user;
  return (
    <UiRoot
      density="compact"
      locale={user?.language === 'es' || user?.language === 'en' ? user.language : undefined}
      timeZone={user?.timeZone}
    >
      {children}
    </UiRoot>
  );
}
