import type { ComponentDescription } from '@muster/client';
import { useQuery } from '@tanstack/react-query';
import { useClient } from './client-context.js';
import { keys } from './keys.js';

/** An object as the list of Setup shows it. */
export interface ObjectRow {
  readonly name: string;
  readonly label: string;
  readonly custom: boolean;
  /** Fields the agency or a solution added. */
  readonly customFields: number;
  /** Null for what comes with the platform, and for the agency's own. */
  readonly solution: string | null;
  /** Whether the agency made it or changed it, or a part of it. */
  readonly isOwn: boolean;
  readonly isChanged: boolean;
}

/** Standard objects and those that were added. */
export function useSetupObjects() {
  const { metadata, data } = useClient();
  return useQuery({
    queryKey: keys.setupObjects,
    queryFn: async (): Promise<readonly ObjectRow[]> => {
      const [described, objects, fields] = await Promise.all([
        metadata.describe('CustomObject'),
        data.objects(),
        metadata.list('CustomField'),
      ]);
      const labels = new Map(objects.map(({ name, label }) => [name, label]));
      const kept = new Map(described.map((each) => [each.fullName, each]));
      const names = new Set([...labels.keys(), ...kept.keys()]);
      return [...names].filter(isConfigurable).map((name) => {
        const own = fields.filter(({ fullName }) => objectOf(fullName) === name);
        return rowOf(name, labels.get(name), kept.get(name), own);
      });
    },
  });
}

/** The object a part belongs to: `Case` of `Case.Status__c`. */
export function objectOf(fullName: string): string {
  return fullName.slice(0, fullName.indexOf('.'));
}

/** A part's own name: `Status__c` of `Case.Status__c`. */
export function partOf(fullName: string): string {
  return fullName.slice(fullName.indexOf('.') + 1);
}

/** Histories, shares and feeds follow their objects, and custom metadata has records that are metadata. */
function isConfigurable(name: string): boolean {
  return !/(__History|__Share|__Feed|__mdt|__e|__ChangeEvent|ChangeEvent)$|^.+(History|Share|Feed)$/.test(
    name,
  );
}

function rowOf(
  name: string,
  label: string | undefined,
  kept: ComponentDescription | undefined,
  fields: readonly { readonly solution: string | null; readonly changed: boolean }[],
): ObjectRow {
  const custom = name.endsWith('__c');
  const isOwn = custom && kept?.solution === null;
  return {
    name,
    label: label ?? textOf(kept?.metadata.label) ?? name,
    custom,
    customFields: fields.length,
    solution: kept?.solution ?? null,
    isOwn,
    isChanged:
      !isOwn &&
      (kept?.changed === true || fields.some(({ solution, changed }) => changed || solution === null)),
  };
}

function textOf(value: unknown): string | undefined {
  return typeof value === 'string' ? value : undefined;
}

/** What an object is made of, as far as the reader may see records of it. */
export function useDescribedObject(object: string) {
  const { data } = useClient();
  return useQuery({ queryKey: keys.setupObject(object), queryFn: () => data.describe(object), retry: false });
}
