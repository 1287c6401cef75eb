import type { Principal } from '@muster/access';
import { type Id, type Log, MusterError } from '@muster/kernel';
import { METADATA_TYPES } from '@muster/metadata';
import { readPackageZip, writeZip } from '@muster/metadata/node';
import type { Database, FileStore, JobContext, Org } from '@muster/store';
import type { Session } from '../session/session.js';
import { buildRetrieve, type RetrieveOptions } from './build-retrieve.js';
import { type DeployEntry, findRequest } from './deploy-history.js';
import { createDeployQueue, type DeployQueue } from './deploy-queue.js';
import { DeployCanceled } from './deploy-record.js';
import type { OrgMetadata } from './org-metadata.js';
import { requireMetadataAccess } from './require-metadata-access.js';

/** Attempts after which a request that fails for a reason of ours is given up. */
const MOST_ATTEMPTS = 5;

export interface MetadataRequestParts {
  readonly database: Database;
  readonly org: Org;
  readonly metadata: OrgMetadata;
  readonly files: FileStore;
  /** Makes records of what metadata declares, where that has not been done. */
  readonly mirror: () => Promise<void>;
  /** Who a user is now; undefined when the user may no longer sign in. */
  readonly findPrincipal: (userId: Id) => Promise<Principal | undefined>;
  readonly openSession: (principal: Principal) => Session;
  readonly log: Log;
}

/**
 * Works on a deploy or retrieve of the queue. Called again after a crash it begins anew: a deploy is one transaction, its
 * entry in it, so either it is done and the entry says so, or nothing has happened.
 */
export async function runMetadataRequest(
  parts: MetadataRequestParts,
  number: number,
  { attempt, signal }: JobContext,
): Promise<void> {
  const { database, org, mirror, log } = parts;
  const queue = createDeployQueue(database, org);
  const isOpen = await queue.begin(number);
  const entry = await findRequest(database, org, number);
  if (entry === undefined || !isOpen) return mirror();
  try {
    const author = await openAuthor(parts, entry);
    await (entry.kind === 'deploy' ? deploy(parts, queue, entry, author) : retrieve(parts, queue, entry));
  } catch (failure) {
    if (failure instanceof DeployCanceled) return;
    const isOfCaller = failure instanceof MusterError && failure.code !== 'SERVER_UNAVAILABLE';
    if (signal.aborted || (!isOfCaller && attempt < MOST_ATTEMPTS)) throw failure;
    log.warn({ deploy: entry.id, err: failure }, 'A deploy or retrieve could not be worked on');
    await queue.fail(
      number,
      isOfCaller ? failure.message : 'It failed for a reason of the server; its log has more.',
    );
  }
}

/** A session of whoever asked, who must still be allowed to. @throws MusterError */
async function openAuthor(
  { findPrincipal, openSession }: MetadataRequestParts,
  entry: DeployEntry,
): Promise<Session> {
  const author = entry.requested.by?.id;
  const principal = author === undefined ? undefined : await findPrincipal(author);
  if (principal === undefined)
    throw new MusterError('INVALID_OPERATION', 'The user who asked for it may no longer sign in.');
  const session = openSession(principal);
  requireMetadataAccess(session);
  return session;
}

async function deploy(
  { metadata, files }: MetadataRequestParts,
  queue: DeployQueue,
  entry: DeployEntry,
  author: Session,
): Promise<void> {
  const pack = readPackageZip(await contentOf(files, entry.package ?? ''));
  await queue.count(entry.number, pack.documents.length + pack.deletions.length);
  await metadata.deploy(pack, {
    origin: entry.origin,
    options: entry.options,
    checkOnly: entry.options.checkOnly === true,
    author: author.principal.userId,
    holds: author.has,
    number: entry.number,
  });
}

async function retrieve(
  { metadata, files }: MetadataRequestParts,
  queue: DeployQueue,
  entry: DeployEntry,
): Promise<void> {
  const documents = await metadata.retrieve(() => true);
  const listed = await metadata.list(METADATA_TYPES);
  const { zipped, ...outcome } = buildRetrieve(
    documents,
    listed,
    entry.options as unknown as RetrieveOptions,
  );
  const { hash } = await files.put(writeZip(zipped));
  await queue.endRetrieve(entry.number, hash, outcome);
}

/** The bytes of a content of the file store. @throws MusterError NOT_FOUND */
export async function contentOf(files: FileStore, hash: string): Promise<Uint8Array> {
  const chunks: Uint8Array[] = [];
  for await (const chunk of await files.open(hash)) chunks.push(chunk as Uint8Array);
  return Buffer.concat(chunks);
}
