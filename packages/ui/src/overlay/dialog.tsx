import { XIcon } from 'lucide-react';
import type { ReactNode } from 'react';
import { Dialog as AriaDialog, Heading, Modal, ModalOverlay } from 'react-aria-components';
import { IconButton } from '../button/button.js';
import { useUiText } from '../messages/use-messages.js';
import './dialog.css';

export interface DialogProps {
  readonly isOpen: boolean;
  readonly onClose: () => void;
  readonly title: string;
  readonly children: ReactNode;
  /** Buttons, the primary one first. */
  readonly actions?: ReactNode;
  readonly size?: 'small' | 'medium' | 'large' | undefined;
  /** A question that must be answered by one of its buttons: a press outside does not close it. */
  readonly mustChoose?: boolean | undefined;
}

/** A modal window: it holds the focus, closes with Esc, and gives the focus back. On a phone it rises from below. */
export function Dialog({
  isOpen,
  onClose,
  title,
  children,
  actions,
  size = 'medium',
  mustChoose,
}: DialogProps) {
  const t = useUiText();
  return (
    <ModalOverlay
      className="mu-scrim"
      isOpen={isOpen}
      onOpenChange={(open) => !open && onClose()}
      isDismissable={!mustChoose}
    >
      <Modal className="mu-modal" data-size={size}>
        <AriaDialog className="mu-dialog" role={mustChoose ? 'alertdialog' : 'dialog'}>
          <header className="mu-dialog-head">
            <Heading slot="title" level={2} className="mu-dialog-title">
              {title}
            </Heading>
            {!mustChoose && (
              <IconButton size="small" label={t('ui.action.close')} icon={XIcon} onPress={onClose} />
            )}
          </header>
          <div className="mu-dialog-body">{children}</div>
          {actions !== undefined && <footer className="mu-dialog-foot">{actions}</footer>}
        </AriaDialog>
      </Modal>
    </ModalOverlay>
  );
}
