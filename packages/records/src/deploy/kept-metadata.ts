import {
  documentKey,
  findType,
  type MetadataDocument,
  type MetadataType,
  parseXml,
  sourcePath,
} from '@muster/metadata';
import { quoteIdent } from '@muster/sql';
import type { Org, Queryable, TextRow } from '@muster/store';

/** A component's description, and the text that goes with it where it has one. */
export interface ComponentText {
  readonly text: string;
  readonly body: string | undefined;
}

/** A component as an org keeps it. */
export interface KeptComponent {
  readonly type: MetadataType;
  readonly fullName: string;
  /** Undefined when the org deleted what its solution shipped. */
  readonly content: ComponentText | undefined;
  /** What a solution shipped last; undefined for the org's own. */
  readonly shipped?: ComponentText & { readonly solution: string };
}

/** An org's metadata at one version, by document key. */
export interface KeptMetadata {
  readonly version: number;
  readonly components: ReadonlyMap<string, KeptComponent>;
  /** Key prefixes given to the org's own objects, by lower-case name. */
  readonly assignedPrefixes: ReadonlyMap<string, string>;
}

/** The `type` of rows that hold key prefixes. */
export const KEY_PREFIX = 'KeyPrefix';

/** Reads an org's metadata and its version, in one statement so that they belong together; only some types if named. */
export async function readKeptMetadata(
  queryable: Queryable,
  org: Org,
  types?: readonly string[],
): Promise<KeptMetadata> {
  const schema = quoteIdent(org.schema);
  const wanted = types === undefined ? undefined : [...types, KEY_PREFIX];
  const rows = await queryable.rows({
    text: `select v.metadata_version, m.type, m.full_name, m.content, m.body, m.solution, m.shipped_content, m.shipped_body
      from ${schema}._org_version v
      left join ${schema}._metadata m on $1::text[] is null or m.type = any($1)
      order by m.type, m.key`,
    values: [wanted ?? null],
  });
  const components = new Map<string, KeptComponent>();
  const assignedPrefixes = new Map<string, string>();
  for (const row of rows) {
    const [, typeName, fullName, content] = row;
    if (typeName === KEY_PREFIX) assignedPrefixes.set(fullName ?? '', content ?? '');
    const type = typeName === null || typeName === undefined ? undefined : findType(typeName);
    if (type === undefined) continue;
    const kept = keptComponent(type, row);
    components.set(documentKey(kept), kept);
  }
  return { version: Number(rows[0]?.[0]), components, assignedPrefixes };
}

function keptComponent(
  type: MetadataType,
  [, , fullName, content, body, solution, shippedContent, shippedBody]: TextRow,
): KeptComponent {
  return {
    type,
    fullName: fullName ?? '',
    content: componentText(content, body),
    ...(typeof solution === 'string' && typeof shippedContent === 'string'
      ? { shipped: { solution, text: shippedContent, body: shippedBody ?? undefined } }
      : {}),
  };
}

function componentText(text: string | null | undefined, body: string | null | undefined) {
  return typeof text === 'string' ? { text, body: body ?? undefined } : undefined;
}

/** A kept text as a document; what the org keeps was written by us and reads again. */
export function documentOf(
  { type, fullName }: Pick<KeptComponent, 'type' | 'fullName'>,
  { text, body }: ComponentText,
): MetadataDocument {
  const xml = parseXml(text);
  if (!xml.ok) throw new Error(`${type.name} ${fullName} is kept as XML that does not read: ${xml.message}`);
  const file = sourcePath({ type, fullName });
  return { type, fullName, root: xml.root, file, ...(body === undefined ? {} : { body }) };
}
