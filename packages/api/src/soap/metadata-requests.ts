import { type Id, MusterError } from '@muster/kernel';
import { readManifestElement } from '@muster/metadata';
import { contentOf, type DeployEntry, type RetrieveOptions } from '@muster/records';
import { askForDeploy, askForQuickDeploy, cancelDeploy, unknownRequest } from '../metadata/ask-for-deploy.js';
import { isDone, presentDeploy } from '../metadata/present-deploy.js';
import { presentDetails } from '../metadata/present-details.js';
import { presentFile } from '../metadata/present-file.js';
import type { SoapResult } from './envelope.js';
import type { MetadataCall } from './metadata-call.js';
import { toMetadataElement } from './to-metadata-element.js';
import { childrenNamed, childText, type XmlElement } from './xml-element.js';

/** Calls about deploys and retrieves, which run as jobs. */
export const requestCalls = {
  async deploy({ parts, call }, session) {
    const options = readOptions(findNamed(call.body, 'DeployOptions'));
    const zip = decodeZip(childText(call.body, 'ZipFile'));
    return queued(await askForDeploy(parts, session, zip, options));
  },
  deployRecentValidation: ({ parts, call }, session) =>
    askForQuickDeploy(parts, session, (childText(call.body, 'validationId') ?? '').trim()),
  async checkDeployStatus({ parts, call }) {
    const entry = await requireRequest(parts.metadata.find(processId(call.body), 'deploy'), call.body);
    return deployStatus(entry, childText(call.body, 'includeDetails') === 'true');
  },
  async cancelDeploy({ parts, call }) {
    const id = processId(call.body, 'String', 'id');
    await cancelDeploy(parts.metadata, id);
    return { done: true, id };
  },
  async retrieve({ parts, call }, session) {
    // The WSDL calls it retrieveRequest, clients that came before it request.
    const options = readRetrieve(call.body.children[0] ?? call.body);
    return queued(
      await parts.metadata.ask({
        kind: 'retrieve',
        author: session.principal.userId,
        options: { ...options },
      }),
    );
  },
  async checkRetrieveStatus({ parts, call }) {
    const entry = await requireRequest(parts.metadata.find(processId(call.body), 'retrieve'), call.body);
    const isWanted = childText(call.body, 'includeZip') !== 'false';
    const zip =
      isWanted && entry.package !== undefined ? await contentOf(parts.files, entry.package) : undefined;
    return retrieveStatus(entry, zip);
  },
} satisfies Readonly<Record<string, MetadataCall>>;

function queued(id: Id): SoapResult {
  return { done: false, id, state: 'Queued' };
}

/** The id a call names; clients have names of their own for that element. */
function processId(body: XmlElement, ...names: readonly string[]): string {
  const named = ['asyncProcessId', ...names].flatMap((name) => childText(body, name) ?? []);
  return (named[0] ?? '').trim();
}

async function requireRequest(
  found: Promise<DeployEntry | undefined>,
  body: XmlElement,
): Promise<DeployEntry> {
  const entry = await found;
  if (entry === undefined) throw unknownRequest(processId(body));
  return entry;
}

/** `DeployResult`, its members in the order of the WSDL. */
function deployStatus(entry: DeployEntry, includeDetails: boolean): SoapResult {
  const deploy = presentDeploy(entry);
  const { componentFailures, componentSuccesses, runTestResult } = presentDetails(entry);
  return {
    checkOnly: deploy.checkOnly,
    completedDate: deploy.completedDate ?? undefined,
    createdBy: deploy.createdBy ?? '',
    createdByName: deploy.createdByName ?? '',
    createdDate: deploy.createdDate,
    details: includeDetails
      ? {
          componentFailures: componentFailures.map((message) => ({ ...message })),
          componentSuccesses: componentSuccesses.map((message) => ({ ...message })),
          runTestResult,
        }
      : { runTestResult },
    done: deploy.done,
    errorMessage: deploy.errorMessage ?? undefined,
    errorStatusCode: deploy.errorMessage === null ? undefined : 'UNKNOWN_EXCEPTION',
    id: deploy.id,
    ignoreWarnings: deploy.ignoreWarnings,
    lastModifiedDate: deploy.lastModifiedDate,
    numberComponentErrors: deploy.numberComponentErrors,
    numberComponentsDeployed: deploy.numberComponentsDeployed,
    numberComponentsTotal: deploy.numberComponentsTotal,
    numberTestErrors: 0,
    numberTestsCompleted: 0,
    numberTestsTotal: 0,
    rollbackOnError: deploy.rollbackOnError,
    runTestsEnabled: deploy.runTestsEnabled,
    startDate: deploy.startDate ?? undefined,
    status: deploy.status,
    success: deploy.success,
  };
}

/** `RetrieveResult`, its members in the order of the WSDL. */
function retrieveStatus(entry: DeployEntry, zip: Uint8Array | undefined): SoapResult {
  const { files = [], messages = [] } = entry.retrieved ?? {};
  return {
    done: isDone(entry),
    errorMessage: entry.failure,
    errorStatusCode: entry.failure === undefined ? undefined : 'UNKNOWN_EXCEPTION',
    fileProperties: files.map(presentFile),
    id: entry.id,
    messages: messages.map(({ file, problem }) => ({ fileName: file, problem })),
    status: entry.status === 'Canceled' ? 'Failed' : entry.status,
    success: entry.status === 'Succeeded',
    zipFile: zip === undefined ? '' : Buffer.from(zip).toString('base64'),
  };
}

/** Options as they were sent: words that are true or false as such, what stands several times as a list. */
function readOptions(element: XmlElement | undefined): Readonly<Record<string, unknown>> {
  const options: Record<string, unknown> = {};
  for (const { name, text } of element?.children ?? []) {
    const value = text.trim();
    if (name === 'runTests') options[name] = [...((options[name] as string[] | undefined) ?? []), value];
    else options[name] = value === 'true' ? true : value === 'false' ? false : value;
  }
  return options;
}

function readRetrieve(request: XmlElement): RetrieveOptions {
  const unpackaged = findNamed(request, 'unpackaged');
  const { members, version } =
    unpackaged === undefined
      ? { members: [], version: undefined }
      : readManifestElement(toMetadataElement(unpackaged));
  const apiVersion = Number(version ?? childText(request, 'apiVersion') ?? '');
  return {
    apiVersion: Number.isFinite(apiVersion) && apiVersion > 0 ? apiVersion.toFixed(1) : '67.0',
    members: members.map(({ type, member }) => ({ type, member })),
    packages: childrenNamed(request, 'packageNames').map(({ text }) => text.trim()),
    singlePackage: childText(request, 'singlePackage') === 'true',
  };
}

/** @throws MusterError INVALID_INPUT for what is not base64 */
function decodeZip(text: string | undefined): Uint8Array {
  const base64 = (text ?? '').replace(/\s+/g, '');
  if (base64 !== '' && /^[A-Za-z0-9+/]*={0,2}$/.test(base64)) return Buffer.from(base64, 'base64');
  throw new MusterError('INVALID_INPUT', 'ZipFile is expected to be the package as base64.');
}

function findNamed(element: XmlElement, name: string): XmlElement | undefined {
  return childrenNamed(element, name)[0];
}
