import { type ErrorCode, MusterError } from '@muster/kernel';
import {
  documentKey,
  type GivenComponent,
  type MetadataType,
  makeElement,
  readGivenComponents,
} from '@muster/metadata';
import type { DeployResult, OrgMetadata, Session } from '@muster/records';
import { headerText, type SoapResult } from './envelope.js';
import type { MetadataCall } from './metadata-call.js';
import { metadataTypeOf } from './metadata-type.js';
import type { SoapContext } from './soap-calls.js';
import { toMetadataElement } from './to-metadata-element.js';
import { childrenNamed, childText, type XmlElement } from './xml-element.js';

/** Components of one call, as in Salesforce for the types that allow most. */
const MOST = 200;

interface Named {
  readonly type: MetadataType;
  readonly fullName: string;
}

/** One change of a call: a component to be there, or one to be gone. */
type Change = Named & { readonly given?: GivenComponent };

interface Failure {
  readonly code: ErrorCode;
  readonly message: string;
}

type Outcome = Named & { readonly failures: readonly Failure[]; readonly created: boolean };

/** Whether a component may be there before a call; the failure where it may not. */
type Expectation = (isThere: boolean, named: Named) => Failure | undefined;

/** Calls that change components one by one: each is a deploy of its own, or all are one with `AllOrNoneHeader`. */
export const changeCalls = {
  createMetadata: (context, session) => saved(context, session, mustBeNew),
  updateMetadata: (context, session) => saved(context, session, mustBeThere),
  async upsertMetadata(context, session) {
    const outcomes = await applyChanges(context, session, readComponents(context.call.body), () => undefined);
    return outcomes.map((outcome) => ({ created: outcome.created, ...presentOutcome(outcome) }));
  },
  async deleteMetadata(context, session) {
    const { body } = context.call;
    const type = metadataTypeOf(childText(body, 'type') ?? '');
    const names = childrenNamed(body, 'fullNames').map(({ text }) => text.trim());
    const changes = names.map((fullName) => ({ type, fullName }));
    return (await applyChanges(context, session, changes, mustBeThere)).map(presentOutcome);
  },
  renameMetadata,
} satisfies Readonly<Record<string, MetadataCall>>;

async function saved(context: SoapContext, session: Session, expects: Expectation): Promise<SoapResult> {
  const outcomes = await applyChanges(context, session, readComponents(context.call.body), expects);
  return outcomes.map(presentOutcome);
}

function mustBeNew(isThere: boolean, { type, fullName }: Named): Failure | undefined {
  if (!isThere) return undefined;
  return { code: 'DUPLICATE_DEVELOPER_NAME', message: `There is already a ${type.name} named ${fullName}.` };
}

function mustBeThere(isThere: boolean, { type, fullName }: Named): Failure | undefined {
  if (isThere) return undefined;
  return { code: 'INVALID_CROSS_REFERENCE_KEY', message: `no ${type.name} named ${fullName} found` };
}

async function applyChanges(
  { parts, call }: SoapContext,
  session: Session,
  changes: readonly Change[],
  expects: Expectation,
): Promise<readonly Outcome[]> {
  if (changes.length > MOST)
    throw new MusterError(
      'EXCEEDED_ID_LIMIT',
      `record limit reached. cannot submit more than ${MOST} records`,
    );
  const { metadata } = parts;
  const known = await findKnown(metadata, changes);
  const judged = changes.map((change) => {
    const isThere = known.has(documentKey(change));
    const refused = change.type.skipped;
    const failure: Failure | undefined =
      refused === undefined
        ? expects(isThere, change)
        : { code: 'FUNCTIONALITY_NOT_ENABLED', message: refused };
    return { change, created: !isThere, failures: failure === undefined ? [] : [failure] };
  });
  const isTogether = headerText(call, 'AllOrNoneHeader', 'allOrNone') === 'true';
  if (!isTogether) {
    const outcomes: Outcome[] = [];
    for (const { change, created, failures } of judged) {
      const found = failures.length > 0 ? failures : await deployChanges(metadata, session, [change]);
      outcomes.push({ type: change.type, fullName: change.fullName, created, failures: found });
    }
    return outcomes;
  }
  const isRefused = judged.some(({ failures }) => failures.length > 0);
  const found = isRefused ? [] : await deployChanges(metadata, session, changes);
  return judged.map(({ change: { type, fullName }, created, failures }) => {
    const own = isRefused ? (failures.length > 0 ? failures : [ROLLED_BACK]) : found;
    return { type, fullName, created, failures: own };
  });
}

const ROLLED_BACK: Failure = {
  code: 'ALL_OR_NONE_OPERATION_ROLLED_BACK',
  message: 'Record rolled back because not all records were valid and the request was using AllOrNone header',
};

async function findKnown(metadata: OrgMetadata, changes: readonly Named[]): Promise<ReadonlySet<string>> {
  const listed = await metadata.list([...new Set(changes.map(({ type }) => type))]);
  return new Set(listed.map(documentKey));
}

/** Deploys changes as one, and gives what is wrong with them. */
async function deployChanges(
  metadata: OrgMetadata,
  session: Session,
  changes: readonly Change[],
): Promise<readonly Failure[]> {
  const pack = readGivenComponents(
    changes.flatMap(({ given }) => (given === undefined ? [] : [given])),
    changes.filter(({ given }) => given === undefined),
  );
  return failuresOf(
    await metadata.deploy(pack, { origin: 'api', author: session.principal.userId, holds: session.has }),
  );
}

function failuresOf({ components }: DeployResult): readonly Failure[] {
  return components.flatMap(({ status, fullName, problems }) =>
    status === 'failed'
      ? problems
          .filter(({ severity }) => severity === 'error')
          .map(({ message }) => ({
            code: 'FIELD_INTEGRITY_EXCEPTION' as const,
            message: `${fullName}: ${message}`,
          }))
      : [],
  );
}

/** The components of a call, by their types and full names. @throws MusterError INVALID_TYPE */
function readComponents(body: XmlElement): readonly Change[] {
  return childrenNamed(body, 'metadata').map((element) => {
    const typeName = element.schema.type ?? '';
    const type = metadataTypeOf(typeName);
    const fullName = (childText(element, 'fullName') ?? '').trim();
    const content = type.hasBody === true ? childText(element, 'content') : undefined;
    const own = element.children.filter(
      ({ name }) => name !== 'fullName' && !(type.hasBody === true && name === 'content'),
    );
    const described = toMetadataElement({ ...element, children: own, text: '' });
    const given: GivenComponent = {
      type,
      fullName,
      metadata: { element: described },
      ...(content === undefined ? {} : { body: Buffer.from(content, 'base64').toString('utf8') }),
    };
    return { type, fullName, given };
  });
}

/** A component under another name, where nothing is stored under the old one. */
async function renameMetadata({ parts, call }: SoapContext, session: Session): Promise<SoapResult> {
  const type = metadataTypeOf(childText(call.body, 'type') ?? '');
  const [from, to] = ['oldFullName', 'newFullName'].map((name) => (childText(call.body, name) ?? '').trim());
  const named = { type, fullName: to ?? '' };
  const old = { type, fullName: from ?? '' };
  const answer = (failures: readonly Failure[]) => presentOutcome({ ...named, created: false, failures });
  if (HOLD_RECORDS.has(type.name)) {
    const message = `Renaming a ${type.name} would lose what is stored in it; deploy it under its new name and move the data.`;
    return answer([{ code: 'FUNCTIONALITY_NOT_ENABLED', message }]);
  }
  const component = (await parts.metadata.read(type, [old.fullName])).get(documentKey(old));
  if (component === undefined) return answer([mustBeThere(false, old)].flatMap((failure) => failure ?? []));
  const { root, body } = component.document;
  const children = root.children.filter(({ name }) => name !== type.child?.nameElement);
  const given: GivenComponent = {
    ...named,
    metadata: { element: makeElement(root.name, children) },
    ...(body === undefined ? {} : { body }),
  };
  return answer(await deployChanges(parts.metadata, session, [{ ...named, given }, old]));
}

/** Types whose names are those of tables and columns, of people's profiles, and the like. */
const HOLD_RECORDS: ReadonlySet<string> = new Set([
  'CustomObject',
  'CustomField',
  'RecordType',
  'Profile',
  'Role',
]);

function presentOutcome({ fullName, failures }: Outcome) {
  return {
    errors: failures.map(({ code, message }) => ({ message, statusCode: code })),
    fullName,
    success: failures.length === 0,
  };
}
