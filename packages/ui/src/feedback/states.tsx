import { CircleAlertIcon, CloudOffIcon, InboxIcon, LockIcon, type LucideIcon } from 'lucide-react';
import type { ReactNode } from 'react';
import { Button } from '../button/button.js';
import { useUiText } from '../messages/use-messages.js';
import './states.css';

interface StateBoxProps {
  readonly icon: LucideIcon;
  readonly title: string;
  readonly children?: ReactNode;
  readonly action?: ReactNode;
  readonly role?: 'alert' | undefined;
  readonly isPage?: boolean | undefined;
}

function StateBox({ icon: Icon, title, children, action, role, isPage }: StateBoxProps) {
  const Title = isPage ? 'h1' : 'p';
  return (
    <div className="mu-state" role={role}>
      <Icon className="mu-state-icon" aria-hidden />
      <Title className="mu-state-title">{title}</Title>
      {children !== undefined && <div className="mu-state-text">{children}</div>}
      {action !== undefined && <div className="mu-state-action">{action}</div>}
    </div>
  );
}

export interface EmptyStateProps {
  /** What is not here: "No messages yet". */
  readonly title: string;
  /** What this place is for, and how to begin. */
  readonly children?: ReactNode;
  readonly action?: ReactNode;
  readonly icon?: LucideIcon | undefined;
  /** It stands for the whole page: its title is the page's h1. */
  readonly isPage?: boolean | undefined;
}

/** Nothing is here, or nothing matches. */
export function EmptyState({ icon = InboxIcon, ...rest }: EmptyStateProps) {
  return <StateBox icon={icon} {...rest} />;
}

export interface ErrorStateProps {
  readonly title?: string | undefined;
  /** What happened, as the API said it. */
  readonly children?: ReactNode;
  readonly onRetry?: (() => void) | undefined;
  /** Says that what was entered is kept. */
  readonly isInputKept?: boolean | undefined;
  /** It stands for the whole page: its title is the page's h1. */
  readonly isPage?: boolean | undefined;
}

/** Something could not be loaded: what happened, what was kept, what to do. */
export function ErrorState({ title, children, onRetry, isInputKept, isPage }: ErrorStateProps) {
  const t = useUiText();
  return (
    <StateBox
      icon={CircleAlertIcon}
      role="alert"
      isPage={isPage}
      title={title ?? t('ui.error.title')}
      action={onRetry && <Button onPress={onRetry}>{t('ui.action.retry')}</Button>}
    >
      {children}
      {isInputKept && <p>{t('ui.error.kept')}</p>}
    </StateBox>
  );
}

export interface DeniedStateProps {
  readonly title?: string | undefined;
  readonly children?: ReactNode;
  /** Who can grant the right, such as "Ewa Lind, administrator". */
  readonly grantedBy?: string | undefined;
  readonly action?: ReactNode;
  /** It stands for the whole page: its title is the page's h1. */
  readonly isPage?: boolean | undefined;
}

/** The reader may not see this, which is not the same as nothing being here. */
export function DeniedState({ title, children, grantedBy, action, isPage }: DeniedStateProps) {
  const t = useUiText();
  return (
    <StateBox icon={LockIcon} title={title ?? t('ui.denied.title')} action={action} isPage={isPage}>
      {children}
      {grantedBy && <p>{t('ui.denied.who', { who: grantedBy })}</p>}
    </StateBox>
  );
}

/** The network is gone: says what still works. */
export function OfflineState({ children }: { readonly children?: ReactNode }) {
  const t = useUiText();
  return (
    <StateBox icon={CloudOffIcon} title={t('ui.offline.title')}>
      {children}
    </StateBox>
  );
}
