import { describe, expect, it } from 'vitest';
import { detectForm, readSample } from './read-sample.js';

const bytes = (text: string, encoding: BufferEncoding = 'utf8') =>
  new Uint8Array(Buffer.from(text, encoding));

describe('how a file is written', () => {
  it.each([
    ['Name,Phone\nOrra,1\n', 'COMMA', 'DOUBLE'],
    ['Name;Betrag\nOrra;"1.234,50"\nSule;2,5\n', 'SEMICOLON', 'DOUBLE'],
    ['Name\tPhone\r\nOrra, north\t1\r\n', 'TAB', 'DOUBLE'],
    ['Name|Phone\nOrra|1\n', 'PIPE', 'DOUBLE'],
    ["'Name','Note'\n'Orra','a, b'\n'Sule','c, d, e'\n", 'COMMA', 'SINGLE'],
    ['"Name","Note"\n"O\'Hara","it\'s, fine"\n', 'COMMA', 'DOUBLE'],
    ['Name\nOrra\n', 'COMMA', 'DOUBLE'],
  ] as const)('%j', (text, delimiter, quote) => {
    expect(detectForm(bytes(text))).toEqual({ charset: 'UTF-8', delimiter, quote });
  });

  it('by its bytes', () => {
    expect(detectForm(bytes('Name\nPeña\n')).charset).toBe('UTF-8');
    expect(detectForm(bytes('\ufeffName\nPeña\n')).charset).toBe('UTF-8');
    expect(detectForm(bytes('Name\nPeña\n', 'latin1')).charset).toBe('windows-1252');
    expect(detectForm(bytes('\ufeffName\nPeña\n', 'utf16le')).charset).toBe('UTF-16LE');
  });
});

describe('the beginning of a file', () => {
  it('is its header and the first rows, without a byte order mark', () => {
    const file = bytes('\ufeffName , Phone\r\n"Orra\r\nclinic",1\r\n');
    expect(readSample(file, detectForm(file))).toEqual({
      lineEnding: 'CRLF',
      header: ['Name', 'Phone'],
      rows: [['Orra\r\nclinic', '1']],
    });
  });

  it('leaves out what is cut off', () => {
    const file = bytes('Name,Note\nOrra,1\nSule,"never end');
    expect(readSample(file, detectForm(file)).rows).toEqual([]);
    expect(readSample(file, detectForm(file)).header).toEqual(['Name', 'Note']);
  });

  it('of nothing is nothing', () => {
    expect(readSample(bytes(''), detectForm(bytes('')))).toMatchObject({ header: [], rows: [] });
  });
});
