import type { Id } from '@muster/kernel';
import { findField } from '@muster/metadata';
import type { Session } from '@muster/records';
import { soql, soqlNames } from '@muster/soql';
import type { Resource } from '../resource.js';
import { json } from '../responses.js';

const DEFAULT_LIMIT = 200;

/** `recent?limit=5`: the records the caller viewed last, newest first, with their names. */
export const recentResource: Resource = {
  path: 'recent',
  methods: {
    GET: async ({ session, request, basePath }) => {
      const asked = Number(request.query.get('limit') ?? DEFAULT_LIMIT);
      const limit = Number.isInteger(asked) && asked > 0 ? asked : DEFAULT_LIMIT;
      return json(await recentRecords(session, limit, basePath));
    },
  },
};

/** One query per object; what was deleted or is hidden since is left out. */
async function recentRecords(session: Session, limit: number, basePath: string) {
  const ids = await session.recentlyViewed(limit);
  const byPrefix = new Map<string, Id[]>();
  for (const id of ids) byPrefix.set(id.slice(0, 3), [...(byPrefix.get(id.slice(0, 3)) ?? []), id]);
  const found = new Map<Id, object>();
  for (const [prefix, own] of byPrefix) {
    const object = session.snapshot.objectsByPrefix.get(prefix);
    if (object === undefined || !session.rights(object).read) continue;
    const hasName =
      findField(object, object.nameField) !== undefined &&
      session.rights(object).field(object.nameField).read;
    const names = hasName && object.nameField !== 'Id' ? ['Id', object.nameField] : ['Id'];
    const rows = await session.rows<{ readonly Id: Id; readonly [name: string]: unknown }>(
      soql`SELECT ${soqlNames(...names)} FROM ${soqlNames(object.name)} WHERE Id IN ${own}`,
    );
    for (const row of rows) {
      const attributes = { type: object.name, url: `${basePath}/sobjects/${object.name}/${row.Id}` };
      found.set(row.Id, { attributes, Id: row.Id, Name: row[object.nameField] ?? null });
    }
  }
  return ids.flatMap((id) => found.get(id) ?? []);
}
