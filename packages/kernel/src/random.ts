/** Letters and digits that cannot be mistaken for one another when read aloud. */
const READABLE = '23456789ABCDEFGHJKMNPQRSTVWXYZ';

/** Source of random bytes, as an argument so that tests can repeat a run. */
export interface Random {
  bytes(count: number): Uint8Array;
}

export const secureRandom: Random = {
  bytes: (count) => globalThis.crypto.getRandomValues(new Uint8Array(count)),
};

/** A random number people can read out, such as a receipt: `7KQ4-9XRT-M2WD` for 12 characters. */
export function readableNumber(random: Random, length = 12): string {
  let text = '';
  while (text.replaceAll('-', '').length < length) {
    for (const byte of random.bytes(length)) {
      if (byte >= READABLE.length * Math.floor(256 / READABLE.length)) continue;
      if (text.replaceAll('-', '').length === length) break;
      text += READABLE.charAt(byte % READABLE.length);
      const count = text.replaceAll('-', '').length;
      if (count % 4 === 0 && count < length) text += '-';
    }
  }
  return text;
}

/** A secret for a token or a link: url-safe characters from `byteCount` random bytes. */
export function randomToken(random: Random, byteCount = 32): string {
  const base64 = btoa(String.fromCharCode(...random.bytes(byteCount)));
  return base64.replaceAll('+', '-').replaceAll('/', '_').replaceAll('=', '');
}
