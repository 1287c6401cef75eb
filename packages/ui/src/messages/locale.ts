/** The languages every text of both apps exists in. */
export const locales = ['en', 'es'] as const;

export type Locale = (typeof locales)[number];

/** Each language's name in that language, for the switch. */
export const localeNames: Readonly<Record<Locale, string>> = { en: 'English', es: 'Español' };

/** The first language of `preferred` (BCP 47 tags, best first) that Muster speaks; English when there is none. */
export function matchLocale(preferred: readonly string[]): Locale {
  for (const tag of preferred) {
    const language = tag.toLowerCase().split('-')[0];
    const match = locales.find((locale) => locale === language);
    if (match !== undefined) return match;
  }
  return 'en';
}
