import { readdir, readFile, stat } from 'node:fs/promises';
import { join, relative, resolve, sep } from 'node:path';
import type { MetadataProblem } from '../metadata-problem.js';
import { placeOfFile } from '../package/place-of-file.js';
import type { PackageFile } from '../package/read-file.js';
import { isManifest, type MetadataPackage, readPackage } from '../package/read-package.js';
import { MAX_XML_CHARACTERS } from '../source-format/xml-element.js';
import { filesBelow } from './files-below.js';

/** Files a project may have; more is a mistake of the folder that was named. */
const MAX_FILES = 50_000;

/**
 * Reads a folder as a project with a `sfdx-project.json`, a package with a `package.xml`, or any folder of metadata
 * files. Paths are those inside the folder.
 */
export async function readPackageFolder(folder: string): Promise<MetadataPackage> {
  const roots = await packageRoots(folder);
  const files: PackageFile[] = [];
  const problems: MetadataProblem[] = [];
  let manifest: { readonly path: string } | undefined;
  for (const root of roots) {
    const prefix = relative(folder, root).split(sep).filter(Boolean).join('/');
    const paths = (await filesBelow(root, '')).sort();
    if (paths.length > MAX_FILES) throw new RangeError(`${root} holds more than ${MAX_FILES} files`);
    if (paths.includes('package.xml'))
      manifest ??= { path: prefix === '' ? 'package.xml' : `${prefix}/package.xml` };
    for (const path of paths) await addFile(root, path, prefix, files, problems);
  }
  const read = readPackage(files, manifest);
  return { ...read, problems: [...problems, ...read.problems] };
}

/** The folders that hold metadata: those a project file names, else the folder itself. */
async function packageRoots(folder: string): Promise<readonly string[]> {
  const text = await readFile(join(folder, 'sfdx-project.json'), 'utf8').catch(() => undefined);
  if (text === undefined) {
    await readdir(folder);
    return [folder];
  }
  const project = JSON.parse(text) as { packageDirectories?: readonly { path?: string }[] };
  const named = (project.packageDirectories ?? []).flatMap(({ path }) =>
    path === undefined ? [] : [resolve(folder, path)],
  );
  const below = named.filter((root) => root.startsWith(resolve(folder)));
  const there = await Promise.all(below.map((root) => stat(root).then(Boolean, () => false)));
  const found = below.filter((_, i) => there[i]);
  return found.length === 0 ? [folder] : found;
}

async function addFile(
  root: string,
  path: string,
  prefix: string,
  files: PackageFile[],
  problems: MetadataProblem[],
): Promise<void> {
  const shown = prefix === '' ? path : `${prefix}/${path}`;
  const place = placeOfFile(shown);
  if (place === undefined && !isManifest(path)) return;
  if (place?.kind === 'skipped') {
    files.push({ path: shown, text: '' });
    return;
  }
  const { size } = await stat(join(root, path));
  if (size > MAX_XML_CHARACTERS) {
    const message = `file is larger than ${MAX_XML_CHARACTERS} bytes`;
    problems.push({ severity: 'error', file: shown, member: shown, message });
    return;
  }
  files.push({ path: shown, text: await readFile(join(root, path), 'utf8') });
}
