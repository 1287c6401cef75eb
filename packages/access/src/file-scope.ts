import { findField, findObject, type ObjectDef, tableName } from '@muster/metadata';
import { and, binary, column, type Expr, FALSE, not, or, param } from '@muster/sql';
import type { AccessContext } from './access-context.js';

/** Which records of an object may be read, as a condition on a row of `alias`. */
type ReadScope = (object: ObjectDef, alias: string) => Expr | undefined;

const LINK = 'ContentDocumentLink';

/** Where a file's rows keep the id of their document. */
const DOCUMENT_COLUMNS: Readonly<Record<string, string>> = {
  ContentDocument: 'id',
  ContentVersion: 'contentdocumentid',
};

/**
 * A file is read by whoever reads a record it is linked to, as in Salesforce: the condition for rows of documents,
 * their versions and the links themselves. Undefined for other objects; nobody changes a file by way of a link.
 */
export function fileScope(
  context: AccessContext,
  object: ObjectDef,
  alias: string,
  readScope: ReadScope,
): Expr | undefined {
  if (object.name === LINK) return linkScope(context, alias, readScope);
  const documentColumn = DOCUMENT_COLUMNS[object.name];
  const links = findObject(context.snapshot, LINK);
  if (documentColumn === undefined || links === undefined) return undefined;
  const link = `${alias}_l`;
  const isOfDocument = binary('=', column(link, 'contentdocumentid'), column(alias, documentColumn));
  return exists(context, links, link, isOfDocument, linkScope(context, link, readScope));
}

/** Portal users follow the links that are meant for them. */
function linkScope(context: AccessContext, link: string, readScope: ReadScope): Expr {
  const { snapshot, principal } = context;
  const links = findObject(snapshot, LINK);
  const targets = (links && findField(links, 'LinkedEntityId')?.referenceTo) ?? [];
  const record = `${link}_r`;
  const branches = targets.flatMap((name) => {
    const target = findObject(snapshot, name);
    const scope = target && readScope(target, record);
    if (target === undefined || scope === FALSE) return [];
    const isLinked = binary('=', column(record, 'id'), column(link, 'linkedentityid'));
    return [exists(context, target, record, isLinked, scope)];
  });
  const isSeen = or(...branches) ?? FALSE;
  if (principal.kind === 'internal' || isSeen === FALSE) return isSeen;
  return and(binary('=', column(link, 'visibility'), param('AllUsers', 'text')), isSeen) as Expr;
}

function exists(
  { schema }: AccessContext,
  object: ObjectDef,
  alias: string,
  joined: Expr,
  scope: Expr | undefined,
): Expr {
  if (scope === FALSE) return FALSE;
  const select = {
    kind: 'Select',
    columns: [{ expr: column(alias, 'id'), alias: 'id' }],
    from: { kind: 'Table', schema, name: tableName(object), alias },
    joins: [],
    where: and(joined, not(column(alias, 'isdeleted')), scope) as Expr,
  } as const;
  return { kind: 'Exists', select };
}
