import { readFileSync, statSync } from 'node:fs';
import { join } from 'node:path';
import type { MetadataProblem } from '../metadata-problem.js';
import { type ParsedSource, parseSourceFiles, type SourceFile } from '../source-format/parse-source-files.js';
import { MAX_XML_CHARACTERS } from '../source-format/xml-element.js';
import { filesBelow } from './files-below.js';

const METADATA_NAMESPACE = 'http://soap.sforce.com/2006/04/metadata';
const MAX_FILES = 20_000;

/** Reads and parses every metadata file below a folder. */
export async function readSourceFolder(folder: string): Promise<ParsedSource> {
  const { files, problems } = await readSourceFiles(folder);
  const parsed = parseSourceFiles(files);
  return { components: parsed.components, problems: [...problems, ...parsed.problems] };
}

export interface SourceFilesRead {
  readonly files: readonly SourceFile[];
  readonly problems: readonly MetadataProblem[];
}

/**
 * Reads every metadata file below a folder, in the order of their paths. Files that are no metadata are passed over,
 * as are links and folders whose names begin with a dot. Problems name files by their path inside the folder.
 * Reads without giving way: hundreds of small files take a sixth of the time.
 */
export async function readSourceFiles(folder: string): Promise<SourceFilesRead> {
  const paths = (await filesBelow(folder, '')).sort();
  const files: SourceFile[] = [];
  const problems: MetadataProblem[] = [];
  for (const path of paths.slice(0, MAX_FILES)) {
    const { size } = statSync(join(folder, path));
    if (size > MAX_XML_CHARACTERS) {
      if (path.endsWith('-meta.xml')) problems.push(tooLarge(path));
      continue;
    }
    const text = readFileSync(join(folder, path), 'utf8');
    if (path.endsWith('-meta.xml') || text.includes(METADATA_NAMESPACE)) files.push({ path, text });
  }
  if (paths.length > MAX_FILES) problems.push(tooMany(paths[MAX_FILES] ?? ''));
  return { files, problems };
}

function tooLarge(file: string): MetadataProblem {
  return {
    severity: 'error',
    file,
    member: file,
    message: `file is larger than ${MAX_XML_CHARACTERS} bytes`,
  };
}

function tooMany(file: string): MetadataProblem {
  return {
    severity: 'error',
    file,
    member: file,
    message: `the folder holds more than ${MAX_FILES} files; this one and those after it were not read`,
  };
}
