import { useMemo } from 'react';
import { useDescribedComponents } from '../../../data/setup-metadata.js';
import { useDescribedObject } from '../../../data/setup-objects.js';
import { type FieldRow, fieldRows } from './field-rows.js';

/** All fields of an object, for choosing among them. */
export function useObjectFields(object: string) {
  const added = useDescribedComponents('CustomField', object);
  const described = useDescribedObject(object);
  const data = useMemo<readonly FieldRow[] | undefined>(
    () =>
      added.data === undefined || described.isPending
        ? undefined
        : fieldRows(added.data, described.data?.fields ?? [], new Set()),
    [added.data, described.data, described.isPending],
  );
  return {
    data,
    error: added.error,
    isPending: added.isPending || described.isPending,
    refetch: added.refetch,
  };
}
