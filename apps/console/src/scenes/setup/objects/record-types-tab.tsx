import type { ComponentDescription } from '@muster/client';
import { Badge, type Column } from '@muster/ui';
import { useMemo } from 'react';
import type { ObjectRow } from '../../../data/setup-objects.js';
import { useSetupObjectsText } from '../../../messages/setup-objects/use-setup-objects-text.js';
import { flagOf } from './elements.js';
import { PartsTable } from './parts-table.js';

/** The record types of an object. */
export function RecordTypesTab({ object }: { readonly object: ObjectRow }) {
  const t = useSetupObjectsText();
  const more = useMemo<readonly Column<ComponentDescription>[]>(
    () => [
      {
        id: 'active',
        header: t('recordType.active'),
        cell: ({ metadata }) =>
          flagOf(metadata, 'active', true) ? t('yes') : <Badge tone="neutral">{t('values.inactive')}</Badge>,
      },
    ],
    [t],
  );
  return (
    <PartsTable
      object={object}
      type="RecordType"
      caption={t('recordType.caption', { label: object.label })}
      none={t('recordType.none')}
      newLabel={t('recordType.new')}
      path="recordTypes"
      more={more}
    />
  );
}
