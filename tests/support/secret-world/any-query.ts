import {
  type FieldDef,
  fieldType,
  findObject,
  type ObjectDef,
  referencesTo,
  type Snapshot,
} from '@muster/metadata';
import type { RecordRow, RecordValue } from '@muster/records';
import { soql } from '@muster/soql';
import fc from 'fast-check';
import type { Everything, NaiveView } from './naive-view.js';

/** A query as text beside what it means, computed over the rows somebody may see and by no other rule. */
export interface AnyQuery {
  readonly text: string;
  readonly expected: () => readonly RecordRow[];
}

/** What queries are made from: what the person may know, and values of everybody's records to ask for. */
export interface Ground {
  readonly snapshot: Snapshot;
  readonly everything: Everything;
  readonly view: NaiveView;
  readonly objects: readonly ObjectDef[];
  fields(object: ObjectDef): ReadonlySet<string>;
}

interface Meaning {
  readonly text: string;
  readonly holds: (row: RecordRow) => boolean;
}

interface Operand {
  readonly path: string;
  readonly object: ObjectDef;
  readonly field: FieldDef;
  readonly read: (row: RecordRow) => RecordValue;
}

interface Output {
  readonly text: string;
  readonly write: (row: RecordRow) => RecordRow;
}

export function anyQuery(ground: Ground): fc.Arbitrary<AnyQuery> {
  return fc.constantFrom(...ground.objects).chain((object) =>
    fc
      .record({
        outputs: fc.array(anyOutput(ground, object), { maxLength: 4 }),
        where: fc.option(anyCondition(ground, object, 3)),
      })
      .map(({ outputs, where }) => {
        const chosen = [...new Map(outputs.map((output) => [output.text, output])).values()];
        const select = ['Id', ...chosen.map(({ text }) => text)].join(', ');
        return {
          text: `SELECT ${select} FROM ${object.name}${where === null ? '' : ` WHERE ${where.text}`}`,
          expected: () =>
            ground.view
              .rows(object)
              .filter((row) => where === null || where.holds(row))
              .map((row) => merge([{ Id: row.Id ?? null }, ...chosen.map((output) => output.write(row))])),
        };
      }),
  );
}

function anyOutput(ground: Ground, object: ObjectDef): fc.Arbitrary<Output> {
  const operands = operandsOf(ground, object);
  const field = fc.constantFrom(...operands).map(({ path, field: { name }, read }): Output => {
    const [parent, isPath] = [path.split('.')[0] ?? '', path.includes('.')];
    const lookup = object.fields.find((candidate) => candidate.relationshipName === parent);
    return {
      text: path,
      write: (row) => {
        if (!isPath) return { [name]: read(row) };
        const target = findObject(ground.snapshot, lookup?.referenceTo?.[0] ?? '');
        const isThere = target !== undefined && ground.view.row(target, row[lookup?.name ?? '']) !== null;
        return { [parent]: isThere ? { [name]: read(row) } : null };
      },
    };
  });
  const lists = childListsOf(ground, object);
  if (lists.length === 0) return field;
  const list = fc.constantFrom(...lists).chain(({ name, child, lookup }) =>
    fc.option(anyCondition(ground, child, 1)).map(
      (where): Output => ({
        text: `(SELECT Id FROM ${name}${where === null ? '' : ` WHERE ${where.text}`})`,
        write: (row) => ({
          [name]: ground.view
            .rows(child)
            .filter((each) => each[lookup.name] === row.Id && (where === null || where.holds(each)))
            .map((each) => ({ Id: each.Id ?? null })),
        }),
      }),
    ),
  );
  return fc.oneof({ weight: 3, arbitrary: field }, { weight: 1, arbitrary: list });
}

function anyCondition(ground: Ground, object: ObjectDef, depth: number): fc.Arbitrary<Meaning> {
  const leaf = anyComparison(ground, object);
  if (depth === 0) return leaf;
  const inner = anyCondition(ground, object, depth - 1);
  const both = fc.record({ op: fc.constantFrom('AND', 'OR'), a: inner, b: inner }).map(({ op, a, b }) => ({
    text: `((${a.text}) ${op} (${b.text}))`,
    holds: (row: RecordRow) => (op === 'AND' ? a.holds(row) && b.holds(row) : a.holds(row) || b.holds(row)),
  }));
  const opposite = inner.map(({ text, holds }) => ({
    text: `(NOT (${text}))`,
    holds: (row: RecordRow) => !holds(row),
  }));
  return fc.oneof(leaf, both, opposite, ...semiJoins(ground, object, depth - 1));
}

function anyComparison(ground: Ground, object: ObjectDef): fc.Arbitrary<Meaning> {
  const operands = operandsOf(ground, object).filter(({ field }) => fieldType(field).filterable);
  return fc.constantFrom(...operands).chain((operand) => {
    const { path, field, read } = operand;
    const values = valuesOf(ground, operand);
    const empty = fc.constantFrom('=', '!=').map((op) => ({
      text: `${path} ${op} null`,
      holds: (row: RecordRow) => (read(row) === null) === (op === '='),
    }));
    if (values.length === 0) return empty;
    const value = fc.constantFrom(...values);
    const same = fc.record({ op: fc.constantFrom('=', '!='), value }).map(({ op, value: wanted }) => ({
      text: `${path} ${op} ${literal(field, wanted)}`,
      holds: (row: RecordRow) => isSame(read(row), wanted) === (op === '='),
    }));
    const among = fc
      .record({ no: fc.boolean(), list: fc.uniqueArray(value, { minLength: 1, maxLength: 4 }) })
      .map(({ no, list }) => ({
        text: `${path} ${no ? 'NOT IN' : 'IN'} (${list.map((each) => literal(field, each)).join(', ')})`,
        holds: (row: RecordRow) => list.some((each) => isSame(read(row), each)) !== no,
      }));
    return fc.oneof(empty, same, among);
  });
}

/** `Id IN (SELECT Lookup FROM Child …)` and `Lookup NOT IN (SELECT Id FROM Parent …)`. */
function semiJoins(ground: Ground, object: ObjectDef, depth: number): fc.Arbitrary<Meaning>[] {
  const below = childListsOf(ground, object).map(({ child, lookup }) => ({
    own: 'Id',
    other: child,
    named: lookup.name,
  }));
  const above = operandsOf(ground, object).flatMap(({ path, field }) => {
    const target = path.includes('.') ? undefined : findObject(ground.snapshot, field.referenceTo?.[0] ?? '');
    const isOpen = target !== undefined && field.referenceTo?.length === 1 && ground.objects.includes(target);
    return isOpen ? [{ own: field.name, other: target, named: 'Id' }] : [];
  });
  const joins = [...below, ...above];
  if (joins.length === 0) return [];
  return [
    fc
      .record({ join: fc.constantFrom(...joins), no: fc.boolean() })
      .chain(({ join: { own, other, named }, no }) =>
        fc.option(anyCondition(ground, other, depth)).map((where) => ({
          text: `${own} ${no ? 'NOT IN' : 'IN'} (SELECT ${named} FROM ${other.name}${where === null ? '' : ` WHERE ${where.text}`})`,
          holds: (row: RecordRow) =>
            ground.view
              .rows(other)
              .some(
                (each) =>
                  each[named] !== null && each[named] === row[own] && (where === null || where.holds(each)),
              ) !== no,
        })),
      ),
  ];
}

/** Fields of the object and of the parents it leads to, as far as they are open. */
function operandsOf(ground: Ground, object: ObjectDef): readonly Operand[] {
  const own = object.fields
    .filter((field) => ground.fields(object).has(field.name))
    .map((field): Operand => ({ path: field.name, object, field, read: (row) => row[field.name] ?? null }));
  const above = own.flatMap(({ field: lookup }) => {
    const target = findObject(ground.snapshot, lookup.referenceTo?.[0] ?? '');
    const isOpen =
      target !== undefined && lookup.referenceTo?.length === 1 && ground.objects.includes(target);
    if (!isOpen || lookup.relationshipName === undefined) return [];
    return target.fields
      .filter((field) => ground.fields(target).has(field.name))
      .map((field) => ({
        path: `${lookup.relationshipName}.${field.name}`,
        object: target,
        field,
        read: (row: RecordRow) => ground.view.row(target, row[lookup.name])?.[field.name] ?? null,
      }));
  });
  return [...own, ...above];
}

function childListsOf(ground: Ground, object: ObjectDef) {
  return referencesTo(ground.snapshot, object).flatMap(({ object: child, field: lookup }) => {
    const name = lookup.childRelationshipName;
    const isOpen = ground.objects.includes(child) && ground.fields(child).has(lookup.name);
    return name !== undefined && isOpen ? [{ name, child, lookup }] : [];
  });
}

/** Values the field has in any record, within reach or not. */
function valuesOf(
  { everything }: Ground,
  { object, field }: Operand,
): readonly (string | number | boolean)[] {
  const values = (everything.get(object.name) ?? []).map((row) => row[field.name]);
  return [
    ...new Set(values.filter((value) => value !== null && typeof value !== 'object' && value !== undefined)),
  ];
}

function literal(field: FieldDef, value: string | number | boolean): string {
  if (typeof value !== 'string') return String(value);
  const { storage } = fieldType(field);
  if (storage === 'date') return value;
  return storage === 'timestamptz' ? value.replace('.000+0000', 'Z') : soql`${value}`;
}

function isSame(a: RecordValue, b: string | number | boolean): boolean {
  return typeof a === 'string' && typeof b === 'string' ? a.toLowerCase() === b.toLowerCase() : a === b;
}

/** Fields of the same parent stand together. */
function merge(parts: readonly RecordRow[]): RecordRow {
  const merged: Record<string, RecordValue> = {};
  for (const part of parts) {
    for (const [key, value] of Object.entries(part)) {
      const known = merged[key];
      const isParent = isRecord(known) && isRecord(value);
      merged[key] = isParent ? { ...known, ...value } : value;
    }
  }
  return merged;
}

function isRecord(value: RecordValue | undefined): value is RecordRow {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}
