import type { MetadataProblem } from '../metadata-problem.js';
import { findType } from '../registry/find-type.js';
import type { MetadataType } from '../registry/metadata-type.js';
import { documentKey, type MetadataDocument } from './document.js';
import { type Manifest, readManifest } from './manifest.js';
import { placeOfFile } from './place-of-file.js';
import { addDocument, type PackageFile, readFile } from './read-file.js';

/** A component a deploy passes over. */
export interface SkippedComponent {
  readonly type: MetadataType;
  readonly fullName: string;
  readonly file: string;
}

/** A component that is to be deleted. */
export interface Deletion {
  readonly type: MetadataType;
  readonly fullName: string;
  readonly file: string;
  readonly line: number;
}

/** What a deploy is asked to do, whatever the format it came in. */
export interface MetadataPackage {
  readonly documents: readonly MetadataDocument[];
  readonly deletions: readonly Deletion[];
  readonly skipped: readonly SkippedComponent[];
  /** Wholes that are nothing but their parts and have none: there is nothing to do about them. */
  readonly empty?: readonly Pick<MetadataDocument, 'type' | 'fullName'>[];
  readonly problems: readonly MetadataProblem[];
  /** The package.xml, of packages that have one. */
  readonly manifest?: Manifest & { readonly file: string };
}

const DELETIONS = /(^|\/)destructiveChanges(Pre|Post)?\.xml$/;
const MANIFEST = /(^|\/)package\.xml$/;

/**
 * Reads the files of a project in source format or of a package in mdapi format, the two told apart file by file. A
 * package.xml is only read where `manifest` names it: a project may hold several that are not meant.
 */
export function readPackage(
  files: readonly PackageFile[],
  manifest: { readonly path: string } | undefined,
): MetadataPackage {
  const problems: MetadataProblem[] = [];
  const documents = new Map<string, MetadataDocument>();
  const skipped = new Map<string, SkippedComponent>();
  const bodies = new Map<string, string>();
  const empty: NonNullable<MetadataPackage['empty']>[number][] = [];
  for (const file of files) {
    const place = placeOfFile(file.path);
    if (place?.kind === 'body') bodies.set(`${documentKey(place)}`, file.text);
    else if (place?.kind === 'skipped') skipped.set(documentKey(place), { ...place, file: file.path });
    else if (place?.kind === 'unknown') problems.push(unknownType(file.path));
    else if (place?.kind === 'component') {
      const before = problems.length;
      const found = readFile(file, place.type, place.fullName, problems);
      for (const document of found) addDocument(documents, document, problems);
      if (found.length === 0 && problems.length === before) empty.push(place);
    }
  }
  const complete = [...documents.values()].map((document) => withBody(document, bodies, problems));
  const listed = files.find(({ path }) => path === manifest?.path);
  const named = listed && readManifest(listed.text, listed.path, problems);
  return {
    documents: complete,
    deletions: manifest === undefined ? [] : readDeletions(files, folderOf(manifest.path), problems),
    skipped: [...skipped.values()],
    ...(empty.length === 0 ? {} : { empty }),
    problems,
    ...(named === undefined ? {} : { manifest: { ...named, file: listed?.path ?? '' } }),
  };
}

/** Whether a file is a list of members, which only counts at the root of a package. */
export function isManifest(path: string): boolean {
  return MANIFEST.test(path) || DELETIONS.test(path);
}

function withBody(
  document: MetadataDocument,
  bodies: ReadonlyMap<string, string>,
  problems: MetadataProblem[],
): MetadataDocument {
  if (!document.type.hasBody) return document;
  const body = bodies.get(documentKey(document));
  if (body !== undefined) return { ...document, body };
  const { file, fullName: member, root } = document;
  const message = `its text is missing: no file ${member}.${document.type.suffix} lies beside it`;
  problems.push({ severity: 'error', file, line: root.line, member, message });
  return document;
}

/** What the lists beside the package.xml name; others further down belong to packages of their own. */
function readDeletions(
  files: readonly PackageFile[],
  folder: string,
  problems: MetadataProblem[],
): readonly Deletion[] {
  return files
    .filter(({ path }) => DELETIONS.test(path) && folderOf(path) === folder)
    .flatMap(({ path, text }) =>
      readManifest(text, path, problems).members.flatMap(({ type: name, member, line }): Deletion[] => {
        const type = findType(name);
        if (type !== undefined && member !== '*') return [{ type, fullName: member, file: path, line }];
        const message =
          type === undefined ? `${name} is no type that is known here` : 'each component to delete is named';
        problems.push({ severity: 'error', file: path, line, member, message });
        return [];
      }),
    );
}

function folderOf(path: string): string {
  return path.slice(0, path.lastIndexOf('/') + 1);
}

function unknownType(file: string): MetadataProblem {
  const member = file.split('/').at(-1) ?? file;
  return {
    severity: 'error',
    file,
    member,
    message: 'no type of metadata that is known here has such a file',
  };
}
