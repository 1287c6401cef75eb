import { idChecksum, tryParseId } from '@muster/kernel';

const SUFFIX_ALPHABET = 'ABCDEFGHIJKLMNOPQRSTUVWXYZ012345';

/**
 * The id a client meant: as sent, or, when its letters were changed in case on the way, rebuilt from the checksum,
 * which says which of them are capitals. Undefined for what cannot be an id.
 */
export function restoreId(text: string): string | undefined {
  const id = tryParseId(text);
  if (id !== undefined || !/^[0-9A-Za-z]{18}$/.test(text)) return id;
  const suffix = text.slice(15).toUpperCase();
  let restored = '';
  for (let i = 0; i < 15; i += 1) {
    const bits = SUFFIX_ALPHABET.indexOf(suffix.charAt(Math.floor(i / 5)));
    const isCapital = bits >= 0 && (bits & (1 << (i % 5))) !== 0;
    restored += isCapital ? text.charAt(i).toUpperCase() : text.charAt(i).toLowerCase();
  }
  return idChecksum(restored) === suffix ? restored + suffix : undefined;
}
