import { MusterError } from '@muster/kernel';
import { z } from 'zod';
import type { ApiRequest } from '../api-request.js';
import { readShape } from '../read-body.js';

const count = z.coerce.number().int().min(0);

const object = z.strictObject({
  name: z.string(),
  fields: z.array(z.string()).optional(),
  where: z.string().optional(),
  orderBy: z.string().optional(),
  limit: count.optional(),
});

const shape = z.strictObject({
  q: z.string(),
  in: z.string().optional(),
  fields: z.array(z.string()).optional(),
  sobjects: z.array(object).optional(),
  overallLimit: count.optional(),
  defaultLimit: count.optional(),
  offset: count.optional(),
  spellCorrection: z.union([z.boolean(), z.enum(['true', 'false'])]).optional(),
});

/** A search as single parameters, as the REST API takes it. */
export type ParameterizedSearch = z.output<typeof shape>;

/** Parameters of each object, `Account.fields`, as its members are called. */
const OBJECT_PARAMETERS: ReadonlyMap<string, 'fields' | 'where' | 'orderBy' | 'limit'> = new Map([
  ['fields', 'fields'],
  ['where', 'where'],
  ['orderby', 'orderBy'],
  ['limit', 'limit'],
]);

const OWN_PARAMETERS: ReadonlyMap<string, keyof ParameterizedSearch> = new Map(
  (['q', 'in', 'fields', 'overallLimit', 'defaultLimit', 'offset', 'spellCorrection'] as const).map(
    (name) => [name.toLowerCase(), name],
  ),
);

/** The body of a POST. @throws MusterError JSON_PARSER_ERROR naming a member that is not computed */
export function readSearchBody(request: ApiRequest): ParameterizedSearch {
  return readShape(request, shape);
}

/** The parameters of a GET. @throws MusterError INVALID_OPERATION for one that is not computed, or no number */
export function readSearchQuery(query: URLSearchParams): ParameterizedSearch {
  const own: Record<string, unknown> = { q: '' };
  const objects = new Map<string, Record<string, unknown>>();
  const objectNamed = (name: string) => {
    const known = objects.get(name.toLowerCase()) ?? { name };
    objects.set(name.toLowerCase(), known);
    return known;
  };
  for (const [key, value] of query) {
    const [first = '', second] = key.split('.');
    const member = second === undefined ? undefined : OBJECT_PARAMETERS.get(second.toLowerCase());
    const ownMember = second === undefined ? OWN_PARAMETERS.get(first.toLowerCase()) : undefined;
    if (key.toLowerCase() === 'sobject') for (const name of listOf(value)) objectNamed(name);
    else if (member !== undefined) objectNamed(first)[member] = member === 'fields' ? listOf(value) : value;
    else if (ownMember !== undefined) own[ownMember] = ownMember === 'fields' ? listOf(value) : value;
    else throw notComputed(key);
  }
  const result = shape.safeParse({
    ...own,
    ...(objects.size > 0 ? { sobjects: [...objects.values()] } : {}),
  });
  if (result.success) return result.data;
  throw notComputed(result.error.issues[0]?.path.join('.') ?? 'q');
}

/** The same search as SOSL. @throws MusterError MISSING_ARGUMENT without a text to search for */
export function parameterizedSosl(search: ParameterizedSearch): string {
  if (search.q.trim() === '') throw new MusterError('MISSING_ARGUMENT', 'The parameter q is missing');
  const objects = search.sobjects ?? [];
  const offset = search.offset ?? 0;
  if (offset > 0 && objects.length !== 1) {
    throw new MusterError('INVALID_OPERATION', 'offset goes with a search of one object');
  }
  const returning = objects.map((each) => {
    const limit = each.limit ?? search.defaultLimit;
    const parts = [
      (each.fields ?? search.fields ?? ['Id']).join(', '),
      each.where && `WHERE ${each.where}`,
      each.orderBy && `ORDER BY ${each.orderBy}`,
      limit !== undefined && `LIMIT ${limit}`,
      offset > 0 && `OFFSET ${offset}`,
    ];
    return `${each.name}(${parts.filter(Boolean).join(' ')})`;
  });
  return [
    `FIND {${search.q.replace(/[{}]/g, '\\$&')}}`,
    search.in && `IN ${search.in.replace(/\s+fields$/i, '')} FIELDS`,
    returning.length > 0 && `RETURNING ${returning.join(', ')}`,
    search.overallLimit !== undefined && `LIMIT ${search.overallLimit}`,
  ]
    .filter(Boolean)
    .join(' ');
}

function listOf(value: string): string[] {
  return value
    .split(',')
    .map((name) => name.trim())
    .filter((name) => name !== '');
}

function notComputed(parameter: string): MusterError {
  return new MusterError('INVALID_OPERATION', `The parameter ${parameter} is not supported in this form`);
}
