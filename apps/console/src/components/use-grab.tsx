import {
  type FocusEvent,
  type KeyboardEvent,
  type PointerEvent,
  type ReactNode,
  useEffect,
  useId,
  useState,
} from 'react';
import { useGrabText } from '../messages/grab/use-grab-text.js';
import './grab.css';

export type Direction = 'up' | 'down' | 'left' | 'right';

export interface GrabOptions {
  /** What is held, in words. */
  readonly label: (key: string) => string;
  /** Where it stands now, in words: "2 of 5". */
  readonly place: (key: string) => string;
  /** Keeps how everything stands, so that `onCancel` can bring it back. */
  readonly onGrab: (key: string) => void;
  /** An arrow key moves what is held by one place. */
  readonly onStep: (key: string, direction: Direction) => void;
  /** The pointer holds it over the element whose `data-drop` is this; after its middle or before. */
  readonly onOver: (key: string, drop: string, isAfter: boolean) => void;
  readonly onDrop?: (key: string) => void;
  readonly onCancel: (key: string) => void;
}

export interface Grab {
  readonly held: string | null;
  /** The properties of the button by which something is picked up. */
  readonly handle: (key: string) => object;
  /** Says what happens to screen readers; stands once on the page. */
  readonly live: ReactNode;
}

const arrows: Readonly<Record<string, Direction>> = {
  ArrowUp: 'up',
  ArrowDown: 'down',
  ArrowLeft: 'left',
  ArrowRight: 'right',
};

/**
 * Moves things with the pointer and by keyboard alike: a handle picks one up with Space or Enter, the arrow keys move
 * it, Space or Enter drops it, Esc takes it back to where it was. Every move is said.
 */
export function useGrab(options: GrabOptions): Grab {
  const t = useGrabText();
  const hintId = useId();
  const [held, setHeld] = useState<string | null>(null);
  const [isByPointer, setByPointer] = useState(false);
  const [said, setSaid] = useState('');

  const grab = (key: string, byPointer: boolean) => {
    options.onGrab(key);
    setByPointer(byPointer);
    setHeld(key);
  };
  const drop = (key: string) => {
    options.onDrop?.(key);
    setSaid(t('dropped', { label: options.label(key), place: options.place(key) }));
    setHeld(null);
  };
  const cancel = (key: string) => {
    options.onCancel(key);
    setSaid(t('cancelled', { label: options.label(key) }));
    setHeld(null);
  };

  useHeldFocus(held);
  usePointer(isByPointer ? held : null, options.onOver, drop, cancel);

  const onKeyDown = (key: string) => (event: KeyboardEvent) => {
    const direction = arrows[event.key];
    const isPress = event.key === ' ' || event.key === 'Enter';
    if (held === key && direction !== undefined) options.onStep(key, direction);
    else if (held === key && event.key === 'Escape') cancel(key);
    else if (isPress) held === key ? drop(key) : grab(key, false);
    else return;
    event.preventDefault();
    event.stopPropagation();
  };
  return {
    held,
    handle: (key) => ({
      type: 'button',
      'data-grab': key,
      'aria-pressed': held === key,
      'aria-describedby': hintId,
      'aria-label': t('handle', { label: options.label(key) }),
      onKeyDown: onKeyDown(key),
      onPointerDown: (event: PointerEvent<HTMLElement>) => {
        if (event.button !== 0) return;
        event.preventDefault();
        event.currentTarget.focus();
        grab(key, true);
      },
      onBlur: (event: FocusEvent) => {
        if (held === key && !isByPointer && event.relatedTarget !== null) drop(key);
      },
    }),
    live: (
      <>
        <span id={hintId} hidden>
          {t('hint')}
        </span>
        <p className="mu-visually-hidden" role="status" aria-live="assertive">
          {held === null ? said : t('held', { label: options.label(held), place: options.place(held) })}
        </p>
      </>
    ),
  };
}

/** What is held keeps the focus, also where a move has made its button anew. */
function useHeldFocus(held: string | null): void {
  useEffect(() => {
    if (held === null) return;
    const handle = document.querySelector<HTMLElement>(`[data-grab="${CSS.escape(held)}"]`);
    if (handle !== null && document.activeElement !== handle) handle.focus();
  });
}

/** Follows the pointer over the whole window, since the button that was pressed may be made anew on the way. */
function usePointer(
  held: string | null,
  onOver: GrabOptions['onOver'],
  onDrop: (key: string) => void,
  onCancel: (key: string) => void,
): void {
  useEffect(() => {
    if (held === null) return;
    const stop = new AbortController();
    const { signal } = stop;
    const move = (event: globalThis.PointerEvent) => {
      const over = document
        .elementFromPoint(event.clientX, event.clientY)
        ?.closest<HTMLElement>('[data-drop]');
      if (over === null || over === undefined) return;
      const { top, height } = over.getBoundingClientRect();
      onOver(held, over.dataset.drop ?? '', event.clientY > top + height / 2);
    };
    window.addEventListener('pointermove', move, { signal });
    window.addEventListener('pointerup', () => onDrop(held), { signal });
    window.addEventListener('pointercancel', () => onCancel(held), { signal });
    window.addEventListener('keydown', (event) => event.key === 'Escape' && onCancel(held), { signal });
    return () => stop.abort();
  });
}
