import { type Column, ComboBox, DataTable, EmptyState, NativeCheckbox, Skeleton } from '@muster/ui';
import { useMemo, useState } from 'react';
import { QueryView } from '../../../components/query-view.js';
import { type ObjectChoice, useObjectFields } from '../../../data/setup-permissions.js';
import { useSetupPermissionsText } from '../../../messages/setup-permissions/use-setup-permissions-text.js';
import { hasFieldRight, type Rights, setFieldRight } from './rights-draft.js';

interface FieldRow {
  readonly name: string;
  readonly label: string;
  readonly updateable: boolean;
}

const parts = ['readable', 'editable'] as const;

/** Which fields of an object may be read and edited. */
export function FieldRights({
  rights,
  objects,
  onChange,
}: {
  readonly rights: Rights;
  readonly objects: readonly ObjectChoice[];
  readonly onChange: (rights: Rights) => void;
}) {
  const t = useSetupPermissionsText();
  const [object, setObject] = useState<string | null>(null);
  const fields = useObjectFields(object);
  const columns = useMemo<readonly Column<FieldRow>[]>(
    () => [
      { id: 'field', header: t('field'), cell: (row) => row.label },
      { id: 'name', header: t('field.name'), cell: (row) => row.name, hideBelow: 'medium' },
      ...parts.map((part) => ({
        id: part,
        header: t(`field.${part}`),
        cell: ({ name, label, updateable }: FieldRow) => {
          const full = `${object}.${name}`;
          const on = hasFieldRight(rights, full, part);
          if (part === 'editable' && !updateable) return '–';
          return (
            <NativeCheckbox
              label={t('right.of', { right: t(`field.${part}`), object: label })}
              isSelected={on}
              onChange={() => onChange(setFieldRight(rights, full, part, !on))}
            />
          );
        },
      })),
    ],
    [t, rights, onChange, object],
  );
  return (
    <>
      <ComboBox
        label={t('field.object')}
        isOptional
        options={objects.map(({ name, label }) => ({ value: name, label, description: name }))}
        value={object}
        onChange={setObject}
      />
      {object === null ? (
        <EmptyState title={t('field.choose')}>{t('field.choose.text')}</EmptyState>
      ) : (
        <QueryView query={fields} skeleton={<Skeleton shape="rows" count={10} />}>
          {(list) => (
            <DataTable
              caption={t('tab.fields')}
              columns={columns}
              rows={list
                .filter(({ name }) => name !== 'Id')
                .map(({ name, label, updateable, createable }) => ({
                  name,
                  label,
                  updateable: updateable || createable,
                }))}
              rowKey={(row) => row.name}
              rowLabel={(row) => row.label}
            />
          )}
        </QueryView>
      )}
    </>
  );
}
