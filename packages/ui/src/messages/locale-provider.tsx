import { createContext, type ReactNode, useContext, useEffect, useMemo, useState } from 'react';
import { I18nProvider } from 'react-aria-components';
import { createFormats, type Formats } from './formats.js';
import { type Locale, locales, matchLocale } from './locale.js';

interface LocaleValue {
  readonly locale: Locale;
  readonly setLocale: (locale: Locale) => void;
  readonly formats: Formats;
}

export interface LocaleProviderProps {
  /** The signed-in person's language; without it the last choice on this device, else the browser's. */
  readonly locale?: Locale | undefined;
  /** IANA name; without it the device's zone. */
  readonly timeZone?: string | undefined;
  readonly now?: (() => Date) | undefined;
  readonly children: ReactNode;
}

const storageKey = 'muster.locale';
const LocaleContext = createContext<LocaleValue | null>(null);
const systemNow = () => new Date();

/** Gives language, time zone and formats to everything inside, sets <html lang>, and remembers the choice. */
export function LocaleProvider({ locale: given, timeZone, now = systemNow, children }: LocaleProviderProps) {
  const [chosen, setChosen] = useState<Locale | undefined>(readStored);
  const locale = chosen ?? given ?? matchLocale(navigator.languages);
  const zone = timeZone ?? Intl.DateTimeFormat().resolvedOptions().timeZone;

  useEffect(() => {
    document.documentElement.lang = locale;
  }, [locale]);

  const value = useMemo<LocaleValue>(
    () => ({
      locale,
      setLocale: (next) => {
        localStorage.setItem(storageKey, next);
        setChosen(next);
      },
      formats: createFormats(locale, zone, now),
    }),
    [locale, zone, now],
  );

  return (
    <I18nProvider locale={locale === 'en' ? 'en-GB' : 'es-ES'}>
      <LocaleContext value={value}>{children}</LocaleContext>
    </I18nProvider>
  );
}

/** The language in use and the function that switches it. */
export function useLocaleSwitch(): { readonly locale: Locale; readonly setLocale: (locale: Locale) => void } {
  const { locale, setLocale } = useLocaleValue();
  return { locale, setLocale };
}

/** Formats for dates, times and numbers in the language and zone in use. */
export function useFormats(): Formats {
  return useLocaleValue().formats;
}

function useLocaleValue(): LocaleValue {
  const value = useContext(LocaleContext);
  if (!value) throw new Error('A component of @muster/ui is outside UiRoot.');
  return value;
}

function readStored(): Locale | undefined {
  const stored = localStorage.getItem(storageKey);
  return locales.find((locale) => locale === stored);
}
