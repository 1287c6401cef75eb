import type { ComponentDescription } from '@muster/client';
import type { Column } from '@muster/ui';
import { useMemo } from 'react';
import type { ObjectRow } from '../../../data/setup-objects.js';
import { useSetupObjectsText } from '../../../messages/setup-objects/use-setup-objects-text.js';
import { listOf, textOf, textsOf } from './elements.js';
import { scopeOf } from './list-view.js';
import { PartsTable } from './parts-table.js';

/** The lists of an object. */
export function ListViewsTab({ object }: { readonly object: ObjectRow }) {
  const t = useSetupObjectsText();
  const more = useMemo<readonly Column<ComponentDescription>[]>(
    () => [
      {
        id: 'scope',
        header: t('list.scope'),
        cell: ({ metadata }) => {
          const scope = scopeOf(metadata);
          return scope === undefined ? textOf(metadata, 'filterScope') : t(`list.scope.${scope}`);
        },
      },
      {
        id: 'columns',
        header: t('list.columns'),
        align: 'end',
        hideBelow: 'medium',
        cell: ({ metadata }) => textsOf(metadata, 'columns').length,
      },
      {
        id: 'filters',
        header: t('list.filters'),
        align: 'end',
        hideBelow: 'medium',
        cell: ({ metadata }) => listOf(metadata, 'filters').length,
      },
    ],
    [t],
  );
  return (
    <PartsTable
      object={object}
      type="ListView"
      caption={t('list.caption', { label: object.label })}
      none={t('list.none')}
      newLabel={t('list.new')}
      path="listViews"
      more={more}
    />
  );
}
