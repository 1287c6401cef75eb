import { fold, type Id } from '@muster/kernel';
import { documentKey, findType, type MetadataDocument, type MetadataType } from '@muster/metadata';
import { quoteIdent } from '@muster/sql';
import type { Org, Queryable, TextRow } from '@muster/store';
import { automatedUserId } from '../install/system-principal.js';
import { documentOf } from './kept-metadata.js';

/** Who did something, and when, in milliseconds. */
export interface Stamp {
  readonly at: number;
  /** Undefined for installations and commands. */
  readonly by: { readonly id: Id; readonly name: string } | undefined;
}

/** A component the org has. */
export interface ListedComponent {
  readonly type: MetadataType;
  readonly fullName: string;
  /** The solution that ships it; undefined for the org's own. */
  readonly solution: string | undefined;
  /** Whether the org changed what its solution ships. */
  readonly changed: boolean;
  readonly created: Stamp;
  readonly modified: Stamp;
}

/** A component with its description. */
export interface ReadComponent extends ListedComponent {
  readonly document: MetadataDocument;
}

const COLUMNS = `m.type, m.full_name, m.solution,
  m.content is distinct from m.shipped_content or m.body is distinct from m.shipped_body,
  extract(epoch from m.created_at) * 1000, m.created_by, c.name,
  extract(epoch from m.modified_at) * 1000, m.modified_by, u.name`;

/** The components of some types, by type and name. */
export async function listComponents(
  queryable: Queryable,
  org: Org,
  types: readonly MetadataType[],
): Promise<readonly ListedComponent[]> {
  const rows = await queryable.rows({
    text: `select ${COLUMNS} from ${tables(org)} where m.type = any($1::text[]) and m.content is not null
      order by m.type, m.key`,
    values: [types.map(({ name }) => name)],
  });
  return rows.map((row) => listed(org, row));
}

/** Components of a type by their names; those the org does not have are left out. */
export async function readComponents(
  queryable: Queryable,
  org: Org,
  type: MetadataType,
  fullNames: readonly string[],
): Promise<ReadonlyMap<string, ReadComponent>> {
  const rows = await queryable.rows({
    text: `select ${COLUMNS}, m.content, m.body from ${tables(org)}
      where m.type = $1 and m.key = any($2::text[]) and m.content is not null`,
    values: [type.name, fullNames.map(fold)],
  });
  return new Map(
    rows.map((row) => {
      const component = listed(org, row);
      const [text, body] = row.slice(10);
      const document = documentOf(component, { text: text ?? '', body: body ?? undefined });
      return [documentKey(component), { ...component, document }];
    }),
  );
}

function tables({ schema }: Org): string {
  const name = quoteIdent(schema);
  return `${name}._metadata m left join ${name}."user" c on c.id = m.created_by
    left join ${name}."user" u on u.id = m.modified_by`;
}

function listed(org: Org, row: TextRow): ListedComponent {
  const [typeName, fullName, solution, changed, createdAt, createdBy, createdName, ...modified] = row;
  const type = findType(typeName ?? '');
  if (type === undefined) throw new Error(`Metadata of the unknown type ${typeName} is kept.`);
  return {
    type,
    fullName: fullName ?? '',
    solution: solution ?? undefined,
    changed: solution !== null && changed === 't',
    created: byAutomation(org, readStamp(createdAt, createdBy, createdName)),
    modified: byAutomation(org, readStamp(modified[0], modified[1], modified[2])),
  };
}

/** What no user did was done by installations and commands. */
function byAutomation(org: Org, { at, by }: Stamp): Stamp {
  return { at, by: by ?? { id: automatedUserId(org), name: 'Automated Process' } };
}

type Cell = TextRow[number] | undefined;

/** A stamp of three columns: milliseconds, id and name of a user. */
export function readStamp(at: Cell, by: Cell, name: Cell): Stamp {
  return {
    at: Math.round(Number(at)),
    by: by === null || by === undefined ? undefined : { id: by, name: name ?? '' },
  };
}
