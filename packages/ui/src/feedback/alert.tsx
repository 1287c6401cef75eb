import { CheckCircle2Icon, CircleAlertIcon, InfoIcon, TriangleAlertIcon } from 'lucide-react';
import type { ReactNode } from 'react';
import { useUiText } from '../messages/use-messages.js';
import './alert.css';

export type Tone = 'info' | 'success' | 'warning' | 'error';

export interface AlertProps {
  readonly tone: Tone;
  readonly title?: string | undefined;
  readonly children?: ReactNode;
  readonly actions?: ReactNode;
  /** Set when the alert appears after an action, so that screen readers read it out. */
  readonly isLive?: boolean | undefined;
  /** A full-width band at the head of a page, such as a withdrawn instruction. */
  readonly isBand?: boolean | undefined;
}

const icons = {
  info: InfoIcon,
  success: CheckCircle2Icon,
  warning: TriangleAlertIcon,
  error: CircleAlertIcon,
} as const;

/** Something the reader must know, in a box that stays where it is. */
export function Alert({ tone, title, children, actions, isLive, isBand }: AlertProps) {
  const t = useUiText();
  const Icon = icons[tone];
  return (
    <div
      className="mu-alert"
      data-tone={tone}
      data-band={isBand || undefined}
      role={isLive ? (tone === 'error' ? 'alert' : 'status') : undefined}
    >
      <Icon className="mu-icon mu-alert-icon" role="img" aria-label={t(`ui.alert.${tone}`)} />
      <div className="mu-alert-body">
        {title && <p className="mu-alert-title">{title}</p>}
        {children !== undefined && <div className="mu-alert-text">{children}</div>}
        {actions !== undefined && <div className="mu-alert-actions">{actions}</div>}
      </div>
    </div>
  );
}
