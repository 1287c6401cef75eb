/** A kind of file candidates may send. */
export interface DocumentType {
  readonly extension: 'pdf' | 'docx' | 'jpg' | 'png' | 'heic';
  readonly mediaType: string;
}

export const MAX_DOCUMENT_BYTES = 10 * 1024 * 1024;

const types = {
  pdf: { extension: 'pdf', mediaType: 'application/pdf' },
  docx: {
    extension: 'docx',
    mediaType: 'application/vnd.openxmlformats-officedocument.wordprocessingml.document',
  },
  jpg: { extension: 'jpg', mediaType: 'image/jpeg' },
  png: { extension: 'png', mediaType: 'image/png' },
  heic: { extension: 'heic', mediaType: 'image/heic' },
} as const satisfies Readonly<Record<string, DocumentType>>;

/** Brands of the ISO base media format that hold HEIF pictures (ISO/IEC 23008-12). */
const heifBrands = ['heic', 'heix', 'heim', 'heis', 'mif1', 'msf1'];

/** What a file is by its first bytes, whatever it is called; undefined for kinds that are not taken. */
export function documentType(bytes: Uint8Array): DocumentType | undefined {
  if (startsWith(bytes, '%PDF-')) return types.pdf;
  if (bytes[0] === 0xff && bytes[1] === 0xd8 && bytes[2] === 0xff) return types.jpg;
  if (startsWith(bytes, '\u0089PNG\r\n\u001a\n')) return types.png;
  if (startsWith(bytes, 'ftyp', 4) && heifBrands.some((brand) => startsWith(bytes, brand, 8)))
    return types.heic;
  if (startsWith(bytes, 'PK\u0003\u0004') && isWordPackage(bytes)) return types.docx;
  return undefined;
}

function startsWith(bytes: Uint8Array, text: string, offset = 0): boolean {
  return [...text].every((character, index) => bytes[offset + index] === character.charCodeAt(0));
}

/** A zip archive whose directory names Word's main part; archives with macros name another content type. */
function isWordPackage(bytes: Uint8Array): boolean {
  const names = Buffer.from(bytes.buffer, bytes.byteOffset, bytes.byteLength);
  return (
    names.includes('[Content_Types].xml') &&
    names.includes('word/document.xml') &&
    !names.includes('word/vbaProject.bin')
  );
}

/** A name for the stored file: without path and control characters, ending in the true extension. */
export function safeFileName(name: string, type: DocumentType): string {
  const base = name.split(/[/\\]/).at(-1) ?? '';
  const withoutExtension = base.replace(/\.[A-Za-z0-9]{1,5}$/, '');
  const clean = [...withoutExtension]
    .filter((character) => character >= ' ' && character !== '\u007f')
    .join('')
    .trim();
  return `${clean.slice(0, 100) || 'document'}.${type.extension}`;
}
