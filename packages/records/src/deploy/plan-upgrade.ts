import {
  documentKey,
  type MetadataDocument,
  type MetadataPackage,
  makeElement,
  mergeThreeWays,
  printFile,
  sourcePath,
} from '@muster/metadata';
import type { ComponentResult } from './deploy-result.js';
import { type ComponentText, documentOf, type KeptComponent, type KeptMetadata } from './kept-metadata.js';
import { goodResult, type MetadataPlan } from './plan.js';

/** What solutions ship now. */
export interface Release {
  readonly pack: MetadataPackage;
  /** The solutions a component comes from, by document key; several add up to one profile. */
  readonly origins: ReadonlyMap<string, string>;
  readonly solutions: ReadonlySet<string>;
}

/**
 * What installing or upgrading solutions makes of an org, by a three-way merge of what was shipped last, what is shipped
 * now and what the org has: everything the org changed stays, and is listed in the results. Pure.
 */
export function planUpgrade(kept: KeptMetadata, release: Release): MetadataPlan {
  const target = new Map(kept.components);
  const given = new Map<string, MetadataDocument>();
  const results = new Map<string, ComponentResult>();
  for (const document of release.pack.documents) {
    const key = documentKey(document);
    const before = kept.components.get(key);
    const text = { text: printFile(document.root), body: document.body };
    const solution = release.origins.get(key) ?? '';
    const { content, root, keeps } = upgrade(before, document, text);
    target.set(key, {
      type: document.type,
      fullName: document.fullName,
      content,
      shipped: { solution, ...text },
    });
    if (root !== undefined) given.set(key, { ...document, root });
    const status = statusOf(before?.content, content);
    results.set(key, goodResult(document, status, keeps.length === 0 ? {} : { kept: keeps }));
  }
  withdraw(kept, release, target, results);
  return { target, given, results, problems: release.pack.problems };
}

interface Upgraded {
  readonly content: ComponentText | undefined;
  readonly root?: MetadataDocument['root'];
  readonly keeps: readonly string[];
}

function upgrade(
  before: KeptComponent | undefined,
  document: MetadataDocument,
  shipped: ComponentText,
): Upgraded {
  const isUntouched = before === undefined || isEqual(before.content, before.shipped);
  if (isUntouched) return { content: shipped, root: document.root, keeps: [] };
  if (before.content === undefined) return { content: undefined, keeps: ['its deletion'] };
  const base = before.shipped;
  const { root, kept } = mergeThreeWays(
    base === undefined ? makeElement(document.root.name, []) : documentOf(before, base).root,
    document.root,
    documentOf(before, before.content).root,
  );
  const isBodyKept = before.content.body !== base?.body && before.content.body !== shipped.body;
  const body = isBodyKept ? before.content.body : shipped.body;
  return { content: { text: printFile(root), body }, root, keeps: isBodyKept ? [...kept, 'its text'] : kept };
}

/** What is no longer shipped goes, unless the org changed it: then it is the org's own from now on. */
function withdraw(
  kept: KeptMetadata,
  { solutions, pack }: Release,
  target: Map<string, KeptComponent>,
  results: Map<string, ComponentResult>,
): void {
  const shippedNow = new Set(pack.documents.map(documentKey));
  for (const [key, { shipped, ...component }] of kept.components) {
    if (shipped === undefined || shippedNow.has(key)) continue;
    if (!shipped.solution.split('+').every((name) => solutions.has(name))) continue;
    const named = { ...component, file: sourcePath(component) };
    if (component.content === undefined) target.delete(key);
    else if (isEqual(component.content, shipped)) {
      target.delete(key);
      results.set(key, goodResult(named, 'deleted'));
    } else {
      target.set(key, component);
      results.set(key, goodResult(named, 'unchanged', { kept: ['all of it; it is shipped no longer'] }));
    }
  }
}

function statusOf(before: ComponentText | undefined, after: ComponentText | undefined) {
  if (isEqual(before, after)) return 'unchanged';
  return before === undefined ? 'created' : 'changed';
}

function isEqual(a: ComponentText | undefined, b: ComponentText | undefined): boolean {
  return a?.text === b?.text && a?.body === b?.body;
}
