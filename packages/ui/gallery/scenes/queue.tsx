import {
  Button,
  type Column,
  choiceFilter,
  DataTable,
  DefinitionList,
  DownloadIcon,
  EmptyState,
  FilterBar,
  FilterChoice,
  FilterFlag,
  type Formats,
  flagFilter,
  idFilter,
  LoadMore,
  PageHeader,
  PlusIcon,
  SearchField,
  SelectionBar,
  SidePanel,
  type Sort,
  SplitView,
  StateChip,
  Timeline,
  textFilter,
  useFormats,
  useToasts,
  useUrlFilters,
} from '@muster/ui';
import { useMemo, useState } from 'react';
import { type Person, people } from './people.js';

const spec = {
  q: textFilter(),
  phase: choiceFilter(['Medical', 'Background', 'Psychological', 'Drug test', 'Fitness', 'Interview']),
  mine: flagFilter(),
  panel: idFilter(),
};

export function QueueScene() {
  const formats = useFormats();
  const toasts = useToasts();
  const filters = useUrlFilters(spec);
  const [sort, setSort] = useState<Sort>({ columnId: 'expires', direction: 'ascending' });
  const [selected, setSelected] = useState<ReadonlySet<string>>(new Set(['a1', 'a2', 'a4']));
  const columns = useMemo(() => columnsFor(formats), [formats]);
  const { q, phase, panel } = filters.values;
  const rows = useMemo(() => {
    const found = people.filter(
      (person) =>
        person.name.toLowerCase().includes(q.toLowerCase()) && (phase === null || person.phase === phase),
    );
    const direction = sort.direction === 'ascending' ? 1 : -1;
    const value = (person: Person) => (sort.columnId === 'days' ? person.days : (person.expires ?? '9'));
    return found.toSorted((a, b) => (value(a) < value(b) ? -direction : direction));
  }, [q, phase, sort]);
  const previewed = rows.find((person) => person.id === panel);
  return (
    <>
      <PageHeader
        title="Waiting on the clinic"
        lead="137 people, the oldest for 71 days; the next fitness result expires 14 Feb."
        actions={
          <>
            <Button icon={DownloadIcon}>Export</Button>
            <Button variant="primary" icon={PlusIcon} shortcut="N">
              Add medical slots
            </Button>
          </>
        }
      />
      <SplitView
        panel={previewed && <Preview person={previewed} onClose={() => filters.set({ panel: null })} />}
      >
        {selected.size > 0 ? (
          <SelectionBar count={selected.size} onClear={() => setSelected(new Set())}>
            <Button
              variant="primary"
              onPress={() =>
                toasts.showUndo({
                  text: `Notice to ${selected.size} people`,
                  endsAt: Date.now() + 60_000,
                  onTakeBack: () => toasts.show('Nothing was sent.'),
                })
              }
            >
              Send notice
            </Button>
            <Button>Assign</Button>
          </SelectionBar>
        ) : (
          <FilterBar activeCount={filters.activeCount} onClear={filters.clear}>
            <SearchField label="Name or number" value={q} onChange={(text) => filters.set({ q: text })} />
            <FilterChoice
              label="Phase"
              options={(['Medical', 'Background', 'Fitness'] as const).map((value) => ({
                value,
                label: value,
              }))}
              value={phase}
              onChange={(value) => filters.set({ phase: value as Person['phase'] as 'Medical' | null })}
            />
            <FilterFlag label="Mine" value={filters.values.mine} onChange={(mine) => filters.set({ mine })} />
          </FilterBar>
        )}
        <DataTable
          caption="Applicants"
          columns={columns}
          rows={rows}
          rowKey={(person) => person.id}
          rowLabel={(person) => person.name}
          rowHref={() => '/application'}
          onPreview={(person) => filters.set({ panel: person.id })}
          previewed={panel}
          sort={sort}
          onSortChange={setSort}
          selected={selected}
          onSelectedChange={setSelected}
          empty={
            <EmptyState
              title="Nothing matches"
              action={<Button onPress={filters.clear}>Clear filters</Button>}
            >
              No applicant has this name in this phase.
            </EmptyState>
          }
        />
        <LoadMore shown={rows.length} total={2470} onMore={() => undefined} />
      </SplitView>
    </>
  );
}

function columnsFor(formats: Formats): readonly Column<Person>[] {
  return [
    { id: 'name', header: 'Name', cell: (person) => person.name, isSortable: true },
    { id: 'number', header: 'Number', cell: (person) => person.number, hideBelow: 'wide' },
    { id: 'phase', header: 'Step', cell: (person) => person.phase },
    { id: 'state', header: 'State', cell: (person) => <StateChip state={person.state} /> },
    { id: 'on', header: 'Waiting on', cell: (person) => person.waitingOn, hideBelow: 'medium' },
    {
      id: 'since',
      header: 'Since',
      cell: (person) => formats.day(person.since),
      align: 'end',
    },
    { id: 'days', header: 'Days', cell: (person) => person.days, align: 'end', isSortable: true },
    {
      id: 'expires',
      header: 'Next expiry',
      cell: (person) => (person.expires ? formats.day(person.expires) : '–'),
      align: 'end',
      isSortable: true,
    },
  ];
}

function Preview({ person, onClose }: { readonly person: Person; readonly onClose: () => void }) {
  return (
    <SidePanel
      title={person.name}
      subtitle={`${person.number} · Field Officer, Ellery`}
      onClose={onClose}
      actions={
        <>
          <Button variant="primary">Record result</Button>
          <Button>Message</Button>
        </>
      }
    >
      <DefinitionList
        layout="compact"
        items={[
          { term: 'Step', value: person.phase },
          { term: 'State', value: <StateChip state={person.state} /> },
          { term: 'Waiting on', value: person.waitingOn },
          { term: 'Owner', value: 'Tomas Keller' },
        ]}
      />
      <Timeline
        label="History"
        events={[
          {
            id: '1',
            at: '2026-11-03',
            title: 'Conditional offer accepted',
            by: 'Nia Calder',
            tone: 'success',
          },
          {
            id: '2',
            at: '2026-10-20T14:10:00',
            title: 'Fitness test passed',
            by: 'Test hall Ellery',
            tone: 'success',
          },
        ]}
      />
    </SidePanel>
  );
}
