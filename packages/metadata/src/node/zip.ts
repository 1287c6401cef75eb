import { strToU8, unzipSync, zipSync } from 'fflate';
import type { MetadataProblem } from '../metadata-problem.js';
import { placeOfFile } from '../package/place-of-file.js';
import type { PackageFile } from '../package/read-file.js';
import { isManifest, type MetadataPackage, readPackage } from '../package/read-package.js';
import { MAX_XML_CHARACTERS } from '../source-format/xml-element.js';

/** As Salesforce: files of a package, and their bytes when unpacked. */
const MAX_FILES = 10_000;
const MAX_BYTES = 400_000_000;

/**
 * Reads a zip in mdapi format: a package.xml at its root, or in the one folder at its root. Nothing is unpacked that is
 * not needed, nor more than the limits of a package.
 */
export function readPackageZip(zip: Uint8Array): MetadataPackage {
  const problems: MetadataProblem[] = [];
  const report = (file: string, message: string) =>
    problems.push({ severity: 'error', file, member: '', message });
  const passed: PackageFile[] = [];
  let entries: Record<string, Uint8Array> = {};
  let count = 0;
  let bytes = 0;
  try {
    entries = unzipSync(zip, {
      filter({ name, originalSize }) {
        const place = placeOfFile(name);
        if (name.endsWith('/') || (place === undefined && !isManifest(name))) return false;
        if (place?.kind === 'skipped') {
          passed.push({ path: name, text: '' });
          return false;
        }
        count += 1;
        bytes += originalSize;
        return originalSize <= MAX_XML_CHARACTERS && count <= MAX_FILES && bytes <= MAX_BYTES;
      },
    });
  } catch (failure) {
    report('', `no zip file: ${failure instanceof Error ? failure.message : String(failure)}`);
  }
  if (count > MAX_FILES || bytes > MAX_BYTES)
    report('', `a package has at most ${MAX_FILES} files and ${MAX_BYTES} bytes`);
  const decoder = new TextDecoder();
  const files = Object.entries(entries).map(([path, content]) => ({ path, text: decoder.decode(content) }));
  const manifests = files.filter(({ path }) => /^([^/]+\/)?package\.xml$/.test(path));
  const manifest = manifests.find(({ path }) => path === 'package.xml') ?? manifests[0];
  if (manifest === undefined && problems.length === 0) report('package.xml', 'No package.xml found');
  if (manifest?.path !== 'package.xml' && manifests.length > 1)
    report(
      '',
      `the zip holds several packages, and one is deployed at a time: ${manifests.map(({ path }) => path).join(', ')}`,
    );
  const read = readPackage([...files, ...passed], manifest);
  return { ...read, problems: [...problems, ...read.problems] };
}

/** Packs texts into a zip, in their order; the same files give the same bytes. */
export function writeZip(files: readonly PackageFile[]): Uint8Array {
  const mtime = new Date(1980, 0, 1);
  return zipSync(
    Object.fromEntries(files.map(({ path, text }) => [path, [strToU8(text), { mtime }] as const])) as never,
  );
}
