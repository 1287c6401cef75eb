import { isUtf8 } from 'node:buffer';
import { TextDecoder } from 'node:util';
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

/** Bytes of an upload, as Salesforce has it. */
export const MAX_UPLOAD_BYTES = 150 * 1024 * 1024;

/**
 * The same for an upload as it arrives, piece by piece. A charset other than UTF-8 may be named, as in
 * `text/csv; charset=windows-1252`; a byte order mark says more than that name.
 * @throws MusterError INVALIDBATCH for what is no text, UNSUPPORTED_MEDIA_TYPE for a charset nobody knows
 */
export async function* utf8Upload(
  chunks: AsyncIterable<Uint8Array> | Iterable<Uint8Array>,
  contentType: string | undefined,
): AsyncGenerator<Uint8Array> {
  let decoder: TextDecoder | undefined;
  let encoding = 'utf-8';
  let begun = Buffer.alloc(0);
  for await (const chunk of chunks) {
    let piece: Uint8Array = chunk;
    if (decoder === undefined) {
      begun = Buffer.concat([begun, chunk]);
      if (begun.length < 2) continue;
      const mark = MARKS.find(({ bytes }) => bytes.every((byte, i) => begun[i] === byte));
      encoding = mark?.encoding ?? charsetOf(contentType);
      decoder = new TextDecoder(encoding, { fatal: true });
      piece = begun;
    }
    yield decodePiece(decoder, piece, encoding);
  }
  decoder ??= new TextDecoder('utf-8', { fatal: true });
  yield decodePiece(decoder, begun.length < 2 ? begun : NOTHING, encoding, true);
}

const NOTHING = new Uint8Array();

function decodePiece(decoder: TextDecoder, piece: Uint8Array, encoding: string, isLast = false): Uint8Array {
  let text: string;
  try {
    text = decoder.decode(piece, { stream: !isLast });
  } catch {
    throw new MusterError('INVALIDBATCH', `The upload is not valid ${encoding.toUpperCase()}`);
  }
  if (text.includes('\0'))
    throw new MusterError('INVALIDBATCH', 'The upload holds NUL characters, which no text has');
  return Buffer.from(text);
}

function charsetOf(contentType: string | undefined): string {
  const name = /;\s*charset\s*=\s*"?([^";\s]+)/i.exec(contentType ?? '')?.[1] ?? 'utf-8';
  try {
    return new TextDecoder(name).encoding;
  } catch {
    throw new MusterError('UNSUPPORTED_MEDIA_TYPE', `The charset ${name} is not known`);
  }
}
