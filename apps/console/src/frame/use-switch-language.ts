import { type Locale, useLocaleSwitch } from '@muster/ui';
import { useCallback } from 'react';
import { useSaveLanguage } from '../data/session.js';

/** Switches the language of the page at once and keeps it with the person, so that server texts follow. */
export function useSwitchLanguage(): (language: Locale) => void {
  const { setLocale } = useLocaleSwitch();
  const { mutate: save } = useSaveLanguage();
  return useCallback(
    (language) => {
      setLocale(language);
      save(language);
    },
    [setLocale, save],
  );
}
