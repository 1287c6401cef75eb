import type { MergeRule } from '../registry/metadata-type.js';
import type { XmlElement } from '../source-format/xml-element.js';
import { canonicalElement } from './canonical-element.js';
import { keyedEntries } from './entry-key.js';
import { printContents } from './print-element.js';

/** Lays what a deploy gives of a component over what the org has of it. */
export function mergeOver(org: XmlElement, given: XmlElement, rule: MergeRule): XmlElement {
  if (rule === 'replace') return given;
  const kept = org.children.filter((child) => !given.children.some(({ name }) => name === child.name));
  const named = [...new Set(given.children.map(({ name }) => name))];
  const merged = named.flatMap((name) => {
    const [before, after] = [listOf(org, name), listOf(given, name)];
    return rule === 'byEntry' ? addEntries(before, after) : after;
  });
  return canonicalElement({ ...given, children: [...kept, ...merged] });
}

function addEntries(before: readonly XmlElement[], after: readonly XmlElement[]): readonly XmlElement[] {
  const [known, given] = [keyedEntries(before), keyedEntries(after)];
  if (known === undefined || given === undefined) return after;
  return [...new Map([...known, ...given]).values()];
}

/** What a three-way merge came to, and what of the org it kept: `label`, `valueSet.valueSetDefinition.value[Red]`. */
export interface ThreeWayMerge {
  readonly root: XmlElement;
  readonly kept: readonly string[];
}

/** Lays a new release of a component over the last one; what the org changed since then stays as the org has it. */
export function mergeThreeWays(base: XmlElement, shipped: XmlElement, org: XmlElement): ThreeWayMerge {
  const kept: string[] = [];
  const children = mergeLists(base, shipped, org, '', kept);
  return { root: canonicalElement({ ...shipped, children }), kept };
}

function mergeLists(
  base: XmlElement,
  shipped: XmlElement,
  org: XmlElement,
  path: string,
  kept: string[],
): readonly XmlElement[] {
  const names = new Set([...shipped.children, ...org.children].map(({ name }) => name));
  return [...names].flatMap((name) => {
    const lists = { base: listOf(base, name), shipped: listOf(shipped, name), org: listOf(org, name) };
    return mergeList(lists, path === '' ? name : `${path}.${name}`, kept);
  });
}

interface Lists {
  readonly base: readonly XmlElement[];
  readonly shipped: readonly XmlElement[];
  readonly org: readonly XmlElement[];
}

function mergeList({ base, shipped, org }: Lists, path: string, kept: string[]): readonly XmlElement[] {
  if (sameList(org, base)) return shipped;
  if (sameList(org, shipped)) return org;
  const single = [base, shipped, org].every((list) => list.length === 1 && hasChildren(list[0]));
  const [b, s, o] = [base[0], shipped[0], org[0]];
  if (single && b && s && o) return [{ ...s, children: mergeLists(b, s, o, path, kept) }];
  const keyed = [base, shipped, org].map(keyedEntries);
  const [kb, ks, ko] = keyed;
  const isScalar = org.length < 2 && base.length < 2 && shipped.length < 2;
  if (kb === undefined || ks === undefined || ko === undefined || isScalar) {
    kept.push(path);
    return org;
  }
  return [...new Set([...ks.keys(), ...ko.keys()])].flatMap((key) =>
    mergeList(
      { base: entry(kb, key), shipped: entry(ks, key), org: entry(ko, key) },
      `${path}[${key}]`,
      kept,
    ),
  );
}

function entry(entries: ReadonlyMap<string, XmlElement>, key: string): readonly XmlElement[] {
  const found = entries.get(key);
  return found === undefined ? [] : [found];
}

function listOf(element: XmlElement, name: string): readonly XmlElement[] {
  return element.children.filter((child) => child.name === name);
}

function hasChildren(element: XmlElement | undefined): boolean {
  return element !== undefined && element.children.length > 0;
}

function sameList(a: readonly XmlElement[], b: readonly XmlElement[]): boolean {
  return a.length === b.length && a.every((element, i) => sameElement(element, b[i]));
}

function sameElement(a: XmlElement, b: XmlElement | undefined): boolean {
  return b !== undefined && a.name === b.name && printContents(a) === printContents(b);
}
