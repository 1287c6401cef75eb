import { execFileSync } from 'node:child_process';
import { existsSync, mkdirSync, mkdtempSync, readdirSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { afterAll, describe, expect, it } from 'vitest';
import { elementToJson } from '../json/element-to-json.js';
import { readGivenComponents } from '../json/read-given-components.js';
import { mayRepeat } from '../json/repeatable-elements.js';
import type { MetadataDocument } from '../package/document.js';
import { printFile } from '../package/print-element.js';
import type { XmlElement } from '../source-format/xml-element.js';
import { readPackageFolder } from './read-package-folder.js';

/** Public projects kept beside the working copy, not in the repository. */
const CORPUS = fileURLToPath(new URL('../../../../../shared/corpus/deploy/', import.meta.url));
const projects = existsSync(CORPUS)
  ? readdirSync(CORPUS)
  : ['the corpus (../shared/corpus/deploy is absent)'];
const scratch = mkdtempSync(join(tmpdir(), 'muster-json-form-'));
afterAll(() => rmSync(scratch, { recursive: true }));

async function documentsOf(project: string): Promise<readonly MetadataDocument[]> {
  if (!project.endsWith('.tar.xz')) return (await readPackageFolder(join(CORPUS, project))).documents;
  const folder = join(scratch, project);
  mkdirSync(folder);
  execFileSync('tar', ['-xf', join(CORPUS, project), '-C', folder]);
  return (await readPackageFolder(folder)).documents;
}

/** A component written as JSON, as a client gets it, and read again. */
function throughJson({ type, fullName, root, body }: MetadataDocument): string {
  const json: unknown = JSON.parse(JSON.stringify(elementToJson(root)));
  const given = { type, fullName, metadata: { json }, ...(body === undefined ? {} : { body }) };
  const { documents, problems } = readGivenComponents([given], []);
  return (
    JSON.stringify(problems.map(({ message }) => message)) +
    documents.map((each) => printFile(each.root)).join()
  );
}

/** Elements that stand several times in another and are in no list of elements that may. */
function unlisted(element: XmlElement): readonly string[] {
  const names = element.children.map(({ name }) => name);
  const repeated = names.filter((name, i) => names.indexOf(name) !== i && !mayRepeat(element.name, name));
  return [...repeated.map((name) => `${element.name}.${name}`), ...element.children.flatMap(unlisted)];
}

describe('components of public projects as JSON', () => {
  it.skipIf(!existsSync(CORPUS)).each(projects)('%s: the same come back', async (project) => {
    const documents = await documentsOf(project);
    for (const document of documents) expect(throughJson(document)).toBe(`[]${printFile(document.root)}`);
    expect(documents.flatMap(({ root }) => unlisted(root))).toEqual([]);
  });
});
