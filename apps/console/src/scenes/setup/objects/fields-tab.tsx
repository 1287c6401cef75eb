import {
  Badge,
  Button,
  ButtonLink,
  CheckIcon,
  type Column,
  DataTable,
  EmptyState,
  PlusIcon,
  SearchField,
  Skeleton,
} from '@muster/ui';
import { useMemo, useState } from 'react';
import { QueryView } from '../../../components/query-view.js';
import { useComponents, useDescribedComponents } from '../../../data/setup-metadata.js';
import { type ObjectRow, useDescribedObject } from '../../../data/setup-objects.js';
import { useSetupObjectsText } from '../../../messages/setup-objects/use-setup-objects-text.js';
import { type FieldRow, fieldRows } from './field-rows.js';
import { useFieldTypeText } from './use-field-type-text.js';

/** The fields of an object. */
export function FieldsTab({ object }: { readonly object: ObjectRow }) {
  const t = useSetupObjectsText();
  const added = useDescribedComponents('CustomField', object.name);
  const described = useDescribedObject(object.name);
  const indexes = useComponents('CustomIndex');
  const [search, setSearch] = useState('');
  const rows = useMemo(
    () =>
      added.data &&
      fieldRows(
        added.data,
        described.data?.fields ?? [],
        new Set(indexes.data?.map(({ fullName }) => fullName)),
      ),
    [added.data, described.data, indexes.data],
  );
  const base = `/setup/objects/${object.name}`;
  return (
    <>
      <div className="setup-tab-head">
        <SearchField label={t('field.search')} value={search} onChange={setSearch} />
        <ButtonLink href={`${base}/fields/new`} variant="primary" icon={PlusIcon}>
          {t('field.new')}
        </ButtonLink>
      </div>
      <QueryView
        query={{
          ...added,
          data: described.isPending ? undefined : rows,
          isPending: added.isPending || described.isPending,
        }}
        skeleton={<Skeleton shape="rows" count={12} />}
      >
        {(all) => (
          <FieldTable
            object={object}
            rows={all.filter(({ label, name }) =>
              `${label} ${name}`.toLowerCase().includes(search.trim().toLowerCase()),
            )}
            onClear={() => setSearch('')}
          />
        )}
      </QueryView>
    </>
  );
}

function FieldTable({
  object,
  rows,
  onClear,
}: {
  readonly object: ObjectRow;
  readonly rows: readonly FieldRow[];
  readonly onClear: () => void;
}) {
  const t = useSetupObjectsText();
  const typeText = useFieldTypeText();
  const columns = useMemo(() => fieldColumns(t, typeText), [t, typeText]);
  return (
    <DataTable
      caption={t('field.caption', { label: object.label })}
      columns={columns}
      rows={rows}
      rowKey={(row) => row.name}
      rowLabel={(row) => row.label}
      rowHref={(row) => `/setup/objects/${object.name}/fields/${row.name}`}
      empty={
        <EmptyState title={t('none.title')} action={<Button onPress={onClear}>{t('none.action')}</Button>}>
          {t('field.none')}
        </EmptyState>
      }
    />
  );
}

function fieldColumns(
  t: ReturnType<typeof useSetupObjectsText>,
  typeText: (type: string) => string,
): readonly Column<FieldRow>[] {
  const mark = (is: boolean, words: string) =>
    is && (
      <>
        <CheckIcon className="mu-icon" aria-hidden />
        <span className="mu-visually-hidden">{words}</span>
      </>
    );
  return [
    { id: 'label', header: t('column.label'), cell: (row) => row.label },
    {
      id: 'name',
      header: t('column.apiName'),
      cell: (row) => <span className="setup-api-name">{row.name}</span>,
      hideBelow: 'medium',
      movesUnderName: true,
    },
    { id: 'type', header: t('column.type'), cell: (row) => typeText(row.type) },
    {
      id: 'required',
      header: t('column.required'),
      cell: (row) => mark(row.isRequired, t('column.required')),
      hideBelow: 'wide',
    },
    {
      id: 'unique',
      header: t('column.unique'),
      cell: (row) => mark(row.isUnique, t('column.unique')),
      hideBelow: 'wide',
    },
    {
      id: 'indexed',
      header: t('column.indexed'),
      cell: (row) => mark(row.isIndexed, t('column.indexed')),
      hideBelow: 'wide',
    },
    {
      id: 'from',
      header: t('column.from'),
      hideBelow: 'medium',
      cell: (row) =>
        !row.isCustom ? (
          t('from.platform')
        ) : row.solution === null ? (
          <Badge tone="info">{t('from.agency')}</Badge>
        ) : (
          <>
            {t('from.solution', { solution: row.solution })}
            {row.isChanged && (
              <>
                {' '}
                <Badge tone="warning">{t('from.changed')}</Badge>
              </>
            )}
          </>
        ),
    },
  ];
}
