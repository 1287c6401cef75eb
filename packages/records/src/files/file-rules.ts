import { createHash } from 'node:crypto';
import { soql } from '@muster/soql';
import type { FileStore } from '@muster/store';
import type { RuleRecord, SaveRule } from '../operation.js';
import type { SaveResult, Session } from '../session/session.js';
import { fileKind } from './file-kind.js';

/**
 * What the system itself says of a file: a version has its size, checksum and kind, a number and a document; a
 * document has its newest version, and what that one is (Object Reference, ContentVersion and ContentDocument).
 */
export function fileRules(files: FileStore): readonly SaveRule[] {
  return [
    {
      object: 'ContentVersion',
      when: 'before',
      on: ['insert', 'update'],
      run: (batch) => describeContents(files, batch),
    },
    { object: 'ContentVersion', when: 'before', on: ['insert'], run: placeVersions },
    { object: 'ContentVersion', when: 'after', on: ['insert', 'update'], run: followVersions },
  ];
}

async function describeContents(files: FileStore, batch: readonly RuleRecord[]): Promise<void> {
  for (const { values, previous } of batch) {
    const name = values.get('pathonclient');
    if (name) {
      const { extension, type } = fileKind(name);
      if (previous === undefined && !values.get('title')) values.set('title', titleOf(name));
      values.set('fileextension', extension).set('filetype', type);
    }
    const hash = values.get('versiondata');
    if (!hash) continue;
    const { size, checksum } = await measure(files, hash);
    values.set('contentsize', String(size)).set('checksum', checksum);
  }
}

/** A file that comes without a title is called by its name. */
function titleOf(fileName: string): string {
  const [name = ''] = fileName.split(/[/\\]/).slice(-1);
  return name.replace(/\.[A-Za-z0-9]{1,40}$/, '').slice(0, 255) || fileName;
}

/** Size in bytes, and the MD5 that `Checksum` is documented to be. */
async function measure(files: FileStore, hash: string): Promise<{ size: number; checksum: string }> {
  const md5 = createHash('md5');
  let size = 0;
  for await (const chunk of await files.open(hash)) {
    size += (chunk as Uint8Array).byteLength;
    md5.update(chunk as Uint8Array);
  }
  return { size, checksum: md5.digest('hex') };
}

/** A version without a document begins one; each takes the next number of its document. */
async function placeVersions(batch: readonly RuleRecord[], session: Session): Promise<void> {
  const system = session.system('own-fields');
  const homeless = batch.filter(({ values }) => !values.get('contentdocumentid'));
  const made = await system.insert(
    'ContentDocument',
    homeless.map(({ values }) => ({
      values: {
        Title: values.get('title'),
        Description: values.get('description'),
        OwnerId: values.get('ownerid'),
      },
    })),
    { allOrNone: false },
  );
  homeless.forEach((record, i) => {
    const { id, errors } = made[i] as SaveResult;
    if (id === undefined) for (const error of errors) record.refuse(error);
    else record.values.set('contentdocumentid', id);
  });
  const placed = batch.filter(({ values }) => values.get('contentdocumentid'));
  await system.lock('ContentDocument', documentsOf(placed));
  const known = await versionsOf(system, documentsOf(placed));
  const newest = new Map(known.map((version) => [version.ContentDocumentId, Number(version.VersionNumber)]));
  for (const { values } of placed) {
    const document = values.get('contentdocumentid') as string;
    const number = (newest.get(document) ?? 0) + 1;
    newest.set(document, number);
    values.set('versionnumber', String(number)).set('islatest', 'true');
  }
}

const TOLD_OF_VERSIONS = ['title', 'pathonclient', 'versiondata'];

/** The document tells of its newest version, older ones are no longer the latest, and a first link is made. */
async function followVersions(batch: readonly RuleRecord[], session: Session): Promise<void> {
  const told = batch.filter(
    ({ previous, values }) => previous === undefined || TOLD_OF_VERSIONS.some((name) => values.has(name)),
  );
  if (told.length === 0) return;
  const system = session.system('own-fields');
  const ids = documentsOf(told);
  const versions = await versionsOf(system, ids);
  const newest = new Map(versions.map((version) => [version.ContentDocumentId, version]));
  const outdated = versions.filter(
    (version) => version.IsLatest && version !== newest.get(version.ContentDocumentId),
  );
  await system.update(
    'ContentVersion',
    outdated.map(({ Id }) => ({ id: Id, values: { IsLatest: false } })),
  );
  await system.update(
    'ContentDocument',
    [...newest].map(([id, version]) => ({ id, values: documentValues(version) })),
  );
  await linkFirst(system, told);
}

interface VersionRow {
  readonly Id: string;
  readonly ContentDocumentId: string;
  readonly VersionNumber: string | null;
  readonly IsLatest: boolean;
  readonly Title: string;
  readonly ContentSize: number | null;
  readonly FileType: string | null;
  readonly FileExtension: string | null;
  readonly LastModifiedDate: string;
}

/** The versions of documents, each document's newest last. */
async function versionsOf(system: Session, documents: readonly string[]): Promise<VersionRow[]> {
  const rows = await system.rows<VersionRow>(
    soql`SELECT Id, ContentDocumentId, VersionNumber, IsLatest, Title, ContentSize, FileType, FileExtension,
      LastModifiedDate FROM ContentVersion WHERE ContentDocumentId IN ${documents}`,
  );
  return rows.sort((a, b) => Number(a.VersionNumber) - Number(b.VersionNumber));
}

function documentValues(version: VersionRow): Record<string, unknown> {
  const { Id, Title, ContentSize, FileType, FileExtension, LastModifiedDate } = version;
  return {
    LatestPublishedVersionId: Id,
    ContentModifiedDate: LastModifiedDate,
    Title,
    ContentSize,
    FileType,
    FileExtension,
  };
}

/** `FirstPublishLocationId` links a new file to the record it was added to. */
async function linkFirst(system: Session, batch: readonly RuleRecord[]): Promise<void> {
  const added = batch.filter(
    ({ previous, values }) => previous === undefined && values.get('firstpublishlocationid'),
  );
  if (added.length === 0) return;
  const links = await system.rows<{ ContentDocumentId: string; LinkedEntityId: string }>(
    soql`SELECT ContentDocumentId, LinkedEntityId FROM ContentDocumentLink WHERE ContentDocumentId IN ${documentsOf(added)}`,
  );
  const known = new Set(links.map((link) => `${link.ContentDocumentId} ${link.LinkedEntityId}`));
  const missing = added
    .map(({ values }) => ({
      ContentDocumentId: values.get('contentdocumentid'),
      LinkedEntityId: values.get('firstpublishlocationid'),
    }))
    .filter((link) => !known.has(`${link.ContentDocumentId} ${link.LinkedEntityId}`));
  await system.insert(
    'ContentDocumentLink',
    missing.map((values) => ({ values })),
  );
}

function documentsOf(batch: readonly RuleRecord[]): string[] {
  return [
    ...new Set(batch.flatMap(({ values, previous }) => documentOf(values) ?? documentOf(previous) ?? [])),
  ];
}

function documentOf(values: ReadonlyMap<string, string | null> | undefined): string | undefined {
  return values?.get('contentdocumentid') ?? undefined;
}
