import type { BoardCard, Board as BoardData } from '@muster/client';
import {
  Board,
  type BoardColumn,
  EmptyState,
  FilterBar,
  FilterChoice,
  type Formats,
  idFilter,
  PageHeader,
  useFormats,
  useUrlFilters,
} from '@muster/ui';
import { useMemo } from 'react';
import { QueryView } from '../../components/query-view.js';
import { chipState } from '../../components/step-chip.js';
import { useBoard, useMoreCards } from '../../data/board.js';
import { useFrameText } from '../../messages/frame/use-frame-text.js';
import { useWorkText } from '../../messages/work/use-work-text.js';
import './board-scene.css';

const spec = { process: idFilter(), posting: idFilter() };

/** Phases side by side: people and open steps counted apart, parallel steps as chips on one card. */
export function BoardScene() {
  const { values, set } = useUrlFilters(spec);
  const board = useBoard(values.process, values.posting);
  return (
    <QueryView query={board} isPage>
      {(data) => <Phases board={data} chosen={values} onChange={set} />}
    </QueryView>
  );
}

interface Chosen {
  readonly process: string | null;
  readonly posting: string | null;
}

function Phases({
  board,
  chosen,
  onChange,
}: {
  readonly board: BoardData;
  readonly chosen: Chosen;
  readonly onChange: (change: Partial<Chosen>) => void;
}) {
  const t = useWorkText();
  const frame = useFrameText();
  const formats = useFormats();
  const { mutate: loadMore } = useMoreCards(chosen.process, chosen.posting);
  const columns = useMemo(
    () => board.columns.map((column) => boardColumn(column, t, formats, () => loadMore(column))),
    [board.columns, t, formats, loadMore],
  );
  const process = board.processes.find((each) => each.value === board.process)?.label ?? board.process;
  const counts = t('board.lead', { people: board.people, steps: board.openSteps });
  return (
    <div className="console-board">
      <PageHeader
        title={t('board.title')}
        lead={
          <>
            <strong>{counts}</strong> · {frame('asOf', { time: formats.time(board.asOf) })}
          </>
        }
        actions={
          <FilterBar
            activeCount={chosen.posting === null ? 0 : 1}
            onClear={() => onChange({ posting: null })}
          >
            <FilterChoice
              label={t('board.process')}
              options={board.processes}
              value={board.process}
              onChange={(value) => onChange({ process: value, posting: null })}
            />
            <FilterChoice
              label={t('board.posting')}
              options={board.postings}
              value={chosen.posting}
              onChange={(posting) => onChange({ posting })}
            />
          </FilterBar>
        }
      />
      {board.people === 0 ? (
        <EmptyState title={t('board.empty.title')}>{t('board.empty.text')}</EmptyState>
      ) : (
        <Board
          key={`${board.process} ${chosen.posting}`}
          label={t('board.label', { process })}
          columns={columns}
        />
      )}
    </div>
  );
}

function boardColumn(
  column: BoardData['columns'][number],
  t: ReturnType<typeof useWorkText>,
  formats: Formats,
  onMore: () => void,
): BoardColumn {
  return {
    id: column.phase,
    title: column.label,
    count: column.people,
    meta: t('board.columnSteps', { steps: column.openSteps }),
    onMore,
    cards: column.cards.map((card) => ({
      id: card.applicationId,
      href: `/applications/${card.applicationId}`,
      title: card.name,
      detail: card.since === null ? card.number : `${card.number} · ${formats.since(card.since)}`,
      chips: card.chips.map((chip) => ({ state: chipState(chip.state), label: chip.label })),
      foot: <CardFoot card={card} />,
    })),
  };
}

/** How many of parallel steps are open, and what runs out next. A phase of one step has its chip for that. */
function CardFoot({ card }: { readonly card: BoardCard }) {
  const t = useWorkText();
  const formats = useFormats();
  const { openInPhase, stepsInPhase, nextExpiry } = card;
  return (
    <>
      {stepsInPhase > 1 && <span>{t('board.openOf', { open: openInPhase, all: stepsInPhase })}</span>}
      {nextExpiry && (
        <span>{t('board.expiry', { what: nextExpiry.what, day: unbroken(formats.day(nextExpiry.at)) })}</span>
      )}
    </>
  );
}

/** A day that stays on one line. */
function unbroken(day: string): string {
  return day.replaceAll(' ', '\u00a0');
}
