import { MusterError } from '@muster/kernel';
import { type DescribeContext, describeGlobalEntry, describeObject } from '@muster/metadata';
import type { Session } from '@muster/records';
import { requireType } from '../objects.js';
import { tabsOf } from '../pages/tab-resources.js';
import { basePathOf, signedIn } from './data-call.js';
import type { SoapResult } from './envelope.js';
import { escapeXml, type XmlFields, type XmlText, type XmlValue, xmlText } from './print-xml.js';
import type { SoapContext } from './soap-calls.js';
import { childrenNamed, childText } from './xml-element.js';

const MOST_DESCRIBED = 100;

/** What is known of objects and fields. */
export const describeCalls = {
  describeGlobal: signedIn(describeGlobal),
  describeSObject: signedIn(describeSObject),
  describeSObjects: signedIn(describeSObjects),
  describeTabs: signedIn(describeTabs),
};

async function describeGlobal(context: SoapContext, session: Session): Promise<SoapResult> {
  const describing = contextOf(context, session);
  const objects = [...session.snapshot.objects.values()]
    .filter((object) => session.rights(object).read)
    .sort((a, b) => (a.name < b.name ? -1 : 1));
  const sobjects = objects.map((object) =>
    elements({ ...describeGlobalEntry(object, describing), idEnabled: true }),
  );
  return { encoding: 'UTF-8', maxBatchSize: 200, sobjects };
}

async function describeSObject(context: SoapContext, session: Session): Promise<SoapResult> {
  return describeOne(context, session, childText(context.call.body, 'sObjectType') ?? '');
}

async function describeSObjects(context: SoapContext, session: Session): Promise<SoapResult> {
  const names = childrenNamed(context.call.body, 'sObjectType').map(({ text }) => text);
  if (names.length > MOST_DESCRIBED) {
    throw new MusterError('EXCEEDED_ID_LIMIT', `At most ${MOST_DESCRIBED} objects are described in a call`);
  }
  return names.map((name) => describeOne(context, session, name));
}

/** The applications of the org, each with the tabs of it the caller sees; all tabs as one where there is none. */
async function describeTabs({ request }: SoapContext, session: Session): Promise<SoapResult> {
  const tabs = tabsOf(session, request.origin).map(({ iconUrl, miniIconUrl, timeZone: _, url, ...tab }) =>
    elements({ ...tab, iconUrl: iconUrl ?? '', miniIconUrl: miniIconUrl ?? '', url: url ?? '' }),
  );
  const set = (label: string, own: readonly XmlFields[], selected: boolean): XmlFields => ({
    label,
    logoUrl: '',
    selected,
    tabs: own,
  });
  const applications = session.snapshot.pages?.applications ?? [];
  if (applications.length === 0) return [set('Muster', tabs, true)];
  return applications.map((application, i) => {
    const own = application.tabs.flatMap((name) => tabs.filter((tab) => isNamed(tab, name)));
    return set(application.label, own, i === 0);
  });
}

const isNamed = (tab: XmlFields, name: string) => String(tab.name).toLowerCase() === name.toLowerCase();

function describeOne(context: SoapContext, session: Session, name: string): XmlFields {
  const described = describeObject(requireType(session, name), contextOf(context, session));
  const { origin } = context.request;
  const page = described.keyPrefix === null ? {} : urlsOf(`${origin}/${described.keyPrefix}`);
  return elements({ ...described, idEnabled: true, ...page });
}

function urlsOf(base: string) {
  return { urlDetail: `${base}/{ID}`, urlEdit: `${base}/{ID}/e`, urlNew: `${base}/e` };
}

function contextOf(context: SoapContext, session: Session): DescribeContext {
  return {
    snapshot: session.snapshot,
    rights: (object) => session.rights(object),
    language: session.principal.language,
    basePath: basePathOf(context),
  };
}

/** Keys of a describe that REST alone has. */
const REST_ALONE = new Set([
  'associateEntityType',
  'associateParentEntity',
  'listviewable',
  'lookupLayoutable',
  'urls',
]);

/** Members the WSDL wants to see even when they are empty; it leaves others out. */
const NILLABLE = new Set(['keyPrefix']);

/** A describe as the WSDL orders it, which is by name; what is empty is left out. */
function elements(described: object): XmlFields {
  const entries = Object.entries(described)
    .filter(([name, value]) => !REST_ALONE.has(name) && (value !== null || NILLABLE.has(name)))
    .sort(([a], [b]) => (a < b ? -1 : 1));
  const isField = 'byteLength' in described;
  return Object.fromEntries(
    entries.map(([name, value]) => [
      name,
      isField && name === 'defaultValue' ? typedValue(value) : elementOf(value),
    ]),
  );
}

/** The default of a field may be of any type, and says which. */
function typedValue(value: unknown): XmlText {
  const type = typeof value === 'number' ? 'double' : typeof value === 'boolean' ? 'boolean' : 'string';
  const attributes = ` xmlns:xsd="http://www.w3.org/2001/XMLSchema" xsi:type="xsd:${type}"`;
  return xmlText(attributes, escapeXml(String(value)));
}

function elementOf(value: unknown): XmlValue | readonly XmlValue[] {
  if (Array.isArray(value)) return value.map((each) => elementOf(each) as XmlValue);
  return typeof value === 'object' && value !== null ? elements(value) : (value as XmlValue);
}
