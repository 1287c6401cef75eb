import type { FieldDef, ObjectDef } from '@muster/metadata';
import { and, anyOf, column, type Expr } from '@muster/sql';
import type { SelectQuery } from '../language/ast.js';
import { type CompileRequest, compileParsed } from '../plan/compile-query.js';
import type { QueryPlan } from '../plan/plan.js';
import { unsupported } from '../plan/unsupported.js';
import type { SearchQuery } from './ast.js';
import { nameFirst, searchCondition, searchedFields } from './search-condition.js';

/** Most records a search gives (SOQL and SOSL Reference, "SOSL Limits on Search Results"). */
const MAX_RESULTS = 2_000;

export interface SearchPlan {
  /** One query per object, in the order they are answered in. */
  readonly plans: readonly QueryPlan[];
  /** Most records of all objects together. */
  readonly limit: number;
}

/**
 * Compiles SOSL that was read from `text` to one plan per object. A row is found only by fields its reader may see,
 * and only within the rows the reader may see. `candidates` gives the ids of the records of an object that are worth
 * reading, or undefined where that is not known.
 * @throws MusterError INVALID_TYPE, INVALID_FIELD, or INVALID_OPERATION for clauses that are not computed
 */
export function compileSearch(
  text: string,
  search: SearchQuery,
  request: CompileRequest,
  candidates: (object: ObjectDef) => readonly string[] | undefined = () => undefined,
): SearchPlan {
  const [clause] = search.unsupported;
  if (clause !== undefined) throw unsupported(text, clause.at, clause.text.toUpperCase());
  const canRead = (object: ObjectDef) => (field: FieldDef) =>
    request.visibility.canReadField(object, field.name);
  const fieldsOf = (object: ObjectDef) => searchedFields(object, search.group).filter(canRead(object));
  const queries =
    search.returning.length > 0
      ? search.returning
      : [...request.snapshot.objects.values()]
          .filter((object) => request.visibility.canReadObject(object) && fieldsOf(object).length > 0)
          .filter((object) => candidates(object)?.length !== 0)
          .map(idsOf);
  const extras = {
    where: (object: ObjectDef, alias: string) => {
      const ids = candidates(object);
      const isCandidate = ids && anyOf(column(alias, 'id'), ids);
      return and(isCandidate, searchCondition(search.find, fieldsOf(object), alias)) as Expr;
    },
    order: (object: ObjectDef, alias: string) => nameFirst(search.find, object, canRead(object), alias),
  };
  return {
    plans: queries.map((query) => compileParsed(text, query, request, extras)),
    limit: Math.min(search.limit ?? MAX_RESULTS, MAX_RESULTS),
  };
}

function idsOf({ name }: ObjectDef): SelectQuery {
  const path = (text: string) => ({ kind: 'Path', names: [{ kind: 'Name', text, at: 0 }], at: 0 }) as const;
  return {
    kind: 'SelectQuery',
    select: [{ kind: 'FieldItem', value: path('Id'), alias: null, at: 0 }],
    from: [{ kind: 'FromItem', path: path(name), alias: null, at: 0 }],
    scope: null,
    where: null,
    with: null,
    groupBy: null,
    having: null,
    orderBy: [],
    limit: null,
    offset: null,
    forClauses: [],
    updates: [],
    allRows: false,
    at: 0,
  };
}
