import { UndoIcon } from 'lucide-react';
import { Button } from '../button/button.js';
import { useUiText } from '../messages/use-messages.js';
import { formatCountdown, remainingSeconds } from '../toast/countdown.js';
import { useNow } from '../toast/use-now.js';
import './sends-in.css';

export interface SendsInProps {
  /** When it leaves, ISO 8601. */
  readonly at: string;
  readonly onTakeBack: () => void;
  readonly isPending?: boolean | undefined;
  /** Shown once it has left. */
  readonly sent: string;
}

/** The rest of a message's undo window, and the way to take it back. */
export function SendsIn({ at, onTakeBack, isPending, sent }: SendsInProps) {
  const t = useUiText();
  const deadline = Date.parse(at);
  const now = useNow(deadline > Date.now() ? 500 : null);
  const seconds = remainingSeconds(deadline, now);
  if (seconds === 0) return sent;
  return (
    <span className="mu-sends-in">
      <span className="mu-tabular">{t('ui.toast.sendsIn', { time: formatCountdown(seconds) })}</span>
      <Button size="small" icon={UndoIcon} onPress={onTakeBack} isPending={isPending ?? false}>
        {t('ui.toast.takeBack')}
      </Button>
    </span>
  );
}
