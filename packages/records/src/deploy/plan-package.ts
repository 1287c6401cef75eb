import {
  documentKey,
  findType,
  type MetadataDocument,
  type MetadataPackage,
  manifestChooser,
  mergeOver,
  metadataEffect,
  parentName,
  printFile,
  sourcePath,
} from '@muster/metadata';
import type { ComponentResult } from './deploy-result.js';
import { documentOf, type KeptComponent, type KeptMetadata } from './kept-metadata.js';
import { goodResult, type MetadataPlan } from './plan.js';

/** What deploying a package makes of an org: components laid over those the org has, and deletions. Pure. */
export function planPackage(kept: KeptMetadata, pack: MetadataPackage): MetadataPlan {
  const target = new Map(kept.components);
  const given = new Map<string, MetadataDocument>();
  const results = new Map<string, ComponentResult>();
  for (const passed of pack.skipped) {
    const note = passed.type.skipped ?? 'not kept';
    results.set(documentKey(passed), goodResult(passed, 'skipped', { note }));
  }
  const isListed = pack.manifest === undefined ? () => true : manifestChooser(pack.manifest.members);
  for (const document of pack.documents) {
    const key = documentKey(document);
    if (!isListed(document)) {
      const note = `${pack.manifest?.file} does not list it`;
      results.set(key, goodResult(document, 'skipped', { note }));
      continue;
    }
    const { component, merged, status } = layOver(kept.components.get(key), document);
    target.set(key, component);
    given.set(key, merged);
    results.set(key, goodResult(document, status, noteOn(document)));
  }
  for (const missing of missingMembers(pack)) results.set(`${missing.type}:${missing.fullName}`, missing);
  planDeletions(pack, target, results);
  return { target, given, results, problems: pack.problems };
}

function noteOn({ type }: MetadataDocument): Pick<ComponentResult, 'note'> {
  const effect = metadataEffect(type);
  return effect === 'applied' ? {} : { note: `kept, ${effect}` };
}

function layOver(before: KeptComponent | undefined, document: MetadataDocument) {
  const { type, fullName, body } = document;
  const content = before?.content;
  const root =
    before === undefined || content === undefined || type.merge === 'replace'
      ? document.root
      : mergeOver(documentOf(before, content).root, document.root, type.merge);
  const text = printFile(root);
  const isSame = content?.text === text && content.body === body;
  const changed = content === undefined ? ('created' as const) : ('changed' as const);
  const component: KeptComponent = {
    type,
    fullName: before?.fullName ?? fullName,
    content: isSame ? content : { text, body },
    ...(before?.shipped === undefined ? {} : { shipped: before.shipped }),
  };
  return { component, merged: { ...document, root }, status: isSame ? ('unchanged' as const) : changed };
}

/** Members a package.xml names and no file declares. */
function missingMembers(pack: MetadataPackage): readonly ComponentResult[] {
  if (pack.manifest === undefined) return [];
  const { members, file } = pack.manifest;
  const present = new Set(
    [...pack.documents, ...pack.skipped, ...(pack.empty ?? [])].flatMap((each) => {
      const { type, fullName } = each;
      const whole = type.child === undefined ? [] : [`${type.child.type}:${parentName(each)}`];
      return [`${type.listedAs ?? type.name}:${fullName}`, ...whole].map((name) => name.toLowerCase());
    }),
  );
  return members.flatMap(({ type: name, member, line }): ComponentResult[] => {
    const type = findType(name);
    const result = { type: type?.name ?? name, fullName: member, file };
    if (type?.skipped !== undefined) {
      const isThere = present.has(`${type.name}:${member}`.toLowerCase());
      return isThere ? [] : [{ ...result, status: 'skipped', note: type.skipped, problems: [] }];
    }
    if (type !== undefined && (member === '*' || present.has(`${type.name}:${member}`.toLowerCase())))
      return [];
    const message =
      type === undefined
        ? `${name} is no type of metadata that is known here`
        : `${file} names it, but no file of the package declares it`;
    return [{ ...result, status: 'failed', problems: [{ severity: 'error', line, message }] }];
  });
}

/** A whole is deleted with its parts. What a solution shipped stays known, so that an upgrade does not bring it back. */
function planDeletions(
  pack: MetadataPackage,
  target: Map<string, KeptComponent>,
  results: Map<string, ComponentResult>,
): void {
  for (const deletion of pack.deletions) {
    const doomed = [...target.values()].filter(
      (each) => each.content !== undefined && (isSame(each, deletion) || isPartOf(each, deletion)),
    );
    if (doomed.length === 0) {
      const note = 'the org has no such component';
      results.set(documentKey(deletion), goodResult(deletion, 'unchanged', { note }));
    }
    for (const each of doomed) {
      const key = documentKey(each);
      const file = isSame(each, deletion) ? deletion.file : sourcePath(each);
      results.set(key, goodResult({ ...each, file }, 'deleted'));
      if (each.shipped === undefined) target.delete(key);
      else target.set(key, { ...each, content: undefined });
    }
  }
}

type Named = Pick<KeptComponent, 'type' | 'fullName'>;

function isSame(component: Named, other: Named): boolean {
  return documentKey(component) === documentKey(other);
}

function isPartOf(component: Named, whole: Named): boolean {
  return (
    component.type.child?.type === whole.type.name &&
    parentName(component).toLowerCase() === whole.fullName.toLowerCase()
  );
}
