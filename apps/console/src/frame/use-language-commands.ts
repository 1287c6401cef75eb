import { type Command, LanguagesIcon, localeNames, locales, useLocaleSwitch } from '@muster/ui';
import { useMemo } from 'react';
import { useFrameText } from '../messages/frame/use-frame-text.js';
import { useSwitchLanguage } from './use-switch-language.js';

/** A command per language that is not in use. */
export function useLanguageCommands(): readonly Command[] {
  const t = useFrameText();
  const { locale } = useLocaleSwitch();
  const switchTo = useSwitchLanguage();
  return useMemo(
    () =>
      locales
        .filter((other) => other !== locale)
        .map((other) => ({
          id: `language-${other}`,
          label: t('palette.language', { language: localeNames[other] }),
          icon: LanguagesIcon,
          group: t('palette.do'),
          onAction: () => switchTo(other),
        })),
    [locale, switchTo, t],
  );
}
