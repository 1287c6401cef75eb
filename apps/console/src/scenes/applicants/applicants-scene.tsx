import type { ApplicantList, ApplicantRow } from '@muster/client';
import {
  Button,
  ButtonLink,
  CopyIcon,
  DataTable,
  EmptyState,
  LoadMore,
  PageHeader,
  SelectionBar,
  Skeleton,
  SplitView,
  useFormats,
  useSettled,
  useToasts,
  useUrlFilters,
} from '@muster/ui';
import { useMemo, useState } from 'react';
import { ApplicationPreview } from '../../components/application-preview.js';
import { QueryView } from '../../components/query-view.js';
import { useApplicants } from '../../data/applicants.js';
import { useWorkText } from '../../messages/work/use-work-text.js';
import { applicantColumns } from './applicant-columns.js';
import { ApplicantFilterBar } from './applicant-filter-bar.js';
import { applicantFilters, queryOf, readSort, viewParameters, writeSort } from './applicant-filters.js';
import { SavedViews } from './saved-views.js';
import './applicants-scene.css';

/** Everybody who applied and whom the reader may see: searched, narrowed, ordered, kept as views. */
export function ApplicantsScene() {
  const t = useWorkText();
  const filters = useUrlFilters(applicantFilters);
  const view = useUrlFilters(viewParameters);
  const search = useSettled(filters.values.search);
  const applicants = useApplicants(queryOf({ ...filters.values, search }, view.values.sort));
  const [selected, setSelected] = useState<ReadonlySet<string>>(() => new Set());
  const pages = applicants.data?.pages;
  const rows = useMemo(() => pages?.flatMap((page) => page.rows) ?? [], [pages]);
  const last = pages?.at(-1);
  const previewed = rows.find((row) => row.applicationId === view.values.panel);
  return (
    <div className="console-applicants">
      <PageHeader
        title={t('applicants.title')}
        lead={last === undefined ? '…' : t('applicants.lead', { total: last.total })}
        actions={<SavedViews />}
      />
      <SplitView
        panel={
          previewed && (
            <ApplicationPreview
              key={previewed.applicationId}
              id={previewed.applicationId}
              name={previewed.name}
              number={previewed.number}
              posting={previewed.posting}
              onClose={() => view.set({ panel: null })}
            />
          )
        }
      >
        {selected.size > 0 ? (
          <Selection rows={rows.filter((row) => selected.has(row.applicationId))} onClear={setSelected} />
        ) : (
          <ApplicantFilterBar filters={filters} choices={last?.filters} />
        )}
        <QueryView
          query={{
            data: last,
            error: applicants.error,
            isPending: applicants.isPending,
            refetch: applicants.refetch,
          }}
          skeleton={<Skeleton shape="rows" count={14} />}
        >
          {(page) => (
            <>
              <ApplicantTable
                rows={rows}
                isNarrow={previewed !== undefined}
                isStale={applicants.isPlaceholderData}
                view={view}
                selected={selected}
                onSelectedChange={setSelected}
                empty={<Empty isNarrowed={filters.activeCount > 0} onClear={filters.clear} />}
              />
              <More page={page} shown={rows.length} applicants={applicants} />
            </>
          )}
        </QueryView>
      </SplitView>
    </div>
  );
}

function ApplicantTable({
  rows,
  isNarrow,
  isStale,
  view,
  selected,
  onSelectedChange,
  empty,
}: {
  readonly rows: readonly ApplicantRow[];
  readonly isNarrow: boolean;
  readonly isStale: boolean;
  readonly view: ReturnType<typeof useUrlFilters<typeof viewParameters>>;
  readonly selected: ReadonlySet<string>;
  readonly onSelectedChange: (keys: ReadonlySet<string>) => void;
  readonly empty: React.ReactNode;
}) {
  const t = useWorkText();
  const formats = useFormats();
  const columns = useMemo(() => applicantColumns(t, formats, isNarrow), [t, formats, isNarrow]);
  return (
    <div data-stale={isStale || undefined}>
      <DataTable
        caption={t('applicants.caption')}
        columns={columns}
        rows={rows}
        rowKey={(row) => row.applicationId}
        rowLabel={(row) => row.name}
        rowHref={(row) => `/applications/${row.applicationId}`}
        onPreview={(row) => view.set({ panel: row.applicationId })}
        previewed={view.values.panel}
        sort={readSort(view.values.sort)}
        onSortChange={(sort) => view.set({ sort: writeSort(sort) })}
        selected={selected}
        onSelectedChange={onSelectedChange}
        empty={empty}
      />
    </div>
  );
}

function More({
  page,
  shown,
  applicants,
}: {
  readonly page: ApplicantList;
  readonly shown: number;
  readonly applicants: ReturnType<typeof useApplicants>;
}) {
  if (shown === 0) return null;
  return (
    <LoadMore
      shown={shown}
      total={page.total}
      isLoading={applicants.isFetchingNextPage}
      onMore={applicants.hasNextPage ? () => void applicants.fetchNextPage() : undefined}
    />
  );
}

function Selection({
  rows,
  onClear,
}: {
  readonly rows: readonly ApplicantRow[];
  readonly onClear: (none: ReadonlySet<string>) => void;
}) {
  const t = useWorkText();
  const toasts = useToasts();
  const copy = async () => {
    await navigator.clipboard.writeText(rows.map((row) => row.number).join('\n'));
    toasts.show(t('applicants.copied', { count: rows.length }));
  };
  return (
    <SelectionBar count={rows.length} onClear={() => onClear(new Set())}>
      <Button icon={CopyIcon} onPress={() => void copy()}>
        {t('applicants.copyNumbers')}
      </Button>
    </SelectionBar>
  );
}

function Empty({ isNarrowed, onClear }: { readonly isNarrowed: boolean; readonly onClear: () => void }) {
  const t = useWorkText();
  return isNarrowed ? (
    <EmptyState
      title={t('applicants.empty.title')}
      action={<Button onPress={onClear}>{t('applicants.clear')}</Button>}
    >
      {t('applicants.empty.text')}
    </EmptyState>
  ) : (
    <EmptyState
      title={t('applicants.none.title')}
      action={<ButtonLink href="/">{t('home.title')}</ButtonLink>}
    >
      {t('applicants.none.text')}
    </EmptyState>
  );
}
