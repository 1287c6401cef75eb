import { useLocaleSwitch } from '@muster/ui';
import { useEffect, useRef } from 'react';
import { usePerson, useSaveLanguage } from '../data/session.js';

/** A person's language follows them: it is taken over on signing in, and saved when they switch it. */
export function useLanguageSync(): void {
  const person = usePerson();
  const { locale, setLocale } = useLocaleSwitch();
  const { mutate: save } = useSaveLanguage();
  const adoptedFor = useRef<string | null>(null);
  const id = person?.id ?? null;
  const language = person?.language;
  useEffect(() => {
    if (id === null || (language !== 'en' && language !== 'es')) {
      adoptedFor.current = null;
    } else if (adoptedFor.current !== id) {
      adoptedFor.current = id;
      setLocale(language);
    } else if (language !== locale) {
      save(locale);
    }
  }, [id, language, locale, setLocale, save]);
}
