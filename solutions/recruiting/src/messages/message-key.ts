import type { en } from './en.js';

export type MessageKey = keyof typeof en;

/** Keys that come in the plural forms of a language: `key.one` and `key.other`. */
export type CountKey = MessageKey extends infer Key
  ? Key extends `${infer Stem}.one`
    ? Stem
    : never
  : never;
