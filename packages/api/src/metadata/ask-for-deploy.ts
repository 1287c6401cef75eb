import { type Id, MusterError } from '@muster/kernel';
import type { OrgMetadata, Session } from '@muster/records';
import type { FileStore } from '@muster/store';

const DAY = 24 * 60 * 60 * 1000;
/** As Salesforce: a check stays good for a quick deploy so long. */
const VALID_FOR = 10 * DAY;

export interface DeployParts {
  readonly metadata: OrgMetadata;
  readonly files: FileStore;
}

/** Options of the Metadata API that say something here; the others are kept and read back. */
export interface AskedOptions {
  readonly checkOnly?: boolean;
  readonly [name: string]: unknown;
}

/** Puts the deploy of a zip into the queue and gives its id. */
export async function askForDeploy(
  { metadata, files }: DeployParts,
  session: Session,
  zip: Uint8Array,
  options: AskedOptions,
): Promise<Id> {
  const { hash } = await files.put(zip);
  return metadata.ask({ kind: 'deploy', author: session.principal.userId, options, package: hash });
}

/** Deploys what a check has found good. @throws MusterError INVALID_CROSS_REFERENCE_KEY */
export async function askForQuickDeploy(
  { metadata }: Pick<DeployParts, 'metadata'>,
  session: Session,
  validationId: string,
): Promise<Id> {
  const entry = await metadata.find(validationId, 'deploy');
  const isGood =
    entry?.status === 'Succeeded' &&
    entry.outcome?.checkOnly === true &&
    session.now() - entry.requested.at < VALID_FOR;
  if (!isGood || entry.package === undefined) {
    const message = `${validationId} is no check of a package that succeeded within the last ten days.`;
    throw new MusterError('INVALID_CROSS_REFERENCE_KEY', message);
  }
  const options = { ...entry.options, checkOnly: false };
  return metadata.ask({ kind: 'deploy', author: session.principal.userId, options, package: entry.package });
}

/** Withdraws a deploy; true when it has ended with that. @throws MusterError INVALID_CROSS_REFERENCE_KEY */
export async function cancelDeploy(metadata: OrgMetadata, id: string): Promise<void> {
  const entry = await metadata.find(id, 'deploy');
  if (entry === undefined) throw unknownRequest(id);
  if (await metadata.cancel(entry)) return;
  throw new MusterError('INVALID_OPERATION', `The deploy ${id} has ended already: ${entry.status}.`);
}

/** What is answered for an id that names no deploy or retrieve. */
export function unknownRequest(id: string): MusterError {
  return new MusterError('INVALID_CROSS_REFERENCE_KEY', `invalid cross reference id: ${id}`);
}
