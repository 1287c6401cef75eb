import type { RequisitionRow } from '@muster/client';
import {
  Button,
  EmptyState,
  FilterBar,
  flagFilter,
  PageHeader,
  PlusIcon,
  SearchField,
  SplitView,
  Stack,
  textFilter,
  useShortcuts,
  useUrlFilters,
} from '@muster/ui';
import { useMemo } from 'react';
import { QueryView } from '../../components/query-view.js';
import { useRequisitions } from '../../data/requisitions.js';
import { useRequisitionsText } from '../../messages/requisitions/use-requisitions-text.js';
import { CreatePanel } from './create-panel.js';
import { matchRequisitions } from './match-requisitions.js';
import { RequisitionCard } from './requisition-card.js';
import '../../components/list-page.css';

const spec = { q: textFilter(), new: flagFilter() };

/** What units need, and the postings people apply to. */
export function RequisitionsScene() {
  const requisitions = useRequisitions();
  return (
    <QueryView query={requisitions} isPage>
      {(rows) => <Requisitions rows={rows} />}
    </QueryView>
  );
}

function Requisitions({ rows }: { readonly rows: readonly RequisitionRow[] }) {
  const t = useRequisitionsText();
  const { values, set } = useUrlFilters(spec);
  const shown = matchRequisitions(rows, values.q);
  const seats = rows.reduce((sum, row) => sum + row.seats, 0);
  useShortcuts(
    useMemo(
      () => [{ keys: 'n', label: t('new'), group: t('shortcuts'), onTrigger: () => set({ new: true }) }],
      [t, set],
    ),
  );
  return (
    <>
      <PageHeader
        title={t('title')}
        lead={t('lead', { count: rows.length, seats })}
        actions={
          <Button
            variant={values.new ? 'secondary' : 'primary'}
            icon={PlusIcon}
            shortcut="N"
            onPress={() => set({ new: true })}
          >
            {t('new')}
          </Button>
        }
      />
      <SplitView panel={values.new && <CreatePanel onClose={() => set({ new: false })} />}>
        <FilterBar activeCount={0} onClear={() => set({ q: '' })}>
          <SearchField label={t('search')} value={values.q} onChange={(q) => set({ q })} />
        </FilterBar>
        {rows.length === 0 ? (
          <EmptyState title={t('empty.title')}>{t('empty.text')}</EmptyState>
        ) : shown.length === 0 ? (
          <EmptyState
            title={t('noMatch.title')}
            action={<Button onPress={() => set({ q: '' })}>{t('noMatch.action')}</Button>}
          >
            {t('noMatch.text')}
          </EmptyState>
        ) : (
          <div className="console-list-page">
            <Stack>
              {shown.map((row) => (
                <RequisitionCard key={row.id} requisition={row} />
              ))}
            </Stack>
          </div>
        )}
      </SplitView>
    </>
  );
}
