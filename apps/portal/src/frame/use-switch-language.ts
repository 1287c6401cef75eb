import { type Locale, useLocaleSwitch } from '@muster/ui';
import { useCallback } from 'react';
import { usePerson, useSaveLanguage } from '../data/session.js';

/** Switches the language of the page at once and, for somebody signed in, keeps it with the person. */
export function useSwitchLanguage(): (language: Locale) => void {
  const { setLocale } = useLocaleSwitch();
  const { mutate: save } = useSaveLanguage();
  const isSignedIn = Boolean(usePerson());
  return useCallback(
    (language) => {
      setLocale(language);
      if (isSignedIn) save(language);
    },
    [isSignedIn, setLocale, save],
  );
}
