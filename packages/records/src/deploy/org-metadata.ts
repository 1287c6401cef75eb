import { type Id, MusterError } from '@muster/kernel';
import type { MetadataDocument, MetadataPackage, MetadataType } from '@muster/metadata';
import type { DeployTarget } from './apply-plan.js';
import {
  type ComponentDifference,
  type DeployEntry,
  findRequest,
  listDeploys,
  readDifferences,
} from './deploy-history.js';
import { deployNumber, type RequestKind } from './deploy-id.js';
import { type DeployOptions, deployPackage } from './deploy-package.js';
import { createDeployQueue, type MetadataRequest } from './deploy-queue.js';
import type { DeployResult } from './deploy-result.js';
import {
  type ListedComponent,
  listComponents,
  type ReadComponent,
  readComponents,
} from './list-components.js';
import { retrieveComponents } from './retrieve-components.js';

/** The metadata of one org, and the one door by which it changes. */
export interface OrgMetadata {
  /** The components of some types, by type and name. */
  list(types: readonly MetadataType[]): Promise<readonly ListedComponent[]>;
  /** Components of a type by document key; those the org does not have are left out. */
  read(type: MetadataType, fullNames: readonly string[]): Promise<ReadonlyMap<string, ReadComponent>>;
  retrieve(
    isChosen: (component: Pick<MetadataDocument, 'type' | 'fullName'>) => boolean,
  ): Promise<readonly MetadataDocument[]>;
  /**
   * Deploys all of a package or nothing. When it resolves this process works under the new metadata; others do from
   * their next request on.
   * @throws MusterError UNABLE_TO_LOCK_ROW; DeployCanceled
   */
  deploy(pack: MetadataPackage, options: DeployOptions): Promise<DeployResult>;
  /** Deploys, newest first, those older than one that is named. @throws MusterError INVALID_QUERY_LOCATOR */
  deploys(limit: number, olderThan?: Id): Promise<readonly DeployEntry[]>;
  /** What a deploy changed; nothing for one that changed nothing. */
  differences(entry: DeployEntry): Promise<readonly ComponentDifference[]>;
  /** Asks for a deploy or retrieve, which is worked on as a job, and gives its id. */
  ask(request: MetadataRequest): Promise<Id>;
  /** A deploy or retrieve, whether it came through the queue or not; undefined for no such id. */
  find(id: Id, kind: RequestKind): Promise<DeployEntry | undefined>;
  /** Withdraws a deploy that has not ended; false when it has. */
  cancel(entry: DeployEntry): Promise<boolean>;
}

/** `mirror` makes records of what metadata declares, once it has changed. */
export function createOrgMetadata(target: DeployTarget, mirror: () => Promise<void>): OrgMetadata {
  const { database, org } = target;
  const queue = createDeployQueue(database, org);
  return {
    list: (types) => listComponents(database, org, types),
    read: (type, fullNames) => readComponents(database, org, type, fullNames),
    retrieve: (isChosen) => retrieveComponents(database, org, isChosen),
    async deploy(pack, options) {
      const result = await deployPackage(target, pack, options);
      if (result.version !== undefined) await mirror();
      return result;
    },
    async deploys(limit, olderThan) {
      const before = olderThan === undefined ? undefined : deployNumber(org, olderThan, 'deploy');
      if (olderThan !== undefined && before === undefined)
        throw new MusterError('INVALID_QUERY_LOCATOR', `${olderThan} is no deploy`);
      return listDeploys(database, org, { before, limit });
    },
    async differences({ outcome }) {
      return outcome?.version === undefined ? [] : readDifferences(database, org, outcome.version);
    },
    ask: (request) => queue.add(request),
    async find(id, kind) {
      const number = deployNumber(org, id, kind);
      const entry = number === undefined ? undefined : await findRequest(database, org, number);
      return entry?.kind === kind ? entry : undefined;
    },
    cancel: ({ number }) => queue.cancel(number),
  };
}
