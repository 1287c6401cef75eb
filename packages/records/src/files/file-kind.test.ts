import { expect, it } from 'vitest';
import { fileKind } from './file-kind.js';

it.each([
  ['Certificate.PDF', 'pdf', 'PDF'],
  ['photo.of.me.jpeg', 'jpeg', 'JPG'],
  ['notes.docx', 'docx', 'WORD_X'],
  ['track.gpx', 'gpx', 'UNKNOWN'],
  ['README', null, 'UNKNOWN'],
  ['constructor.constructor', 'constructor', 'UNKNOWN'],
])('%s has the extension %s and is %s', (name, extension, type) => {
  expect(fileKind(name)).toEqual({ extension, type });
});
