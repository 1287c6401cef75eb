import type { Session } from '@muster/records';
import type { Instant, Label } from '../engine/index.js';
import { en } from './en.js';
import { es } from './es.js';
import type { CountKey, MessageKey } from './message-key.js';

export type Language = 'en' | 'es';
export type MessageValues = Readonly<Record<string, string | number>>;

/** Texts, days and numbers as one person reads them. */
export interface Words {
  readonly language: Language;
  say(key: MessageKey, values?: MessageValues): string;
  /** The form of a message for this many; `{n}` is the number. */
  count(key: CountKey, n: number, values?: MessageValues): string;
  label(label: Label): string;
  /** `3 Nov`, with the year when it is another than this year. */
  day(at: Instant): string;
  /** `3 Nov, 14:30`. */
  time(at: Instant): string;
  number(value: number): string;
  /** Whole units, or with `fractionDigits`. */
  money(amount: number, currency: string, fractionDigits?: number): string;
}

const catalogues: Readonly<Record<Language, Readonly<Record<MessageKey, string>>>> = { en, es };
const locales: Readonly<Record<Language, string>> = { en: 'en-GB', es: 'es' };

export interface WordsOptions {
  readonly language: Language;
  /** IANA zone of the days and times. */
  readonly timeZone: string;
  readonly now: Instant;
}

export function wordsIn({ language, timeZone, now }: WordsOptions): Words {
  const locale = locales[language];
  const plural = new Intl.PluralRules(locale);
  const format = (options: Intl.DateTimeFormatOptions) =>
    new Intl.DateTimeFormat(locale, { timeZone, ...options });
  const yearOf = format({ year: 'numeric' });
  const shortDay = format({ day: 'numeric', month: 'short' });
  const fullDay = format({ day: 'numeric', month: 'short', year: 'numeric' });
  const clock = format({ hour: '2-digit', minute: '2-digit', hourCycle: 'h23' });
  const numbers = new Intl.NumberFormat(locale);
  const day = (at: Instant) =>
    (yearOf.format(at) === yearOf.format(now) ? shortDay : fullDay).format(at).replace('Sept', 'Sep');
  const say = (key: MessageKey, values?: MessageValues) => fill(catalogues[language][key], values);
  return {
    language,
    say,
    count: (key, n, values) => {
      const form = plural.select(n) === 'one' ? 'one' : 'other';
      return say(`${key}.${form}` as MessageKey, { n: numbers.format(n), ...values });
    },
    label: (label) => label[language],
    day,
    time: (at) => `${day(at)}, ${clock.format(at)}`,
    number: (value) => numbers.format(value),
    money: (amount, currency, fractionDigits = 0) =>
      new Intl.NumberFormat(locale, {
        style: 'currency',
        currency,
        currencyDisplay: 'narrowSymbol',
        minimumFractionDigits: fractionDigits,
        maximumFractionDigits: fractionDigits,
      }).format(amount),
  };
}

/** The words of whoever acts; guests name their language. */
export function wordsOf(session: Session, language?: string): Words {
  return wordsIn({
    language: languageOf(language ?? session.principal.language),
    timeZone: session.principal.timeZone,
    now: session.now(),
  });
}

/** The language of the product nearest to a language tag: Spanish for `es…`, else English. */
export function languageOf(tag: string | null | undefined): Language {
  return tag?.toLowerCase().startsWith('es') ? 'es' : 'en';
}

function fill(text: string, values: MessageValues = {}): string {
  return text.replace(/\{(\w+)\}/g, (all, name: string) => String(values[name] ?? all));
}
