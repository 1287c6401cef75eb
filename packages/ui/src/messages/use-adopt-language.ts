import { useEffect, useRef } from 'react';
import { locales } from './locale.js';
import { useLocaleSwitch } from './locale-provider.js';

/** The page speaks the language of whoever signs in, whatever was chosen on this device before. */
export function useAdoptLanguage(person: { readonly id: string; readonly language: string } | null): void {
  const { setLocale } = useLocaleSwitch();
  const adoptedFor = useRef<string | null>(null);
  const id = person?.id ?? null;
  const language = locales.find((locale) => locale === person?.language);
  useEffect(() => {
    if (adoptedFor.current === id) return;
    adoptedFor.current = id;
    if (language !== undefined) setLocale(language);
  }, [id, language, setLocale]);
}
