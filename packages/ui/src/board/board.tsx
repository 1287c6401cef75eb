import { type KeyboardEvent, type ReactNode, useId, useRef, useState } from 'react';
import { Link } from 'react-router';
import { Button } from '../button/button.js';
import { StateChip, type StepState } from '../display/state-chip.js';
import { useFormats } from '../messages/locale-provider.js';
import { useUiText } from '../messages/use-messages.js';
import { type BoardPlace, nextCard } from './next-card.js';
import './board.css';

export interface BoardCard {
  readonly id: string;
  readonly href: string;
  readonly title: string;
  /** A second line: the posting, the place. */
  readonly detail?: string | undefined;
  /** Steps that run side by side. */
  readonly chips?: readonly { readonly state: StepState; readonly label: string }[] | undefined;
  /** The foot: "1 of 3 open", the next expiry. */
  readonly foot?: ReactNode;
}

export interface BoardColumn {
  readonly id: string;
  readonly title: string;
  /** All people in the column, shown or not. */
  readonly count: number;
  /** A second figure, such as "41 open steps". */
  readonly meta?: string | undefined;
  readonly cards: readonly BoardCard[];
  /** Loads more cards; absent when all are shown. */
  readonly onMore?: (() => void) | undefined;
}

/** Phases side by side. The arrow keys move between cards, Enter opens one; it scrolls inside itself, never the page. */
export function Board({
  columns,
  label,
}: {
  readonly columns: readonly BoardColumn[];
  readonly label: string;
}) {
  const t = useUiText();
  const hintId = useId();
  const board = useRef<HTMLElement>(null);
  const [place, setPlace] = useState<BoardPlace>(() => ({
    column: Math.max(
      0,
      columns.findIndex((column) => column.cards.length > 0),
    ),
    card: 0,
  }));

  const onKeyDown = (event: KeyboardEvent) => {
    if (!(event.target instanceof HTMLElement) || event.target.dataset.place === undefined) return;
    const next = nextCard(
      event.key,
      place,
      columns.map((column) => column.cards.length),
    );
    if (!next) return;
    event.preventDefault();
    board.current?.querySelector<HTMLElement>(`[data-place="${next.column} ${next.card}"]`)?.focus();
  };

  return (
    <section
      className="mu-board"
      aria-label={label}
      aria-describedby={hintId}
      ref={board}
      // biome-ignore lint/a11y/noNoninteractiveTabindex: a scrollable region must be reachable with the keyboard
      tabIndex={0}
      onKeyDown={onKeyDown}
    >
      <span id={hintId} hidden>
        {t('ui.board.keys')}
      </span>
      {columns.map((column, index) => (
        <Column key={column.id} column={column} index={index} place={place} onPlace={setPlace} />
      ))}
    </section>
  );
}

function Column({
  column,
  index,
  place,
  onPlace,
}: {
  readonly column: BoardColumn;
  readonly index: number;
  readonly place: BoardPlace;
  readonly onPlace: (place: BoardPlace) => void;
}) {
  const t = useUiText();
  const formats = useFormats();
  const titleId = useId();
  const hidden = column.count - column.cards.length;
  return (
    <div className="mu-column">
      <header className="mu-column-head">
        <h2 id={titleId}>
          <span>{column.title}</span>
          <span className="mu-column-count" aria-hidden>
            {formats.number(column.count)}
          </span>
          <span className="mu-visually-hidden">{t('ui.board.people', { count: column.count })}</span>
        </h2>
        {column.meta && <p>{column.meta}</p>}
      </header>
      {column.cards.length === 0 ? (
        <p className="mu-column-empty">{t('ui.board.empty')}</p>
      ) : (
        <ul className="mu-column-cards" aria-labelledby={titleId}>
          {column.cards.map((card, position) => (
            <li key={card.id}>
              <CardFace
                card={card}
                place={{ column: index, card: position }}
                isCurrent={place.column === index && place.card === position}
                onPlace={onPlace}
              />
            </li>
          ))}
          {hidden > 0 && (
            <li className="mu-column-more">
              {column.onMore ? (
                <Button size="small" variant="quiet" isFullWidth onPress={column.onMore}>
                  {t('ui.board.more', { count: hidden })}
                </Button>
              ) : (
                t('ui.board.more', { count: hidden })
              )}
            </li>
          )}
        </ul>
      )}
    </div>
  );
}

function CardFace({
  card,
  place,
  isCurrent,
  onPlace,
}: {
  readonly card: BoardCard;
  readonly place: BoardPlace;
  readonly isCurrent: boolean;
  readonly onPlace: (place: BoardPlace) => void;
}) {
  return (
    <Link
      to={card.href}
      className="mu-board-card"
      data-place={`${place.column} ${place.card}`}
      tabIndex={isCurrent ? 0 : -1}
      onFocus={() => onPlace(place)}
    >
      <span className="mu-board-title">{card.title}</span>
      {card.detail && <span className="mu-board-detail">{card.detail}</span>}
      {card.chips && card.chips.length > 0 && (
        <span className="mu-board-chips">
          {card.chips.map(({ state, label }) => (
            <StateChip key={label} state={state}>
              {label}
            </StateChip>
          ))}
        </span>
      )}
      {card.foot !== undefined && <span className="mu-board-foot">{card.foot}</span>}
    </Link>
  );
}
