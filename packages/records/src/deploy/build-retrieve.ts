import {
  documentKey,
  findType,
  type ManifestMember,
  type MetadataDocument,
  manifestChooser,
  mdapiPath,
  type PackageFile,
  printManifest,
  writeFiles,
} from '@muster/metadata';
import type { ListedComponent } from './list-components.js';
import type { RetrievedFile, RetrieveOutcome } from './retrieve-outcome.js';

/** What a retrieve asks for. */
export interface RetrieveOptions {
  /** The version its package.xml names: `60.0`. */
  readonly apiVersion: string;
  readonly members: readonly Pick<ManifestMember, 'type' | 'member'>[];
  /** Names of solutions; each comes in a folder of its own. */
  readonly packages: readonly string[];
  /** Whether the package lies at the root of the zip, not in a folder of its name. */
  readonly singlePackage: boolean;
}

export interface BuiltRetrieve extends RetrieveOutcome {
  readonly zipped: readonly PackageFile[];
}

/** The package a retrieve asks for, of all the components an org has. Pure. */
export function buildRetrieve(
  documents: readonly MetadataDocument[],
  listed: readonly ListedComponent[],
  { apiVersion, members, packages, singlePackage }: RetrieveOptions,
): BuiltRetrieve {
  const stamps = new Map(listed.map((component) => [documentKey(component), component]));
  const parts = [
    ...(members.length > 0 || packages.length === 0
      ? [{ name: 'unpackaged', chosen: documents.filter(manifestChooser(members.map(withLine))) }]
      : []),
    ...packages.map((name) => ({
      name,
      chosen: documents.filter((each) =>
        stamps.get(documentKey(each))?.solution?.split('+').includes(name.toLowerCase()),
      ),
    })),
  ];
  const prefixOf = (name: string) => (singlePackage ? '' : `${name}/`);
  return {
    zipped: parts.flatMap(({ name, chosen }) =>
      [...writeFiles(chosen, 'mdapi'), { path: 'package.xml', text: printManifest(chosen, apiVersion) }].map(
        ({ path, text }) => ({ path: prefixOf(name) + path, text }),
      ),
    ),
    files: parts.flatMap(({ name, chosen }) =>
      chosen.flatMap((document): RetrievedFile[] => {
        const known = stamps.get(documentKey(document));
        if (known === undefined) return [];
        const { created, modified } = known;
        const file = prefixOf(name) + mdapiPath(document);
        return [{ type: document.type.name, fullName: document.fullName, file, created, modified }];
      }),
    ),
    messages: [
      ...missingMembers(documents, members).map((problem) => ({
        file: `${prefixOf('unpackaged')}package.xml`,
        problem,
      })),
      ...parts
        .filter(({ name, chosen }) => name !== 'unpackaged' && chosen.length === 0)
        .map(({ name }) => ({ file: `${name}/package.xml`, problem: `No package named '${name}' found` })),
    ],
  };
}

function withLine(member: RetrieveOptions['members'][number]): ManifestMember {
  return { ...member, line: 0 };
}

/** Names that were asked for and are not there, in Salesforce's words; all of a type may well be nothing. */
function missingMembers(
  documents: readonly MetadataDocument[],
  members: RetrieveOptions['members'],
): string[] {
  return members.flatMap(({ type: name, member }) => {
    const type = findType(name);
    if (type === undefined) return [`Entity type: '${name}' is unknown`];
    if (type.skipped !== undefined)
      return member === '*' ? [] : [`${name} '${member}' is not kept: ${type.skipped}`];
    if (member === '*' || documents.some(manifestChooser([{ type: name, member, line: 0 }]))) return [];
    return [`Entity of type '${type.name}' named '${member}' cannot be found`];
  });
}
