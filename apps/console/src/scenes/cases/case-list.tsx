import type { CaseQueue, CaseQueueRow } from '@muster/client';
import { Badge, EmptyState, SearchField, useFormats } from '@muster/ui';
import { type KeyboardEvent, useRef } from 'react';
import { nearness } from '../../components/deadline.js';
import { useCasesText } from '../../messages/cases/use-cases-text.js';

/** The queue that is shown when none is asked for. */
const allCases = 'all';

export interface CaseListProps {
  readonly data: CaseQueue;
  readonly queue: string | null;
  readonly search: string;
  readonly chosen: string | null;
  /** What is shown was asked for before; what is asked for now is on its way. */
  readonly isStale: boolean;
  readonly onQueue: (key: string) => void;
  readonly onSearch: (text: string) => void;
  readonly onChoose: (id: string) => void;
}

/** Queues, search, and the cases of the queue with their age and the time left. Up and down move between cases. */
export function CaseList(props: CaseListProps) {
  const { data, queue, search, chosen, isStale, onQueue, onSearch, onChoose } = props;
  const t = useCasesText();
  const formats = useFormats();
  const list = useRef<HTMLUListElement>(null);
  const current = data.queues.find((each) => each.key === (queue ?? allCases));
  return (
    <section className="console-case-list" aria-label={t('list', { queue: current?.label ?? '' })}>
      <SearchField label={t('search')} value={search} onChange={onSearch} />
      <ul className="console-case-queues" aria-label={t('queues')}>
        {data.queues.map((each) => (
          <li key={each.key}>
            <button
              type="button"
              className="console-case-queue"
              aria-current={each === current ? 'true' : undefined}
              aria-label={t('queue.count', { label: each.label, count: each.count })}
              onClick={() => onQueue(each.key)}
            >
              {each.label} <span>{formats.number(each.count)}</span>
            </button>
          </li>
        ))}
      </ul>
      {current?.oldestAt && (
        <p className="console-case-oldest">{t('queue.oldest', { age: formats.age(current.oldestAt) })}</p>
      )}
      {data.rows.length === 0 ? (
        <NoCases isSearch={search.trim() !== ''} />
      ) : (
        <ul
          className="console-case-rows"
          aria-busy={isStale}
          ref={list}
          onKeyDown={(event) => moveFocus(event, list.current)}
        >
          {data.rows.map((row) => (
            <li key={row.id}>
              <button
                type="button"
                className="console-case-row"
                aria-current={row.id === chosen ? 'true' : undefined}
                onClick={() => onChoose(row.id)}
              >
                <CaseFace row={row} />
              </button>
            </li>
          ))}
        </ul>
      )}
    </section>
  );
}

function CaseFace({ row }: { readonly row: CaseQueueRow }) {
  const t = useCasesText();
  const formats = useFormats();
  return (
    <>
      <span className="console-case-subject">{row.subject}</span>
      <span className="console-case-line">
        <span className="mu-truncate">
          {row.person} · {row.number}
        </span>
        <Badge tone={row.waitingOn === 'support' ? 'primary' : 'neutral'}>{row.statusLabel}</Badge>
      </span>
      <span className="console-case-line">
        <span className="mu-truncate">
          {t('list.age', { age: formats.age(row.openedAt) })} · {row.owner}
        </span>
        {row.dueAt !== null && <DueIn at={row.dueAt} />}
      </span>
    </>
  );
}

/** The time left until an answer is due; bold once little or none is left. */
function DueIn({ at }: { readonly at: string }) {
  const t = useCasesText();
  const formats = useFormats();
  const near = nearness(at, Date.now());
  return (
    <time className="console-deadline" dateTime={at} data-near={near}>
      {t(near === 'past' ? 'list.overdue' : 'list.due', { when: formats.relativeDay(at) })}
    </time>
  );
}

function NoCases({ isSearch }: { readonly isSearch: boolean }) {
  const t = useCasesText();
  return (
    <EmptyState title={t(isSearch ? 'list.noMatch.title' : 'list.empty.title')}>
      {t(isSearch ? 'list.noMatch.text' : 'list.empty.text')}
    </EmptyState>
  );
}

function moveFocus(event: KeyboardEvent, list: HTMLUListElement | null): void {
  const step =
    event.key === 'ArrowDown' || event.key === 'j'
      ? 1
      : event.key === 'ArrowUp' || event.key === 'k'
        ? -1
        : 0;
  if (step === 0 || list === null) return;
  const rows: readonly Element[] = [...list.querySelectorAll('.console-case-row')];
  const place = document.activeElement === null ? -1 : rows.indexOf(document.activeElement);
  const next = rows[place + step];
  if (!(next instanceof HTMLElement)) return;
  event.preventDefault();
  next.focus();
}
