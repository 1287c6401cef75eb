import { describe, expect, it } from 'vitest';
import { documentType, safeFileName } from './document-type.js';

const bytes = (text: string) => Uint8Array.from(text, (character) => character.charCodeAt(0));

describe('documentType', () => {
  it('goes by the content', () => {
    expect(documentType(bytes('%PDF-1.7\n'))?.extension).toBe('pdf');
    expect(documentType(bytes('\xff\xd8\xff\xe0'))?.extension).toBe('jpg');
    expect(documentType(bytes('\x89PNG\r\n\x1a\n'))?.extension).toBe('png');
    expect(documentType(bytes('\0\0\0\x18ftypheic'))?.extension).toBe('heic');
    const word = 'PK\x03\x04…[Content_Types].xml…word/document.xml';
    expect(documentType(bytes(word))?.extension).toBe('docx');
  });

  it('takes no program, page, picture with scripts, or document with macros', () => {
    for (const text of [
      'MZ\x90',
      '<html>',
      '<svg xmlns=',
      'GIF89a',
      'PK\x03\x04 any archive',
      'PK\x03\x04[Content_Types].xml word/document.xml word/vbaProject.bin',
      '',
    ]) {
      expect(documentType(bytes(text)), text).toBeUndefined();
    }
  });
});

describe('safeFileName', () => {
  const pdf = { extension: 'pdf', mediaType: 'application/pdf' } as const;

  it('keeps the name, not the path, and gives it its true ending', () => {
    expect(safeFileName('C:\\me\\Título final.docx', pdf)).toBe('Título final.pdf');
    expect(safeFileName('../../etc/passwd', pdf)).toBe('passwd.pdf');
    expect(safeFileName('a\u0000b\n.pdf', pdf)).toBe('ab.pdf');
    expect(safeFileName('.pdf', pdf)).toBe('document.pdf');
  });
});
