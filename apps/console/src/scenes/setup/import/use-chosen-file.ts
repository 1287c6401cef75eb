import { useState } from 'react';
import { detectForm, type FileForm, readSample, SAMPLE_BYTES, type Sample } from './read-sample.js';

/** Bytes the server takes. */
export const MAX_FILE_BYTES = 150 * 1024 * 1024;

/** A file somebody chose, its beginning and how it is read. */
export interface ChosenFile {
  readonly file: File;
  readonly bytes: Uint8Array;
  readonly form: FileForm;
  readonly sample: Sample;
  /** Rows it seems to have, by the length of its first ones. */
  readonly expectedRows: number;
}

export type FileFault = 'tooLarge' | 'empty' | 'noRows' | 'sameNames';

/** Looks at files as they are chosen. */
export function useFileReader(onChosen: (file: ChosenFile | null) => void) {
  const [fault, setFault] = useState<FileFault | null>(null);
  return {
    fault,
    choose: async (file: File | undefined) => {
      onChosen(null);
      if (file === undefined) return setFault(null);
      if (file.size > MAX_FILE_BYTES) return setFault('tooLarge');
      const bytes = new Uint8Array(await file.slice(0, SAMPLE_BYTES).arrayBuffer());
      if (bytes.length === 0) return setFault('empty');
      setFault(null);
      onChosen(read(file, bytes, detectForm(bytes)));
    },
    forget: () => {
      setFault(null);
      onChosen(null);
    },
  };
}

/** The same file, read another way. */
export function readAs(chosen: ChosenFile, form: FileForm): ChosenFile {
  return read(chosen.file, chosen.bytes, form);
}

/** What keeps a file from being loaded, however it is read. */
export function faultOf({ sample }: ChosenFile): FileFault | null {
  if (sample.header.length === 0) return 'empty';
  if (sameNames(sample.header).length > 0) return 'sameNames';
  return sample.rows.length === 0 ? 'noRows' : null;
}

/** Names that more than one column has. */
export function sameNames(header: readonly string[]): readonly string[] {
  return [...new Set(header.filter((name, i) => name !== '' && header.indexOf(name) !== i))];
}

function read(file: File, bytes: Uint8Array, form: FileForm): ChosenFile {
  const sample = readSample(bytes, form);
  return { file, bytes, form, sample, expectedRows: countRows(file.size, bytes) };
}

function countRows(size: number, bytes: Uint8Array): number {
  const lines = bytes.reduce((count, byte) => (byte === 0x0a ? count + 1 : count), 0);
  const isWhole = size === bytes.length;
  const all = isWhole ? lines : Math.round((lines * size) / Math.max(bytes.length, 1));
  const isOpenEnded = isWhole && bytes.at(-1) !== 0x0a;
  return Math.max(all - 1 + (isOpenEnded ? 1 : 0), 0);
}
