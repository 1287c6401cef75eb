import type { Elements, ElementValue } from '../../../data/setup-metadata.js';

/** The text of an element; '' where it is absent or no text. */
export function textOf(elements: Elements, name: string): string {
  const value = elements[name];
  return value === null || value === undefined || typeof value === 'object' ? '' : String(value);
}

/** Whether an element says `true`; `otherwise` where it is absent. */
export function flagOf(elements: Elements, name: string, otherwise = false): boolean {
  const text = textOf(elements, name);
  return text === '' ? otherwise : text === 'true';
}

/** The number of an element; null where it has none. */
export function numberOf(elements: Elements, name: string): number | null {
  const text = textOf(elements, name);
  const value = Number(text);
  return text === '' || Number.isNaN(value) ? null : value;
}

/** The elements inside an element; none where it is absent. */
export function insideOf(elements: Elements, name: string): Elements {
  return asElements(elements[name]) ?? {};
}

/** The elements of a name that may stand several times. */
export function listOf(elements: Elements, name: string): readonly Elements[] {
  return valuesOf(elements, name)
    .map(asElements)
    .filter((inside) => inside !== undefined);
}

/** The texts of an element that may stand several times. */
export function textsOf(elements: Elements, name: string): readonly string[] {
  return valuesOf(elements, name).flatMap((value) =>
    value === null || value === undefined || typeof value === 'object' ? [] : [String(value)],
  );
}

function valuesOf(elements: Elements, name: string): readonly ElementValue[] {
  const value = elements[name];
  if (value === null || value === undefined) return [];
  return Array.isArray(value) ? value : [value as ElementValue];
}

function asElements(value: ElementValue): Elements | undefined {
  return typeof value === 'object' && value !== null && !Array.isArray(value)
    ? (value as Elements)
    : undefined;
}
