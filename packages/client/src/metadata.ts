import type { MetadataObject } from '@muster/metadata';
import type { Send } from './sender.js';

const BASE = '/services/data/v67.0/metadata';
/** A deploy waits until those who write at the moment are done. */
const DEPLOY_TIMEOUT = 120_000;

/** A component by its type and full name: `CustomField`, `Case.Status__c`. */
export interface ComponentName {
  readonly type: string;
  readonly fullName: string;
}

export interface ComponentEntry extends ComponentName {
  /** The solution that ships it; null for the agency's own. */
  readonly solution: string | null;
  /** Whether the agency changed what its solution ships. */
  readonly changed: boolean;
  readonly lastModifiedDate: string;
}

/** A component with its elements; what may repeat is always a list, and every text is as the file has it. */
export interface ComponentDescription extends ComponentEntry {
  readonly metadata: MetadataObject;
  /** The text that goes with it, such as that of an e-mail template. */
  readonly body?: string;
}

/** What an element of a component may be given as; null for nothing. */
export type ComponentInputValue =
  | string
  | number
  | boolean
  | null
  | undefined
  | { readonly [element: string]: ComponentInputValue }
  | readonly ComponentInputValue[];

export interface ComponentInput extends ComponentName {
  readonly metadata: { readonly [element: string]: ComponentInputValue };
  readonly body?: string;
}

export interface DeployInput {
  readonly components?: readonly ComponentInput[];
  readonly deletions?: readonly ComponentName[];
  /** Tries everything on the data there is, and undoes it. */
  readonly checkOnly?: boolean;
}

export type DeployedStatus = 'created' | 'changed' | 'unchanged' | 'deleted' | 'skipped' | 'failed';

export interface DeployedComponent extends ComponentName {
  readonly file: string;
  readonly status: DeployedStatus;
  /** Why it was skipped, or how far it has an effect. */
  readonly note?: string;
  readonly kept?: readonly string[];
  readonly problems: readonly {
    readonly severity: 'error' | 'warning';
    readonly line?: number;
    readonly column?: number;
    readonly message: string;
  }[];
  /** What it was until this deploy, null where it was not there; left out when it did not change. */
  readonly before?: ComponentText | null;
  readonly after?: ComponentText | null;
}

export interface ComponentText {
  readonly text: string;
  readonly body?: string;
}

export interface Deploy {
  readonly id: string;
  readonly status: 'Pending' | 'InProgress' | 'Succeeded' | 'Failed' | 'Canceled';
  readonly done: boolean;
  readonly success: boolean;
  readonly checkOnly: boolean;
  readonly origin: 'api' | 'command' | 'installation';
  readonly createdBy: string | null;
  readonly createdByName: string | null;
  readonly createdDate: string;
  readonly startDate: string | null;
  readonly completedDate: string | null;
  readonly numberComponentsTotal: number;
  readonly numberComponentsDeployed: number;
  readonly numberComponentErrors: number;
  readonly errorMessage: string | null;
}

export interface DeployInFull extends Deploy {
  readonly components: readonly DeployedComponent[];
}

export interface DeployPage {
  readonly deploys: readonly Deploy[];
  readonly nextRecordsUrl: string | null;
}

/** The agency's metadata: what there is, how it is changed, and the history of changes. */
export function metadataClient(send: Send) {
  const components = (type: string) => `${BASE}/components/${encodeURIComponent(type)}`;
  const request = (id: string) => `${BASE}/deployRequest/${encodeURIComponent(id)}`;
  return {
    /** The components of a type, by name. */
    list: (type: string): Promise<readonly ComponentEntry[]> =>
      send<{ components: readonly ComponentEntry[] }>({ method: 'GET', path: components(type) }).then(
        (answer) => answer.components,
      ),
    /** The components of a type with their elements: all, or those of one object. */
    describe: (type: string, of?: string): Promise<readonly ComponentDescription[]> =>
      send<{ components: readonly ComponentDescription[] }>({
        method: 'GET',
        path: components(type),
        query: { of, metadata: true },
      }).then((answer) => answer.components),
    read: (type: string, fullName: string): Promise<ComponentDescription> =>
      send({ method: 'GET', path: `${components(type)}/${encodeURIComponent(fullName)}` }),
    /** Does all of it or nothing; what was wrong is in the result, at each component. */
    deploy: ({
      components: given = [],
      deletions = [],
      checkOnly = false,
    }: DeployInput): Promise<DeployInFull> =>
      send<{ deployResult: DeployInFull }>({
        method: 'POST',
        path: `${BASE}/deployRequest`,
        body: { deployOptions: { checkOnly }, components: given, deletions },
        timeout: DEPLOY_TIMEOUT,
      }).then((answer) => answer.deployResult),
    /** Deploys, newest first; the next page by the `nextRecordsUrl` of the one before. */
    deploys: (nextRecordsUrl?: string): Promise<DeployPage> =>
      send({ method: 'GET', path: nextRecordsUrl ?? `${BASE}/deployRequest` }),
    /** One deploy, with what it did to each component. */
    deployOf: (id: string): Promise<DeployInFull> =>
      send<{ deployResult: DeployInFull }>({
        method: 'GET',
        path: request(id),
        query: { includeDetails: true },
      }).then((answer) => answer.deployResult),
  };
}
