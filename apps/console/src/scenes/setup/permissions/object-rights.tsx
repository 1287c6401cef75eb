import { type Column, DataTable, EmptyState, NativeCheckbox, SearchField } from '@muster/ui';
import { useMemo, useState } from 'react';
import type { ObjectChoice } from '../../../data/setup-permissions.js';
import { useSetupPermissionsText } from '../../../messages/setup-permissions/use-setup-permissions-text.js';
import { hasObjectRight, objectRights, type Rights, setObjectRight } from './rights-draft.js';

/** The matrix of objects and what may be done with their records. */
export function ObjectRights({
  rights,
  objects,
  onChange,
}: {
  readonly rights: Rights;
  readonly objects: readonly ObjectChoice[];
  readonly onChange: (rights: Rights) => void;
}) {
  const t = useSetupPermissionsText();
  const [search, setSearch] = useState('');
  const columns = useMemo<readonly Column<ObjectChoice>[]>(
    () => [
      { id: 'object', header: t('object'), cell: (row) => row.label },
      ...objectRights.map((right) => ({
        id: right,
        header: t(`right.${right}`),
        cell: ({ name, label }: ObjectChoice) => {
          const on = hasObjectRight(rights, name, right);
          return (
            <NativeCheckbox
              label={t('right.of', { right: t(`right.${right}`), object: label })}
              isSelected={on}
              onChange={() => onChange(setObjectRight(rights, name, right, !on))}
            />
          );
        },
      })),
    ],
    [t, rights, onChange],
  );
  const words = search.trim().toLowerCase();
  const shown = objects.filter(({ name, label }) => `${name} ${label}`.toLowerCase().includes(words));
  return (
    <>
      <SearchField label={t('object.search')} value={search} onChange={setSearch} />
      <DataTable
        caption={t('tab.objects')}
        columns={columns}
        rows={shown}
        rowKey={(row) => row.name}
        rowLabel={(row) => row.label}
        empty={<EmptyState title={t('none.title')}>{t('none.text')}</EmptyState>}
      />
    </>
  );
}
