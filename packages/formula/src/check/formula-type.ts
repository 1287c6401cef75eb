/** The types a formula works with. `Null` is the type of the literal NULL, which fits anywhere. */
export type FormulaType =
  | 'Text'
  | 'Number'
  | 'Boolean'
  | 'Date'
  | 'DateTime'
  | 'Time'
  | 'Picklist'
  | 'Multipicklist'
  | 'Id'
  | 'Null';

/** What a formula needs to know of a field it names. */
export interface FieldInfo {
  readonly type: FormulaType;
  /** The values a picklist offers, when they are known and fixed. */
  readonly picklist?: readonly string[];
}

/** Resolves a field path to its type; undefined when no such field can be read here. */
export type Scope = (path: string) => FieldInfo | undefined;

const labels: Readonly<Record<FormulaType, string>> = {
  Text: 'Text',
  Number: 'Number',
  Boolean: 'Boolean',
  Date: 'Date',
  DateTime: 'DateTime',
  Time: 'Time',
  Picklist: 'Picklist',
  Multipicklist: 'Multi-Select Picklist',
  Id: 'Text',
  Null: 'Null',
};

/** The type's name as it stands in messages. */
export function typeLabel(type: FormulaType): string {
  return labels[type];
}

/** Whether a value of type `actual` can stand where `wanted` is asked for. Ids are text; NULL fits anywhere. */
export function isAssignable(actual: FormulaType, wanted: FormulaType): boolean {
  return actual === wanted || actual === 'Null' || (actual === 'Id' && wanted === 'Text');
}
