import type { LoadColumn, LoadOperation } from '@muster/client';
import type { TargetField } from './target-fields.js';

/** The field of each column, by name; null for a column that is not read. */
export type Mapping = ReadonlyMap<string, string | null>;

/** Columns our own files of results add. */
const OWN_COLUMNS = new Set(['sf__error', 'sf__created', 'sf__id']);

/** Proposes a field for each column that has its API name or its label, however spelled; each field once. */
export function proposeMapping(header: readonly string[], targets: readonly TargetField[]): Mapping {
  const taken = new Set<string>();
  const byName = new Map(targets.map((target) => [target.name.toLowerCase(), target]));
  const bySpelling = new Map<string, TargetField>();
  for (const target of targets) {
    for (const text of [target.label, target.name]) {
      const key = spelling(text);
      if (!bySpelling.has(key)) bySpelling.set(key, target);
    }
  }
  return new Map(
    header.map((column) => {
      const found = byName.get(column.toLowerCase()) ?? bySpelling.get(spelling(column));
      if (found === undefined || OWN_COLUMNS.has(column.toLowerCase()) || taken.has(found.name))
        return [column, null];
      taken.add(found.name);
      return [column, found.name];
    }),
  );
}

/** A mapping that was kept, over the columns this file has. */
export function applyColumns(
  header: readonly string[],
  columns: readonly LoadColumn[],
  targets: readonly TargetField[],
): Mapping {
  const known = new Set(targets.map(({ name }) => name));
  const kept = new Map(columns.map(({ column, field }) => [column, field]));
  return new Map(
    header.map((column) => {
      const field = kept.get(column);
      return [column, field !== undefined && known.has(field) ? field : null];
    }),
  );
}

/** A mapping as a load takes it. */
export function columnsOf(mapping: Mapping): readonly LoadColumn[] {
  return [...mapping].flatMap(([column, field]) => (field === null ? [] : [{ column, field }]));
}

/** What is wrong with a mapping before any row is read. */
export interface MappingFaults {
  /** Fields no new record can be without. */
  readonly missing: readonly TargetField[];
  /** Fields that more than one column goes into. */
  readonly doubled: readonly TargetField[];
  /** What finds the records, when no column names it. */
  readonly noKey: string | undefined;
  /** Whether no column is read at all. */
  readonly isEmpty: boolean;
}

/** Checks a mapping. @param matchField what an upsert finds records by */
export function checkMapping(
  mapping: Mapping,
  targets: readonly TargetField[],
  operation: LoadOperation,
  matchField: string | null,
): MappingFaults {
  const mapped = [...mapping.values()].filter((field) => field !== null);
  const lookups = new Set(mapped.map(lookupOf));
  const key = operation === 'insert' ? undefined : operation === 'upsert' ? (matchField ?? 'Id') : 'Id';
  const needsAll = operation === 'insert' || operation === 'upsert';
  const isThere = ({ name }: TargetField) =>
    mapped.includes(name) || lookups.has(name.replace(/Id$/, '').replace(/__c$/, '__r'));
  return {
    missing: needsAll ? targets.filter((target) => target.isRequired && !isThere(target)) : [],
    doubled: targets.filter(({ name }) => mapped.filter((field) => field === name).length > 1),
    noKey: key !== undefined && !mapped.includes(key) ? key : undefined,
    isEmpty: mapped.length === 0,
  };
}

/** The relationship in `Account.Ext__c` or `User:Owner.Username`. */
function lookupOf(field: string): string | undefined {
  return /^(?:\w+:)?(\w+)\./.exec(field)?.[1];
}

/** A name without case, accents, `__c` and what is neither letter nor digit. */
function spelling(text: string): string {
  return text
    .toLowerCase()
    .replace(/__c$/, '')
    .normalize('NFD')
    .replaceAll(/[^\p{L}\p{N}]/gu, '');
}
