import type { ComponentDescription, DescribedField } from '@muster/client';
import type { Elements } from '../../../data/setup-metadata.js';
import { partOf } from '../../../data/setup-objects.js';
import { flagOf, listOf, textOf } from './elements.js';
import { encode, valuesOfField } from './picklist-values.js';

/** A picklist of an object with all its active values. */
export interface Picklist {
  readonly name: string;
  readonly label: string;
  readonly values: readonly { readonly value: string; readonly label: string }[];
}

/** The picklists of an object: those that were added, and those of the platform. */
export function picklistsOf(
  added: readonly ComponentDescription[],
  described: readonly DescribedField[],
  globalSets: ReadonlyMap<string, Elements>,
): readonly Picklist[] {
  const own = added
    .filter(({ metadata }) => ['Picklist', 'MultiselectPicklist'].includes(textOf(metadata, 'type')))
    .map(({ fullName, metadata }) => ({
      name: partOf(fullName),
      label: textOf(metadata, 'label') || partOf(fullName),
      values: valuesOfField(metadata, globalSets).filter(({ isActive }) => isActive),
    }));
  const known = new Set(own.map(({ name }) => name));
  const standard = described
    .filter(({ name, type, custom }) => !custom && !known.has(name) && /picklist$/.test(type))
    .map(({ name, label, picklistValues }) => ({
      name,
      label,
      values: picklistValues.filter(({ active }) => active),
    }));
  return [...own, ...standard]
    .filter(({ values }) => values.length > 0)
    .toSorted((a, b) => a.label.localeCompare(b.label));
}

/** What a record type offers of a picklist, and what is filled in for a new record. */
export interface Offer {
  readonly values: readonly string[];
  readonly default: string | undefined;
}

/** What a record type offers of a picklist; all of it where it says nothing. */
export function offerOf(recordType: Elements, picklist: Picklist): Offer {
  const said = listOf(recordType, 'picklistValues').find(
    (each) => textOf(each, 'picklist').toLowerCase() === picklist.name.toLowerCase(),
  );
  if (said === undefined) return { values: picklist.values.map(({ value }) => value), default: undefined };
  const values = listOf(said, 'values');
  const nameOf = (element: Elements) => decodeURIComponent(textOf(element, 'fullName'));
  const chosen = values.find((element) => flagOf(element, 'default'));
  return { values: values.map(nameOf), default: chosen && nameOf(chosen) };
}

/** A record type with another offer of one picklist. */
export function withOffer(recordType: Elements, picklist: Picklist, offer: Offer): Elements {
  const others = listOf(recordType, 'picklistValues').filter(
    (each) => textOf(each, 'picklist').toLowerCase() !== picklist.name.toLowerCase(),
  );
  const offered = new Set(offer.values);
  const values = picklist.values
    .filter(({ value }) => offered.has(value))
    .map(({ value }) => ({ fullName: encode(value), default: value === offer.default }));
  return { ...recordType, picklistValues: [...others, { picklist: picklist.name, values }] };
}
