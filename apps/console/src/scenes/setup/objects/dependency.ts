import type { Elements } from '../../../data/setup-metadata.js';
import { insideOf, listOf, textOf, textsOf } from './elements.js';
import { encode } from './picklist-values.js';

/** Under which values of another field each value of a picklist may be chosen. */
export interface Dependency {
  /** '' for none. */
  readonly controllingField: string;
  /** Controlling values by value. */
  readonly validFor: ReadonlyMap<string, ReadonlySet<string>>;
}

/** The dependency of a picklist field. */
export function readDependency(field: Elements): Dependency {
  const valueSet = insideOf(field, 'valueSet');
  const validFor = new Map<string, ReadonlySet<string>>();
  for (const setting of listOf(valueSet, 'valueSettings')) {
    const value = decodeURIComponent(textOf(setting, 'valueName'));
    const controlling = textsOf(setting, 'controllingFieldValue').map(decodeURIComponent);
    validFor.set(value, new Set([...(validFor.get(value) ?? []), ...controlling]));
  }
  return { controllingField: textOf(valueSet, 'controllingField'), validFor };
}

/** A picklist field with another dependency, or without one. */
export function withDependency(field: Elements, { controllingField, validFor }: Dependency): Elements {
  const valueSet = insideOf(field, 'valueSet');
  if (controllingField === '')
    return { ...field, valueSet: { ...valueSet, controllingField: null, valueSettings: null } };
  const valueSettings = [...validFor]
    .filter(([, controlling]) => controlling.size > 0)
    .map(([value, controlling]) => ({
      controllingFieldValue: [...controlling].map(encode),
      valueName: encode(value),
    }));
  return { ...field, valueSet: { ...valueSet, controllingField, valueSettings } };
}

/** A dependency with one cell of its matrix set. */
export function withCell(
  dependency: Dependency,
  value: string,
  controlling: string,
  isValid: boolean,
): Dependency {
  const set = new Set(dependency.validFor.get(value));
  if (isValid) set.add(controlling);
  else set.delete(controlling);
  return { ...dependency, validFor: new Map(dependency.validFor).set(value, set) };
}
