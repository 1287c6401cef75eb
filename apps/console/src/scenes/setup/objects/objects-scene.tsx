import {
  Badge,
  Button,
  ButtonLink,
  type Column,
  choiceFilter,
  DataTable,
  EmptyState,
  FilterBar,
  FilterChoice,
  type Formats,
  PageHeader,
  PlusIcon,
  SearchField,
  Skeleton,
  textFilter,
  useFormats,
  useShortcuts,
  useUrlFilters,
} from '@muster/ui';
import { useMemo } from 'react';
import { useNavigate } from 'react-router';
import { QueryView } from '../../../components/query-view.js';
import { type ObjectRow, useSetupObjects } from '../../../data/setup-objects.js';
import { useSetupObjectsText } from '../../../messages/setup-objects/use-setup-objects-text.js';
import './objects.css';

const kinds = ['custom', 'standard', 'changed'] as const;
const spec = { q: textFilter(), kind: choiceFilter(kinds) };
type Kind = (typeof kinds)[number];

/** Every object of the agency: found, opened, made. */
export function ObjectsScene() {
  const t = useSetupObjectsText();
  const navigate = useNavigate();
  const objects = useSetupObjects();
  const { values, set, clear, activeCount } = useUrlFilters(spec);
  useShortcuts(
    useMemo(
      () => [
        {
          keys: 'n',
          label: t('new'),
          group: t('title'),
          onTrigger: () => void navigate('/setup/objects/new'),
        },
      ],
      [t, navigate],
    ),
  );
  return (
    <>
      <PageHeader
        title={t('title')}
        lead={objects.data === undefined ? '…' : t('lead', { total: objects.data.length })}
        actions={
          <ButtonLink href="/setup/objects/new" variant="primary" icon={PlusIcon} shortcut="N">
            {t('new')}
          </ButtonLink>
        }
      />
      <FilterBar activeCount={activeCount} onClear={clear}>
        <SearchField label={t('search')} value={values.q} onChange={(q) => set({ q })} />
        <FilterChoice
          label={t('filter.kind')}
          options={kinds.map((value) => ({ value, label: t(`kind.${value}`) }))}
          value={values.kind}
          onChange={(kind) => set({ kind: kinds.find((each) => each === kind) ?? null })}
        />
      </FilterBar>
      <QueryView query={objects} skeleton={<Skeleton shape="rows" count={14} />}>
        {(rows) => <ObjectTable rows={matching(rows, values.q, values.kind)} onClear={clear} />}
      </QueryView>
    </>
  );
}

function matching(rows: readonly ObjectRow[], search: string, kind: Kind | null): readonly ObjectRow[] {
  const words = search.toLowerCase().split(/\s+/);
  return rows
    .filter(({ name, label }) => words.every((word) => `${label} ${name}`.toLowerCase().includes(word)))
    .filter((row) => kind === null || isOfKind(row, kind))
    .toSorted((a, b) => a.label.localeCompare(b.label));
}

function isOfKind(row: ObjectRow, kind: Kind): boolean {
  if (kind === 'changed') return row.isOwn || row.isChanged;
  return row.custom === (kind === 'custom');
}

function ObjectTable({
  rows,
  onClear,
}: {
  readonly rows: readonly ObjectRow[];
  readonly onClear: () => void;
}) {
  const t = useSetupObjectsText();
  const formats = useFormats();
  const columns = useMemo(() => objectColumns(t, formats), [t, formats]);
  return (
    <DataTable
      caption={t('title')}
      columns={columns}
      rows={rows}
      rowKey={(row) => row.name}
      rowLabel={(row) => row.label}
      rowHref={(row) => `/setup/objects/${row.name}`}
      empty={
        <EmptyState title={t('none.title')} action={<Button onPress={onClear}>{t('none.action')}</Button>}>
          {t('none.text')}
        </EmptyState>
      }
    />
  );
}

function objectColumns(
  t: ReturnType<typeof useSetupObjectsText>,
  formats: Formats,
): readonly Column<ObjectRow>[] {
  return [
    { id: 'label', header: t('column.label'), cell: (row) => row.label },
    {
      id: 'name',
      header: t('column.apiName'),
      cell: (row) => <span className="setup-api-name">{row.name}</span>,
      hideBelow: 'medium',
      movesUnderName: true,
    },
    {
      id: 'fields',
      header: t('column.customFields'),
      align: 'end',
      hideBelow: 'medium',
      cell: (row) => formats.number(row.customFields),
    },
    { id: 'from', header: t('column.from'), cell: (row) => <Origin row={row} />, hideBelow: 'medium' },
  ];
}

/** Where an object comes from, and whether the agency changed it. */
function Origin({ row }: { readonly row: ObjectRow }) {
  const t = useSetupObjectsText();
  if (row.isOwn) return <Badge tone="info">{t('from.agency')}</Badge>;
  return (
    <>
      {t(row.custom && row.solution !== null ? 'from.solution' : 'from.platform', {
        solution: row.solution ?? '',
      })}
      {row.isChanged && (
        <>
          {' '}
          <Badge tone="warning">{t('from.changed')}</Badge>
        </>
      )}
    </>
  );
}
