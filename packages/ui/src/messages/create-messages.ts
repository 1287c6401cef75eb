import { IntlMessageFormat } from 'intl-messageformat';
import type { Locale } from './locale.js';

/** A translation of `Source`: a missing or misspelt key does not compile. */
export type Translation<Source extends Readonly<Record<string, string>>> = {
  readonly [Key in keyof Source]: string;
};

/** Dates are formatted first (useFormats) and passed as text, so that every date in the product looks alike. */
export type MessageValues = Readonly<Record<string, string | number>>;

/** Values for a message with tags: each tag's function gets its content. */
export type TaggedValues<Part> = Record<string, string | number | ((content: (string | Part)[]) => Part)>;

/** A compiled set of catalogues, one per language, all with the same keys. */
export interface Messages<Key extends string> {
  readonly format: (locale: Locale, key: Key, values?: MessageValues) => string;
  /** Like `format`, for messages with tags: each tag's function gets its content and gives back what to show. */
  readonly formatParts: <Part>(
    locale: Locale,
    key: Key,
    values: TaggedValues<Part>,
  ) => readonly (string | Part)[];
}

/**
 * Compiles ICU message catalogues. Each message is parsed at its first use and kept; in a built app the catalogues
 * hold them parsed already (tools/parsed-messages.ts).
 */
export function createMessages<Key extends string>(
  catalogues: Readonly<Record<Locale, Readonly<Record<Key, string>>>>,
): Messages<Key> {
  const compiled = new Map<string, IntlMessageFormat>();
  const compile = (locale: Locale, key: Key): IntlMessageFormat => {
    const slot = `${locale} ${key}`;
    const known = compiled.get(slot);
    if (known) return known;
    const message = new IntlMessageFormat(catalogues[locale][key], locale);
    compiled.set(slot, message);
    return message;
  };
  return {
    format: (locale, key, values) => String(compile(locale, key).format(values)),
    formatParts: <Part>(locale: Locale, key: Key, values: TaggedValues<Part>) => {
      const result = compile(locale, key).format<Part>(values);
      return Array.isArray(result) ? result : [result];
    },
  };
}
