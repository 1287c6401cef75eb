import { MusterError } from './errors.js';

const SUFFIX_ALPHABET = 'ABCDEFGHIJKLMNOPQRSTUVWXYZ012345';
const BASE62 = '0123456789ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz';
const ID_15 = /^[0-9A-Za-z]{15}$/;
const ID_18 = /^[0-9A-Za-z]{18}$/;

/** A record id: always the 18-character form, 15 case-sensitive characters and their checksum. */
export type Id = string;

/** The three checksum characters of a 15-character id: one bit per character, set when it is A to Z. */
export function idChecksum(id15: string): string {
  let suffix = '';
  for (let block = 0; block < 15; block += 5) {
    let bits = 0;
    for (let i = 0; i < 5; i += 1) {
      const code = id15.charCodeAt(block + i);
      if (code >= 65 && code <= 90) bits |= 1 << i;
    }
    suffix += SUFFIX_ALPHABET.charAt(bits);
  }
  return suffix;
}

/**
 * The 18-character form of what a client sent as an id.
 * @throws MusterError MALFORMED_ID when it is not 15 or 18 base-62 characters or the checksum does not fit.
 */
export function parseId(text: string): Id {
  const id = tryParseId(text);
  if (id === undefined) throw new MusterError('MALFORMED_ID', `malformed id ${text}`);
  return id;
}

/** As `parseId`, but undefined for what is not an id. */
export function tryParseId(text: string): Id | undefined {
  if (ID_15.test(text)) return text + idChecksum(text);
  if (ID_18.test(text) && text.slice(15) === idChecksum(text.slice(0, 15))) return text;
  return undefined;
}

/**
 * Builds an id: key prefix (3), pod (2), a reserved 0, and a counter of 9 base-62 digits, so that ids of one
 * object sort in the order their counters were handed out.
 */
export function makeId(keyPrefix: string, pod: string, counter: number): Id {
  let digits = '';
  let rest = counter;
  for (let i = 0; i < 9; i += 1) {
    digits = BASE62.charAt(rest % 62) + digits;
    rest = Math.floor(rest / 62);
  }
  const id15 = `${keyPrefix}${pod}0${digits}`;
  return id15 + idChecksum(id15);
}

/** The counter an id was built with; undefined when it is past what a number holds. */
export function tryParseCounter(id: Id): number | undefined {
  const counter = [...id.slice(6, 15)].reduce((sum, digit) => sum * 62 + BASE62.indexOf(digit), 0);
  return Number.isSafeInteger(counter) ? counter : undefined;
}

/** The key prefix, which names the object an id belongs to. */
export function keyPrefixOf(id: Id): string {
  return id.slice(0, 3);
}
