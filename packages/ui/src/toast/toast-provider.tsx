import { CheckCircle2Icon, CircleAlertIcon, InfoIcon, UndoIcon, XIcon } from 'lucide-react';
import { createContext, type ReactNode, useContext, useEffect, useMemo, useReducer, useState } from 'react';
import { Button, IconButton } from '../button/button.js';
import { useUiText } from '../messages/use-messages.js';
import { formatCountdown, remainingSeconds } from './countdown.js';
import { latestUndoable, nextToasts, noToasts, type ToastItem } from './toast-list.js';
import { useNow } from './use-now.js';
import './toast.css';

export interface Toasts {
  /** A short notice that something is done; an error stays until it is dismissed. */
  readonly show: (text: string, tone?: ToastItem['tone']) => void;
  /** A notice that counts down to `endsAt` (a moment, or ms since 1970) and offers to take the action back until then. */
  readonly showUndo: (undo: {
    readonly text: string;
    readonly endsAt: Date | number;
    readonly onTakeBack: () => void;
    /** A message that leaves at `endsAt`, or something done already that can be undone until then. */
    readonly kind?: 'message' | 'done' | undefined;
  }) => void;
}

const ToastContext = createContext<Toasts | null>(null);
const icons = { info: InfoIcon, success: CheckCircle2Icon, error: CircleAlertIcon } as const;
const noticeTime = 8_000;
const tick = 250;

/** Shows notices in a corner, above everything. Ctrl+Z (⌘Z) outside a text box takes the latest one back. */
export function ToastProvider({ children }: { readonly children: ReactNode }) {
  const t = useUiText();
  const [list, dispatch] = useReducer(nextToasts, noToasts);
  const now = useNow(list.items.some((item) => item.endsAt !== null) ? tick : null);
  useEffect(() => dispatch({ kind: 'TimePassed', now }), [now]);

  useEffect(() => {
    const onKeyDown = (event: KeyboardEvent) => {
      if (event.key !== 'z' || !(event.ctrlKey || event.metaKey) || isTextBox(event.target)) return;
      const latest = latestUndoable(list, Date.now());
      if (!latest) return;
      event.preventDefault();
      dispatch({ kind: 'Dismissed', id: latest.id });
      latest.takeBack?.();
    };
    document.addEventListener('keydown', onKeyDown);
    return () => document.removeEventListener('keydown', onKeyDown);
  }, [list]);

  const toasts = useMemo<Toasts>(
    () => ({
      show: (text, tone = 'success') =>
        dispatch({
          kind: 'Shown',
          toast: { text, tone, endsAt: tone === 'error' ? null : Date.now() + noticeTime, takeBack: null },
        }),
      showUndo: ({ text, endsAt, onTakeBack, kind = 'message' }) =>
        dispatch({
          kind: 'Shown',
          toast: {
            text,
            tone: kind === 'message' ? 'info' : 'success',
            endsAt: Number(endsAt),
            takeBack: onTakeBack,
          },
        }),
    }),
    [],
  );

  return (
    <ToastContext value={toasts}>
      {children}
      <section
        className="mu-toast-region"
        aria-label={t('ui.toast.region')}
        aria-live="polite"
        aria-relevant="additions"
      >
        {list.items.map((item) => (
          <ToastCard
            key={item.id}
            item={item}
            now={now}
            onClose={() => dispatch({ kind: 'Dismissed', id: item.id })}
          />
        ))}
      </section>
    </ToastContext>
  );
}

/** Shows notices from anywhere inside UiRoot. */
export function useToasts(): Toasts {
  const toasts = useContext(ToastContext);
  if (!toasts) throw new Error('useToasts is outside UiRoot.');
  return toasts;
}

/** One notice as drawn; exported for the gallery. */
export function ToastCard({
  item,
  now,
  onClose,
}: {
  readonly item: ToastItem;
  readonly now: number;
  readonly onClose: () => void;
}) {
  const t = useUiText();
  const Icon = icons[item.tone];
  const seconds = item.endsAt === null ? 0 : remainingSeconds(item.endsAt, now);
  const isLeaving = item.takeBack !== null && item.tone === 'info';
  const [announced] = useState(() => {
    const count = remainingSeconds(item.endsAt ?? 0, Date.now());
    return isLeaving ? `${item.text}. ${t('ui.toast.sendsInSeconds', { count })}` : item.text;
  });
  return (
    <div className="mu-toast" data-tone={item.tone} role={item.tone === 'error' ? 'alert' : undefined}>
      {isLeaving && <span className="mu-visually-hidden">{announced}</span>}
      <Icon className="mu-icon mu-toast-icon" aria-hidden />
      <div className="mu-toast-text">
        <span aria-hidden={isLeaving || undefined}>{item.text}</span>
        {isLeaving && (
          <span className="mu-toast-countdown" aria-hidden>
            {t('ui.toast.sendsIn', { time: formatCountdown(seconds) })}
          </span>
        )}
      </div>
      {item.takeBack ? (
        <Button
          size="small"
          icon={UndoIcon}
          onPress={() => {
            onClose();
            item.takeBack?.();
          }}
        >
          {t(isLeaving ? 'ui.toast.takeBack' : 'ui.toast.undo')}
        </Button>
      ) : (
        <IconButton size="small" label={t('ui.toast.dismiss')} icon={XIcon} onPress={onClose} />
      )}
    </div>
  );
}

function isTextBox(target: EventTarget | null): boolean {
  return target instanceof HTMLElement && target.matches('input, textarea, [contenteditable]');
}
