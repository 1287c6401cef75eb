import { printProblem } from '../metadata-problem.js';
import { PLATFORM_STANDARD_OBJECTS, readStandardObjects } from '../node/read-standard-objects.js';
import { buildSnapshot } from '../snapshot/build-snapshot.js';
import { parseSourceFiles } from '../source-format/parse-source-files.js';

const { standardObjects } = await readStandardObjects(PLATFORM_STANDARD_OBJECTS);

/** A metadata file with this root. */
export function xml(root: string, content: string): string {
  return `<${root} xmlns="http://soap.sforce.com/2006/04/metadata">${content}</${root}>`;
}

/** A custom object's file: its path and its text. */
export function object(name: string, label = 'Badge'): [string, string] {
  const nameField = `<nameField><label>${label} Name</label><type>Text</type></nameField>`;
  const content = `<label>${label}</label><pluralLabel>${label}s</pluralLabel>${nameField}`;
  return [`objects/${name}/${name}.object-meta.xml`, xml('CustomObject', content)];
}

/** A custom field's file. */
export function field(objectName: string, name: string, content: string): [string, string] {
  const path = `objects/${objectName}/fields/${name}.field-meta.xml`;
  return [path, xml('CustomField', `<fullName>${name}</fullName><label>${name}</label>${content}`)];
}

/** The snapshot of the platform and these files, and what is wrong with them, printed. */
export function build(
  files: readonly [string, string][],
  assignedPrefixes: ReadonlyMap<string, string> = new Map(),
) {
  const parsed = parseSourceFiles(files.map(([path, text]) => ({ path, text })));
  const built = buildSnapshot({
    version: 7,
    standardObjects,
    components: parsed.components,
    assignedPrefixes,
  });
  return { ...built, problems: [...parsed.problems, ...built.problems].map(printProblem) };
}

/** The value, which must be there. */
export function required<T>(value: T | undefined): T {
  if (value === undefined) throw new Error('expected a value');
  return value;
}
