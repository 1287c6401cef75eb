import { fold } from '@muster/kernel';
import { documentKey } from '@muster/metadata';
import { quoteIdent } from '@muster/sql';
import type { Org, Transaction } from '@muster/store';
import { KEY_PREFIX, type KeptComponent, type KeptMetadata } from './kept-metadata.js';

export interface MetadataChange {
  readonly before: KeptMetadata;
  readonly target: ReadonlyMap<string, KeptComponent>;
  readonly assignedPrefixes: ReadonlyMap<string, string>;
  readonly author: string | undefined;
}

/** Whether a plan leaves every component as it is kept. */
export function isUnchanged(before: KeptMetadata, target: ReadonlyMap<string, KeptComponent>): boolean {
  return (
    before.components.size === target.size &&
    [...target].every(([key, component]) => isSame(before.components.get(key), component))
  );
}

/** Writes what changed of an org's metadata, as part of the deploy with this version. */
export async function keepMetadata(
  transaction: Transaction,
  org: Org,
  change: MetadataChange,
  version: number,
): Promise<void> {
  const { before, target, assignedPrefixes, author } = change;
  const table = `${quoteIdent(org.schema)}._metadata`;
  const gone = [...before.components].flatMap(([key, component]) => (target.has(key) ? [] : [component]));
  const written = [...target].flatMap(([key, component]) =>
    isSame(before.components.get(key), component) ? [] : [component],
  );
  await keepPast(transaction, org, change, [...gone, ...written], version);
  await transaction.rows({
    text: `delete from ${table} m using unnest($1::text[], $2::text[]) as g(type, key) where m.type = g.type and m.key = g.key`,
    values: [gone.map(({ type }) => type.name), gone.map(({ fullName }) => fold(fullName))],
  });
  await transaction.rows({
    text: `insert into ${table} (type, key, full_name, format, content, body, solution, shipped_content, shipped_body, version, modified_by, created_by)
      select type, key, name, 'xml', content, body, solution, shipped_content, shipped_body, $1::bigint, $2, $2
      from jsonb_to_recordset($3::jsonb) as f(type text, key text, name text, content text, body text, solution text,
        shipped_content text, shipped_body text)
      on conflict (type, key) do update set full_name = excluded.full_name, content = excluded.content, body = excluded.body,
        solution = excluded.solution, shipped_content = excluded.shipped_content, shipped_body = excluded.shipped_body,
        version = excluded.version, modified_by = excluded.modified_by, modified_at = now()`,
    values: [version, author ?? null, JSON.stringify(written.map(rowOf))],
  });
  const prefixes = [...assignedPrefixes].filter(([name]) => !before.assignedPrefixes.has(name));
  await transaction.rows({
    text: `insert into ${table} (type, key, full_name, format, content, version)
      select $1, k, k, 'text', p, $2::bigint from unnest($3::text[], $4::text[]) as f(k, p) on conflict (type, key) do nothing`,
    values: [KEY_PREFIX, version, prefixes.map(([name]) => name), prefixes.map(([, prefix]) => prefix)],
  });
}

/** What the components that change were until now. */
async function keepPast(
  transaction: Transaction,
  org: Org,
  { before, target }: MetadataChange,
  changing: readonly KeptComponent[],
  version: number,
): Promise<void> {
  const past = changing.flatMap(({ type, fullName }) => {
    const key = documentKey({ type, fullName });
    const [was, is] = [before.components.get(key)?.content, target.get(key)?.content];
    if (was?.text === is?.text && was?.body === is?.body) return [];
    return [{ type: type.name, key: fold(fullName), name: fullName, content: was?.text, body: was?.body }];
  });
  await transaction.rows({
    text: `insert into ${quoteIdent(org.schema)}._metadata_past (type, key, full_name, version, content, body)
      select type, key, name, $1::bigint, content, body
      from jsonb_to_recordset($2::jsonb) as f(type text, key text, name text, content text, body text)`,
    values: [version, JSON.stringify(past)],
  });
}

function rowOf({
  type,
  fullName,
  content,
  shipped,
}: KeptComponent): Readonly<Record<string, string | undefined>> {
  return {
    type: type.name,
    key: fold(fullName),
    name: fullName,
    content: content?.text,
    body: content?.body,
    solution: shipped?.solution,
    shipped_content: shipped?.text,
    shipped_body: shipped?.body,
  };
}

function isSame(a: KeptComponent | undefined, b: KeptComponent): boolean {
  return (
    a !== undefined &&
    documentKey(a) === documentKey(b) &&
    a.content?.text === b.content?.text &&
    a.content?.body === b.content?.body &&
    a.shipped?.solution === b.shipped?.solution &&
    a.shipped?.text === b.shipped?.text &&
    a.shipped?.body === b.shipped?.body
  );
}
