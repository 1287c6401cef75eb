import { readdir, readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import type { MetadataProblem } from '../metadata-problem.js';
import { parseStandardObject, type StandardObject } from '../standard-objects/parse-standard-object.js';

export interface StandardObjectsRead {
  readonly standardObjects: readonly StandardObject[];
  readonly problems: readonly MetadataProblem[];
}

/** The platform's own standard objects, which ship with this package. */
export const PLATFORM_STANDARD_OBJECTS = new URL('../../standard-objects/', import.meta.url);

/** Reads every `*.json` of a `standard-objects` folder, in the order of the file names. */
export async function readStandardObjects(folder: string | URL): Promise<StandardObjectsRead> {
  const directory = folder instanceof URL ? fileURLToPath(folder) : folder;
  const files = (await readdir(directory)).filter((file) => file.endsWith('.json')).sort();
  const standardObjects: StandardObject[] = [];
  const problems: MetadataProblem[] = [];
  const texts = await Promise.all(files.map((file) => readFile(join(directory, file), 'utf8')));
  for (const [index, file] of files.entries()) {
    const parsed = parseFile(texts[index] ?? '', file);
    problems.push(...parsed.problems);
    if (parsed.standardObject !== undefined) standardObjects.push(parsed.standardObject);
  }
  return { standardObjects, problems };
}

function parseFile(text: string, file: string) {
  try {
    return parseStandardObject(JSON.parse(text), file);
  } catch (error) {
    if (!(error instanceof SyntaxError)) throw error;
    const problem: MetadataProblem = {
      severity: 'error',
      file,
      member: '',
      message: `no JSON: ${error.message}`,
    };
    return { problems: [problem] };
  }
}
