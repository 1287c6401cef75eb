import { ChevronDownIcon } from 'lucide-react';
import { lazy, Suspense, useSyncExternalStore } from 'react';
import { Button } from 'react-aria-components';
import { Avatar } from '../display/avatar.js';
import { useUiText } from '../messages/use-messages.js';
import type { MenuGroup } from '../overlay/menu.js';

export interface Account {
  readonly name: string;
  readonly menu: readonly MenuGroup[];
}

/** Menus bring a third of all code of the frame; phones and guests do without. */
const Menu = lazy(async () => ({ default: (await import('../overlay/menu.js')).Menu }));
const wide = '(min-width: 48rem)';

/** The signed-in person's name with what stands behind it. Narrow screens have the same entries under the navigation. */
export function AccountMenu({ account }: { readonly account: Account }) {
  const t = useUiText();
  const isWide = useSyncExternalStore(watchWidth, () => window.matchMedia(wide).matches);
  const trigger = (
    <Button
      className="mu-bar-button mu-bar-account"
      aria-label={t('ui.shell.signedInAs', { name: account.name })}
    >
      <Avatar name={account.name} size="small" />
      <span className="mu-truncate">{account.name}</span>
      <ChevronDownIcon className="mu-icon" aria-hidden />
    </Button>
  );
  if (!isWide) return null;
  return (
    <Suspense fallback={trigger}>
      <Menu label={t('ui.shell.account')} groups={account.menu} trigger={trigger} />
    </Suspense>
  );
}

function watchWidth(onChange: () => void): () => void {
  const query = window.matchMedia(wide);
  query.addEventListener('change', onChange);
  return () => query.removeEventListener('change', onChange);
}
