import { isUtf8 } from 'node:buffer';
import { MusterError } from '@muster/kernel';

/** Byte order marks of encodings other than UTF-8; a file that begins with one says what it is written in. */
const MARKS = [
  { bytes: [0xff, 0xfe], encoding: 'utf-16le' },
  { bytes: [0xfe, 0xff], encoding: 'utf-16be' },
] as const;

/**
 * An upload in UTF-8: as it was sent, or written anew when its byte order mark says that it is UTF-16.
 * @throws MusterError INVALIDBATCH for what is no text
 */
export function readUpload(body: Uint8Array): Uint8Array {
  const mark = MARKS.find(({ bytes }) => bytes.every((byte, i) => body[i] === byte));
  const upload = mark === undefined ? body : decode(body, mark.encoding);
  if (!isUtf8(upload)) throw new MusterError('INVALIDBATCH', 'The upload is not valid UTF-8');
  if (upload.includes(0))
    throw new MusterError('INVALIDBATCH', 'The upload holds NUL characters, which no text has');
  return upload;
}

function decode(body: Uint8Array, encoding: string): Uint8Array {
  try {
    return Buffer.from(new TextDecoder(encoding, { fatal: true }).decode(body));
  } catch {
    throw new MusterError('INVALIDBATCH', `The upload is not valid ${encoding.toUpperCase()}`);
  }
}
