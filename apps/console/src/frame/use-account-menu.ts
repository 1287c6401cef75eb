import {
  CheckIcon,
  ExternalLinkIcon,
  LogOutIcon,
  localeNames,
  locales,
  type MenuGroup,
  useLocaleSwitch,
} from '@muster/ui';
import { useNavigate } from 'react-router';
import { portalAddress } from '../data/portal-address.js';
import { useSignOut } from '../data/session.js';
import { useFrameText } from '../messages/frame/use-frame-text.js';
import { useSwitchLanguage } from './use-switch-language.js';

/** What stands behind a person's initials: the language, the other app, the way out. */
export function useAccountMenu(): readonly MenuGroup[] {
  const t = useFrameText();
  const { locale } = useLocaleSwitch();
  const switchTo = useSwitchLanguage();
  const navigate = useNavigate();
  const { mutateAsync: signOut } = useSignOut();
  const leave = async () => {
    await signOut();
    await navigate('/sign-in', { replace: true });
  };
  return [
    {
      id: 'language',
      title: t('menu.language'),
      actions: locales.map((each) => ({
        id: each,
        label: localeNames[each],
        icon: each === locale ? CheckIcon : undefined,
        onAction: () => switchTo(each),
      })),
    },
    {
      id: 'other',
      actions: [
        {
          id: 'portal',
          label: t('menu.portal'),
          icon: ExternalLinkIcon,
          onAction: () => window.open(portalAddress('/'), '_blank', 'noreferrer'),
        },
        { id: 'out', label: t('menu.signOut'), icon: LogOutIcon, onAction: () => void leave() },
      ],
    },
  ];
}
