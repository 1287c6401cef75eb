import type { ComponentDescription } from '@muster/client';
import type { Column } from '@muster/ui';
import { useMemo } from 'react';
import type { ObjectRow } from '../../../data/setup-objects.js';
import { useSetupObjectsText } from '../../../messages/setup-objects/use-setup-objects-text.js';
import { textsOf } from './elements.js';
import { PartsTable } from './parts-table.js';

/** The compact layouts of an object. */
export function CompactLayoutsTab({ object }: { readonly object: ObjectRow }) {
  const t = useSetupObjectsText();
  const more = useMemo<readonly Column<ComponentDescription>[]>(
    () => [
      {
        id: 'fields',
        header: t('tab.fields'),
        canWrap: true,
        cell: ({ metadata }) => textsOf(metadata, 'fields').join(', '),
      },
    ],
    [t],
  );
  return (
    <PartsTable
      object={object}
      type="CompactLayout"
      caption={t('compact.caption', { label: object.label })}
      none={t('compact.none')}
      newLabel={t('compact.new')}
      path="compactLayouts"
      more={more}
    />
  );
}
