import { mkdir, writeFile } from 'node:fs/promises';
import { dirname, resolve, sep } from 'node:path';
import { MusterError } from '@muster/kernel';
import {
  findType,
  type ManifestMember,
  type MetadataDocument,
  manifestChooser,
  type PackageFile,
  type PackageFormat,
  printManifest,
  writeFiles,
} from '@muster/metadata';
import { type Command, readArguments, UsageError } from './command.js';
import { printTable } from './print-table.js';
import { say, sayProgress } from './say.js';
import { withInstance } from './with-instance.js';

/** The version a package.xml written here names. */
const API_VERSION = '67.0';

export const retrieve: Command = {
  name: 'retrieve',
  usage: '[-m TYPE:NAME …] [--output-dir DIR] [--format source|mdapi]',
  summary: 'Writes the metadata of the agency as files, all of it or what -m names.',
  details: [
    '-m TYPE:NAME (--metadata) may be given several times: CustomField:Case.Status__c, CustomObject:Case with all its',
    'parts, or a type alone, Profile, for all of that type.',
    'Files go to the folder retrieved, or that of --output-dir; those of the same name there are written anew.',
    'With --format mdapi an object is one file, and a package.xml lists all of it.',
  ],
  async run(args) {
    const { positional, options, lists } = readArguments(args, {
      options: ['output-dir', 'format'],
      lists: { metadata: 'm' },
    });
    if (positional.length > 0) throw new UsageError(`Name components as -m ${positional[0]}`);
    const format = formatOf(options.get('format') ?? 'source');
    const folder = options.get('output-dir') ?? 'retrieved';
    const members = (lists.get('metadata') ?? []).map(memberOf);
    sayProgress('Reading the metadata of the agency');
    const documents = await withInstance(({ records }) =>
      records.metadata.retrieve(members.length === 0 ? () => true : manifestChooser(members)),
    );
    const files: PackageFile[] = [...writeFiles(documents, format)];
    if (format === 'mdapi') files.push({ path: 'package.xml', text: printManifest(documents, API_VERSION) });
    await writeBelow(folder, files);
    if (documents.length > 0) say(printTable(countByType(documents)));
    say(`${documents.length} components in ${files.length} files below ${folder}`);
    const missing = membersWithout(documents, members);
    for (const { type, member } of missing) say(`The agency has no ${type} ${member}`);
    return missing.length === 0 ? 0 : 1;
  },
};

function formatOf(name: string): PackageFormat {
  if (name === 'source' || name === 'mdapi') return name;
  throw new UsageError(`--format is source or mdapi, not ${name}`);
}

/** @throws UsageError for a type that is not known or that no agency keeps */
function memberOf(text: string): ManifestMember {
  const colon = text.indexOf(':');
  const [name, member] = colon < 0 ? [text, '*'] : [text.slice(0, colon), text.slice(colon + 1)];
  const type = findType(name);
  if (type === undefined) throw new UsageError(`${name} is no type of metadata that is known here`);
  if (type.skipped !== undefined) throw new UsageError(`${type.name} is not kept: ${type.skipped}`);
  return { type: type.name, member: member === '' ? '*' : member, line: 0 };
}

function membersWithout(
  documents: readonly MetadataDocument[],
  members: readonly ManifestMember[],
): readonly ManifestMember[] {
  return members.filter((member) => !documents.some(manifestChooser([member])));
}

function countByType(documents: readonly MetadataDocument[]) {
  const counts = new Map<string, number>();
  for (const { type } of documents) counts.set(type.name, (counts.get(type.name) ?? 0) + 1);
  return [...counts]
    .toSorted(([a], [b]) => (a < b ? -1 : 1))
    .map(([Type, Components]) => ({ Type, Components }));
}

/** Writes files below a folder. @throws MusterError for a path that would leave it */
async function writeBelow(folder: string, files: readonly PackageFile[]): Promise<void> {
  const root = resolve(folder);
  for (const { path, text } of files) {
    const place = resolve(root, path);
    if (!place.startsWith(root + sep))
      throw new MusterError('FIELD_INTEGRITY_EXCEPTION', `${path} would be written outside of ${folder}.`);
    await mkdir(dirname(place), { recursive: true });
    await writeFile(place, text);
  }
}
