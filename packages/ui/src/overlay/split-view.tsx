import { ArrowLeftIcon, XIcon } from 'lucide-react';
import { type KeyboardEvent, type ReactNode, useEffect, useId, useRef } from 'react';
import { IconButton } from '../button/button.js';
import { useUiText } from '../messages/use-messages.js';
import './split-view.css';

/** A list with a panel beside it; the panel slides over the list where there is no room for both. */
export function SplitView({ children, panel }: { readonly children: ReactNode; readonly panel: ReactNode }) {
  return (
    <div
      className="mu-split"
      data-open={(panel !== null && panel !== undefined && panel !== false) || undefined}
    >
      <div className="mu-split-main">{children}</div>
      {panel}
    </div>
  );
}

export interface SidePanelProps {
  readonly title: string;
  readonly subtitle?: ReactNode;
  readonly onClose: () => void;
  /** Buttons under the title: open the whole page, the primary action. */
  readonly actions?: ReactNode;
  readonly children: ReactNode;
  /** Set when the person asked for the panel, so that the focus follows. */
  readonly takesFocus?: boolean | undefined;
}

/** Previews a record without leaving the list. It is not modal: the list stays usable; Esc closes the panel. */
export function SidePanel({ title, subtitle, onClose, actions, children, takesFocus }: SidePanelProps) {
  const t = useUiText();
  const titleId = useId();
  const heading = useRef<HTMLHeadingElement>(null);
  useEffect(() => {
    if (takesFocus) heading.current?.focus();
  }, [takesFocus]);
  const onKeyDown = (event: KeyboardEvent) => {
    if (event.key === 'Escape' && !event.defaultPrevented) onClose();
  };
  return (
    <aside className="mu-side-panel" aria-labelledby={titleId} onKeyDown={onKeyDown}>
      <header className="mu-side-head">
        <span className="mu-side-back">
          <IconButton size="small" label={t('ui.action.back')} icon={ArrowLeftIcon} onPress={onClose} />
        </span>
        <div className="mu-side-titles">
          <h2 id={titleId} className="mu-side-title" tabIndex={-1} ref={heading}>
            {title}
          </h2>
          {subtitle !== undefined && <div className="mu-side-subtitle">{subtitle}</div>}
        </div>
        <span className="mu-side-close">
          <IconButton size="small" label={t('ui.action.close')} icon={XIcon} onPress={onClose} />
        </span>
      </header>
      {actions !== undefined && <div className="mu-side-actions">{actions}</div>}
      <div className="mu-side-body">{children}</div>
    </aside>
  );
}
