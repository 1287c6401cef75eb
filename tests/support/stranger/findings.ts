import type { Secret } from '../secret-world/secrets.js';

/** Who walks through the product, and whose data may be shown to them. */
export interface Visitor {
  readonly name: 'guest' | 'candidate' | 'officer';
  readonly headers: Readonly<Record<string, string>>;
  /** Tags of what is theirs or published to them. */
  readonly own: ReadonlySet<string>;
}

/** What a visitor could read. */
export interface Findings {
  /** Fields by object: in describes, and in records of the data API. */
  readonly fields: Map<string, Set<string>>;
  /** Members of what operations and sign-in answer, by route: `[].contact.name`. */
  readonly members: Map<string, Set<string>>;
  /** Fields whose content a route shows, by route; those of staff say so. */
  readonly shown: Map<string, Set<string>>;
  /** Data of somebody else, with the request that gave it away. */
  readonly leaks: string[];
}

/** The answer to one request, as far as it matters here. */
export interface Seen {
  /** What the request is filed under: `GET recruiting/postings`, `data`. */
  readonly route: string;
  readonly request: string;
  readonly status: number;
  readonly text: string;
  readonly json: unknown;
}

export const DATA = 'data';

export function noFindings(): Findings {
  return { fields: new Map(), members: new Map(), shown: new Map(), leaks: [] };
}

/** Files an answer: whose data is in it, which fields its records have, and which members it has itself. */
export function fileAnswer(
  findings: Findings,
  visitor: Visitor,
  seen: Seen,
  secrets: readonly Secret[],
): void {
  for (const { object, field, tag } of secrets) {
    const isStaff = tag === 'staff';
    if (isStaff && seen.route !== DATA) add(findings.shown, seen.route, `${object}.${field} of staff`);
    else if (visitor.own.has(tag)) add(findings.shown, seen.route, `${object}.${field}`);
    else findings.leaks.push(`${object}.${field} of ${tag} in ${seen.request} (${seen.status})`);
  }
  if (seen.route === DATA) fileRecords(findings, seen.json);
  else if (seen.status === 200 && seen.json !== undefined) fileMembers(findings, seen.route, seen.json, '');
}

/** Records say their type in `attributes`; describes list fields. */
function fileRecords(findings: Findings, value: unknown): void {
  if (Array.isArray(value)) for (const item of value) fileRecords(findings, item);
  if (!isObject(value)) return;
  const { attributes, name, fields } = value;
  if (isObject(attributes) && typeof attributes.type === 'string' && attributes.type !== 'AggregateResult') {
    for (const [key, member] of Object.entries(value)) {
      if (!isObject(member) && !isRelationship(key)) add(findings.fields, attributes.type, key);
    }
  }
  if (typeof name === 'string' && Array.isArray(fields)) {
    for (const field of fields) if (isObject(field)) add(findings.fields, name, String(field.name));
  }
  for (const member of Object.values(value)) fileRecords(findings, member);
}

/** Empty parents and lists of children stand in records as null. */
function isRelationship(key: string): boolean {
  return key.endsWith('__r');
}

function fileMembers(findings: Findings, route: string, value: unknown, path: string): void {
  if (Array.isArray(value)) for (const item of value) fileMembers(findings, route, item, `${path}[]`);
  else if (isObject(value)) {
    for (const [key, member] of Object.entries(value)) {
      fileMembers(findings, route, member, path === '' ? key : `${path}.${key}`);
    }
  } else add(findings.members, route, path === '' ? '(text)' : path);
}

function add(sets: Map<string, Set<string>>, key: string, item: string): void {
  const set = sets.get(key) ?? new Set();
  sets.set(key, set.add(item));
}

export function isObject(value: unknown): value is Record<string, unknown> {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}
