import { dataResources } from '@muster/api';
import { fixedClock, makeId } from '@muster/kernel';
import { findObject, type ObjectDef, referencesTo, type Snapshot } from '@muster/metadata';
import type { Instance } from '@muster/server';
import type { Secrets } from '../secret-world/secrets.js';
import type { BusyAgency } from './busy-agency.js';
import { DATA, type Findings, fileAnswer, noFindings, type Visitor } from './findings.js';
import type { PlantedRecord } from './plant-secrets.js';

const BASE = '/services/data/v60.0';
const AT_ONCE = 6;

/** The ground that is walked. */
export interface Grounds {
  readonly url: string;
  readonly instance: Instance;
  readonly agency: BusyAgency;
  readonly records: readonly PlantedRecord[];
  readonly secrets: Secrets;
}

/** One step of a walk. */
export interface Step {
  readonly route: string;
  readonly method?: string;
  readonly path: string;
  readonly body?: unknown;
}

/**
 * Walks every route as a visitor, with every object, field and record that can be named, and files what it reads.
 * `isTaken` leaves steps out.
 */
export async function walk(
  grounds: Grounds,
  visitor: Visitor,
  isTaken: (step: Step) => boolean = () => true,
): Promise<Findings> {
  const findings = noFindings();
  const requests = [
    ...pages(grounds),
    ...dataSteps(grounds, visitor),
    ...operations(grounds),
    ...changes(grounds, visitor),
  ].filter(isTaken);
  const visit = async () => {
    for (let request = requests.shift(); request !== undefined; request = requests.shift()) {
      await send(grounds, visitor, request, findings);
    }
  };
  await Promise.all(Array.from({ length: AT_ONCE }, visit));
  return findings;
}

/** Without a session the data API answers one thing, so a stranger tries each resource once and one query. */
function dataSteps(grounds: Grounds, { name }: Visitor): Step[] {
  const asked = queries(grounds.instance.records.snapshot());
  const routes = dataRoutes(grounds);
  if (name !== 'guest') return [...routes.flat(), ...batches(asked)];
  return [...routes.flatMap(([first]) => first ?? []), ...asked.slice(0, 1)];
}

async function send(
  { url, secrets }: Grounds,
  visitor: Visitor,
  request: Step,
  findings: Findings,
): Promise<void> {
  const { route, method = 'GET', path, body } = request;
  const response = await fetch(url + path, {
    method,
    redirect: 'manual',
    headers: { ...visitor.headers, ...(body === undefined ? {} : { 'content-type': 'application/json' }) },
    ...(body === undefined ? {} : { body: JSON.stringify(body) }),
  });
  const text = await response.text();
  const isJson = response.headers.get('content-type')?.includes('json') === true && text !== '';
  const headers = [...response.headers].map(([name, value]) => `${name}: ${value}`).join('\n');
  const asked = secrets.findIn(decodeURIComponent(path) + JSON.stringify(body ?? ''));
  const found = secrets.findIn(`${headers}\n${text}`).filter((secret) => !asked.includes(secret));
  const seen = {
    route,
    request: `${method} ${path}`,
    status: response.status,
    text,
    json: isJson ? JSON.parse(text) : undefined,
  };
  if (response.status >= 500 || text.includes('UNKNOWN_EXCEPTION'))
    throw new Error(`${seen.request} answered ${response.status}: ${text.slice(0, 300)}`);
  fileAnswer(findings, visitor, seen, found);
}

/** Pages, sign-in and what else the server answers beside the API. */
function pages({ agency, instance }: Grounds): Step[] {
  const fixed = [
    '/',
    '/healthz',
    '/readyz',
    '/metrics',
    '/robots.txt',
    '/favicon.ico',
    '/server-assets/icon.svg',
    '/portal/',
    '/portal/my-application',
    '/console/',
    '/outbox',
    '/side-by-side',
    '/services',
    '/services/oauth2/authorize',
  ];
  const users = Object.values(agency.principals).map(({ orgId, userId }) => `/id/${orgId}/${userId}`);
  return [
    ...fixed.map((path) => ({ route: `GET ${path}`, path })),
    ...Object.values(agency.postings).map((number) => ({
      route: 'GET /portal/jobs/:number',
      path: `/portal/jobs/${number}`,
    })),
    ...users.map((path) => ({ route: 'GET /id/:org/:user', path })),
    { route: 'GET /services/auth/session', path: '/services/auth/session' },
    { route: 'GET /services/oauth2/userinfo', path: '/services/oauth2/userinfo' },
    { route: 'GET /services/data', path: '/services/data' },
    { route: 'POST /services/oauth2/token', method: 'POST', path: '/services/oauth2/token', body: {} },
    {
      route: 'GET /id/:org/:user',
      path: `/id/${instance.org.id}/${makeId('005', instance.org.pod, 9_999_999)}`,
    },
  ];
}

/** Every resource of the data API that can be read, its path filled with everything that fits. */
function dataRoutes(grounds: Grounds): Step[][] {
  const resources = dataResources({
    ...grounds.instance.records,
    clock: fixedClock('2000-01-01T00:00:00Z'),
    passwords: neverAsked(),
    system: neverAsked(),
    usage: neverAsked(),
  });
  return resources
    .filter(({ methods }) => methods.GET !== undefined)
    .map(({ path }) => fill(grounds, path).map((filled) => ({ route: DATA, path: `${BASE}/${filled}` })));
}

/** A part of the API that is named to have its paths and answers nothing. */
function neverAsked<Part extends object>(): Part {
  const refuse = () => {
    throw new Error('The walk asks the server, not its parts.');
  };
  return new Proxy({} as Part, { get: () => refuse });
}

/** Articles of the demo agency: for members, for everybody, for people with an account. */
const ARTICLES = ['radio-checks-at-skarn', 'what-happens-at-the-medical', 'claim-travel-to-the-academy'];
const SPAN = 'start=2000-01-01T00:00:00Z&end=2199-01-01T00:00:00Z';

function fill({ instance, records }: Grounds, path: string): string[] {
  const objects = [...instance.records.snapshot().objects.values()];
  const each = (write: (object: ObjectDef) => readonly string[]) => objects.flatMap(write);
  const of = (object: ObjectDef) => records.filter((record) => record.object === object.name);
  switch (path) {
    case 'sobjects/:object/:id':
      return each((object) => of(object).map(({ id }) => `sobjects/${object.name}/${id}`));
    case 'sobjects/:object/:field/:value':
      return each((object) => [
        ...related(instance.records.snapshot(), object, of(object)),
        ...matched(object, of(object)),
      ]);
    case 'composite/sobjects/:object':
      return each((object) => {
        const ids = onePerOwner(of(object)).join(',');
        return ids === '' ? [] : [`composite/sobjects/${object.name}?ids=${ids}&fields=${object.nameField}`];
      });
    case 'sobjects/:object/updated':
    case 'sobjects/:object/deleted':
      return each((object) => [`${path.replace(':object', object.name)}?${SPAN}`]);
    case 'limits/recordcount':
      return [path, `${path}?sObjects=${objects.map(({ name }) => name).join(',')}`];
    case 'tooling/query':
      return [`${path}?q=${encodeURIComponent('SELECT Id FROM User')}`];
    case 'metadata/components/:type':
      return ['CustomObject', 'CustomField', 'Profile'].map((type) => path.replace(':type', type));
    case 'metadata/components/:type/:name':
      return ['metadata/components/Profile/Admin', 'metadata/components/CustomObject/Contact'];
    case 'metadata/deployrequest/:id':
      return [path.replace(':id', makeId('0Af', instance.org.pod, 1))];
    default:
      return path.includes(':object')
        ? each((object) => [path.replace(':object', object.name).replace('/*', '')])
        : [path.replace('/*', '').replace(':locator', '01g000000000001AAA-200')];
  }
}

function onePerOwner(records: readonly PlantedRecord[]): readonly string[] {
  return [...new Map(records.map((record) => [`${record.object} ${record.tag}`, record.id])).values()];
}

/** Up and down from one record of each owner. */
function related(snapshot: Snapshot, object: ObjectDef, records: readonly PlantedRecord[]): string[] {
  const up = object.fields.flatMap(({ relationshipName }) => relationshipName ?? []);
  const down = referencesTo(snapshot, object).flatMap(({ field }) => field.childRelationshipName ?? []);
  return onePerOwner(records).flatMap((id) =>
    [...up, ...down].map((name) => `sobjects/${object.name}/${id}/${name}`),
  );
}

function matched(object: ObjectDef, records: readonly PlantedRecord[]): string[] {
  const keys = object.fields.filter((field) => field.externalId || field.unique || field.name === 'Id');
  const tags = [...new Set(records.map(({ tag }) => tag))];
  return keys.flatMap(({ name }) =>
    tags.map((tag) => `sobjects/${object.name}/${name}/CANARY-${object.name}-${name}-${tag}`),
  );
}

const BATCH = 25;

/** Many reads in one request, each answered by itself. */
function batches(steps: readonly Step[]): Step[] {
  return Array.from({ length: Math.ceil(steps.length / BATCH) }, (_, i) => ({
    route: DATA,
    method: 'POST',
    path: `${BASE}/composite/batch`,
    body: {
      batchRequests: steps
        .slice(i * BATCH, (i + 1) * BATCH)
        .map(({ path }) => ({ method: 'GET', url: path.replace('/services/data/', '') })),
    },
  }));
}

/** Every object with every field, alone, so that a hidden one hides no other. */
function queries(snapshot: Snapshot): Step[] {
  const ask = (resource: string, text: string) => ({
    route: DATA,
    path: `${BASE}/${resource}?q=${encodeURIComponent(text)}`,
  });
  return [...snapshot.objects.values()].flatMap((object) => [
    ...object.fields.map(({ name }) => ask('query', `SELECT ${name} FROM ${object.name}`)),
    ask('queryAll', `SELECT Id FROM ${object.name}`),
    ask('query', `SELECT FIELDS(ALL) FROM ${object.name} LIMIT 200`),
    ...object.fields.flatMap(({ name, relationshipName }) =>
      relationshipName === undefined
        ? []
        : [ask('query', `SELECT ${name}, ${relationshipName}.Name FROM ${object.name}`)],
    ),
    ...referencesTo(snapshot, object).flatMap(({ field, object: child }) =>
      field.childRelationshipName === undefined
        ? []
        : [
            ask(
              'query',
              `SELECT Id, (SELECT ${findObject(snapshot, child.name)?.nameField} FROM ${field.childRelationshipName}) FROM ${object.name}`,
            ),
          ],
    ),
  ]);
}

/** Every operation that is read, with every name and id that could mean something to it. */
function operations({ instance, records, agency }: Grounds): Step[] {
  const ids = onePerOwner(
    records.filter(({ object }) => /^(ApplicationForm|Case|Contact|Hiring_Process_Version__c)$/.test(object)),
  );
  const inputs = [
    {},
    ...ids.map((id) => ({ id, applicationId: id, caseId: id, fromVersionId: id, toVersionId: id })),
    ...ids.map((id) => ({ applicationId: id, question: 'why_this_job' })),
    ...Object.values(agency.postings).map((number) => ({ number, posting: number })),
    ...ARTICLES.map((urlName) => ({ urlName, language: 'en' })),
    { search: 'CANARY' },
    {
      search: 'boots',
      language: 'en',
      queue: 'all',
      status: 'New',
      phase: 'exam',
      process: 'marrenfell-field-officer',
    },
  ];
  return instance.solutions.flatMap(({ name: solution, operations: all }) =>
    all
      .filter(({ method }) => method === 'GET')
      .flatMap(({ name }) =>
        inputs.map((input) => ({
          route: `GET ${solution}/${name}`,
          path: `/services/apexrest/${solution}/${name}?${new URLSearchParams(input as Record<string, string>)}`,
        })),
      ),
  );
}

/** Every operation that changes something, tried on records that are not the visitor's. */
function changes({ instance, records, agency }: Grounds, visitor: Visitor): Step[] {
  const others = onePerOwner(
    records.filter(
      ({ object, tag }) => /^(ApplicationForm|Case|EmailMessage)$/.test(object) && !visitor.own.has(tag),
    ),
  );
  const words = {
    accept: true,
    body: 'x',
    question: 'why_this_job',
    value: 'x',
    reason: 'x',
    step: 'medical',
    outcome: 'fit',
    readers: 'person_and_support',
    subject: 'x',
    fact: 'driving_licence',
    decision: 'reopen',
    disposition: 'x',
    postingNumber: agency.postings.draft,
    fileName: 'x.pdf',
    base64: 'JVBERi0xLjQK',
  };
  return instance.solutions.flatMap(({ name: solution, operations: all }) =>
    all
      .filter(({ method }) => method === 'POST')
      .flatMap(({ name }) =>
        others.map((id) => ({
          route: `POST ${solution}/${name}`,
          method: 'POST',
          path: `/services/apexrest/${solution}/${name}`,
          body: { ...words, id, applicationId: id, caseId: id, messageId: id, eventId: id },
        })),
      ),
  );
}
