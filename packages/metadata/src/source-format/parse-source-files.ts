import type { FolderDef } from '../filed-model.js';
import type { MetadataProblem } from '../metadata-problem.js';
import { findType } from '../registry/find-type.js';
import { metadataEffect } from '../registry/metadata-effect.js';
import type { Component } from './component.js';
import { type ElementReader, readElement } from './element-reader.js';
import { readCustomField } from './read-custom-field.js';
import { readCustomMetadata } from './read-custom-metadata.js';
import { readCustomObject } from './read-custom-object.js';
import { readCustomPermission } from './read-custom-permission.js';
import { readFieldIndex } from './read-field-index.js';
import { readDashboard, readFolder, readReport } from './read-filed.js';
import { readListView } from './read-list-view.js';
import { readApplication, readCompactLayout, readLayout, readTab } from './read-pages.js';
import { readPermissionSetGroup, readPermissions } from './read-permissions.js';
import { readRecordType } from './read-record-type.js';
import { readRole } from './read-role.js';
import { readSharingRules, readSharingSet } from './read-sharing.js';
import {
  readCustomLabels,
  readFieldTranslation,
  readLabelTranslations,
  readObjectTranslation,
} from './read-translations.js';
import { readNamedValueSet } from './read-value-set.js';
import { parseXml, type XmlElement } from './xml-element.js';

/** A text file with its path inside the project, `/` between folders. */
export interface SourceFile {
  readonly path: string;
  readonly text: string;
}

export interface ParsedSource {
  readonly components: readonly Component[];
  readonly problems: readonly MetadataProblem[];
}

/** A metadata file that is read already. */
export interface SourceElement {
  /** Where the source format has it, which decides names it does not hold itself. */
  readonly path: string;
  /** What problems call it. */
  readonly file: string;
  readonly root: XmlElement;
}

/** Where a file lies decides names the file does not hold itself. */
interface FileNames {
  /** `Case` of `Case.object-meta.xml`. */
  readonly own: string;
  /** The folder it is in, and the one around that. */
  readonly folder: string;
  readonly outerFolder: string;
}

type DistributiveOmit<T, K extends keyof never> = T extends unknown ? Omit<T, K> : never;
type Declared = DistributiveOmit<Component, 'source'>;

/** How the files of one root element are read. */
interface FileReader {
  /** The name problems are listed under. */
  member(names: FileNames): string;
  read(root: ElementReader, names: FileNames): readonly Declared[];
  /** Whether elements that say how a page of Salesforce looks are passed over without a word on each. */
  readonly isQuiet?: true;
}

const readers: Readonly<Record<string, FileReader>> = {
  CustomObject: { member: ({ own }) => own, read: (root, { own }) => readObjectFile(root, own) },
  CustomField: {
    member: ({ own, outerFolder }) => `${outerFolder}.${own}`,
    read: (root, { outerFolder }) => fieldComponents(root, outerFolder),
  },
  CustomIndex: {
    member: ({ own }) => own,
    read: (root, { own }) => {
      const index = readFieldIndex(root, own);
      return index === undefined ? [] : [{ kind: 'CustomIndex', index }];
    },
  },
  ListView: {
    member: ({ own, outerFolder }) => `${outerFolder}.${own}`,
    read: (root, { outerFolder }) => listViewComponents(root, outerFolder),
  },
  RecordType: {
    member: ({ own, outerFolder }) => `${outerFolder}.${own}`,
    read: (root, { outerFolder }) => recordTypeComponents(root, outerFolder),
  },
  CustomMetadata: {
    member: ({ own }) => own,
    read: (root, { own }) => {
      const record = readCustomMetadata(root, own);
      return record === undefined ? [] : [{ kind: 'CustomMetadata', record }];
    },
  },
  GlobalValueSet: {
    member: ({ own }) => own,
    read: (root, { own }) => [{ kind: 'ValueSet', valueSet: readNamedValueSet(root, own, false) }],
  },
  StandardValueSet: {
    member: ({ own }) => own,
    read: (root, { own }) => [{ kind: 'ValueSet', valueSet: readNamedValueSet(root, own, true) }],
  },
  PermissionSet: {
    member: ({ own }) => own,
    read: (root, { own }) => [{ kind: 'PermissionSet', permissionSet: readPermissions(root, own) }],
  },
  PermissionSetGroup: {
    member: ({ own }) => own,
    read: (root, { own }) => [{ kind: 'PermissionSetGroup', group: readPermissionSetGroup(root, own) }],
  },
  MutingPermissionSet: {
    member: ({ own }) => own,
    read: (root, { own }) => [
      { kind: 'MutingPermissionSet', permissionSet: readPermissions(root, own, true) },
    ],
  },
  Profile: {
    member: ({ own }) => own,
    read: (root, { own }) => [{ kind: 'Profile', profile: readPermissions(root, own) }],
  },
  SharingRules: {
    member: ({ own }) => own,
    read: (root, { own }) =>
      readSharingRules(root, own).map((rule) => ({ kind: 'CriteriaSharingRule', rule })),
  },
  SharingSet: {
    member: ({ own }) => own,
    read: (root, { own }) => [{ kind: 'SharingSet', sharingSet: readSharingSet(root, own) }],
  },
  CustomObjectTranslation: {
    member: ({ own }) => own,
    read: (root, { own }) => {
      const [object, language] = splitLanguage(own);
      return [{ kind: 'Translation', translation: readObjectTranslation(root, object, language) }];
    },
  },
  CustomFieldTranslation: {
    member: ({ own, folder }) => `${folder}.${own}`,
    read: (root, { folder }) => {
      const [object, language] = splitLanguage(folder);
      return [{ kind: 'Translation', translation: readFieldTranslation(root, object, language) }];
    },
  },
  Translations: {
    member: ({ own }) => own,
    read: (root, { own }) => [{ kind: 'Translation', translation: readLabelTranslations(root, own) }],
  },
  CustomLabels: {
    member: ({ own }) => own,
    read: (root) => readCustomLabels(root).map((label) => ({ kind: 'CustomLabel', label })),
  },
  CustomPermission: {
    member: ({ own }) => own,
    read: (root, { own }) => [{ kind: 'CustomPermission', permission: readCustomPermission(root, own) }],
  },
  Layout: {
    isQuiet: true,
    member: ({ own }) => own,
    read: (root, { own }) => {
      const layout = readLayout(root, own);
      return layout === undefined ? [] : [{ kind: 'Layout', layout }];
    },
  },
  CompactLayout: {
    isQuiet: true,
    member: ({ own, outerFolder }) => `${outerFolder}.${own}`,
    read: (root, { outerFolder }) => compactLayoutComponents(root, outerFolder),
  },
  CustomTab: {
    isQuiet: true,
    member: ({ own }) => own,
    read: (root, { own }) => [{ kind: 'Tab', tab: readTab(root, own) }],
  },
  CustomApplication: {
    isQuiet: true,
    member: ({ own }) => own,
    read: (root, { own }) => [{ kind: 'Application', application: readApplication(root, own) }],
  },
  ReportFolder: folderReader('Report'),
  DashboardFolder: folderReader('Dashboard'),
  EmailFolder: folderReader('Email'),
  Report: {
    isQuiet: true,
    member: ({ own, folder }) => `${folder}/${own}`,
    read: (root, { own, folder }) => [{ kind: 'Report', report: readReport(root, own, folder) }],
  },
  Dashboard: {
    isQuiet: true,
    member: ({ own, folder }) => `${folder}/${own}`,
    read: (root, { own, folder }) => [{ kind: 'Dashboard', dashboard: readDashboard(root, own, folder) }],
  },
  Role: { member: ({ own }) => own, read: (root, { own }) => [{ kind: 'Role', role: readRole(root, own) }] },
};

function folderReader(holds: FolderDef['holds']): FileReader {
  return {
    isQuiet: true,
    member: ({ own }) => own,
    read: (root, { own }) => [{ kind: 'Folder', folder: readFolder(root, own, holds) }],
  };
}

/** Manifests of a deploy: they list members, they declare none. */
const MANIFESTS = new Set(['Package']);

/**
 * Reads metadata files in source format (`objects/X/fields/*.field-meta.xml`) or mdapi format (`objects/X.object`).
 * Every file gives components or problems; types of metadata that are not read are reported by name.
 */
export function parseSourceFiles(files: readonly SourceFile[]): ParsedSource {
  const components: Component[] = [];
  const problems: MetadataProblem[] = [];
  for (const file of files) components.push(...parseFile(file, problems));
  return { components, problems };
}

/** As `parseSourceFiles`, for files whose XML is read. */
export function parseSourceElements(elements: readonly SourceElement[]): ParsedSource {
  const problems: MetadataProblem[] = [];
  const components = elements.flatMap((element) => parseElement(element, problems));
  return { components, problems };
}

/** Whether files with this root element are acted on; others are kept as they are. */
export function isActedOn(rootName: string): boolean {
  return Object.hasOwn(readers, rootName);
}

function parseFile(file: SourceFile, problems: MetadataProblem[]): readonly Component[] {
  const names = namesOf(file.path);
  const xml = parseXml(file.text);
  if (!xml.ok) {
    problems.push({
      severity: 'error',
      file: file.path,
      line: xml.line,
      member: names.own,
      message: xml.message,
    });
    return [];
  }
  if (MANIFESTS.has(xml.root.name)) return [];
  return parseElement({ path: file.path, file: file.path, root: xml.root }, problems);
}

function parseElement(
  { path, file, root }: SourceElement,
  problems: MetadataProblem[],
): readonly Component[] {
  const names = namesOf(path);
  const reader = Object.hasOwn(readers, root.name) ? readers[root.name] : undefined;
  if (reader === undefined) {
    const message = whyNotRead(root.name);
    problems.push({ severity: 'warning', file, line: root.line, member: names.own, message });
    return [];
  }
  const element = readElement(root, { file, member: reader.member(names) }, problems);
  const declared = reader.read(element, names);
  if (!reader.isQuiet) element.finish();
  else if (!isApplied(root.name)) element.warn(whyNotRead(root.name));
  return declared.map((component) => ({ ...component, source: { file, line: root.line } }));
}

function isApplied(name: string): boolean {
  const type = findType(name);
  return type !== undefined && metadataEffect(type) === 'applied';
}

function whyNotRead(name: string): string {
  const type = findType(name);
  if (type === undefined) return `metadata of type ${name} is not known here`;
  return type.skipped ?? `${name} is kept and ${metadataEffect(type)}`;
}

/** In the mdapi format the parts of an object stand inside it. */
function readObjectFile(root: ElementReader, name: string): readonly Declared[] {
  return [
    { kind: 'CustomObject', object: readCustomObject(root, name) },
    ...root.children('fields').flatMap((field) => fieldComponents(field, name)),
    ...root.children('listViews').flatMap((view) => listViewComponents(view, name)),
    ...root.children('recordTypes').flatMap((type) => recordTypeComponents(type, name)),
    ...root.children('compactLayouts').flatMap((layout) => compactLayoutComponents(layout, name)),
  ];
}

function fieldComponents(root: ElementReader, object: string): readonly Declared[] {
  const field = readCustomField(root, object);
  return field === undefined ? [] : [{ kind: 'CustomField', field }];
}

function listViewComponents(root: ElementReader, object: string): readonly Declared[] {
  const listView = readListView(root, object);
  return listView === undefined ? [] : [{ kind: 'ListView', listView }];
}

function compactLayoutComponents(root: ElementReader, object: string): readonly Declared[] {
  const compactLayout = readCompactLayout(root, object);
  return compactLayout === undefined ? [] : [{ kind: 'CompactLayout', compactLayout }];
}

function recordTypeComponents(root: ElementReader, object: string): readonly Declared[] {
  const recordType = readRecordType(root, object);
  return recordType === undefined ? [] : [{ kind: 'RecordType', recordType }];
}

function namesOf(path: string): FileNames {
  const segments = path.split('/');
  const file = segments.at(-1) ?? path;
  const own = file.replace(/\.[A-Za-z]+(-meta\.xml)?$/, '');
  return { own: decodeName(own), folder: segments.at(-2) ?? '', outerFolder: segments.at(-3) ?? '' };
}

/** File names escape what a file system may refuse: `Support %28old%29`. */
function decodeName(name: string): string {
  try {
    return decodeURIComponent(name);
  } catch {
    return name;
  }
}

/** `Case-es` as `Case` and `es`. */
function splitLanguage(name: string): readonly [object: string, language: string] {
  const dash = name.lastIndexOf('-');
  return [name.slice(0, dash), name.slice(dash + 1)];
}
