import type { ApplicationView } from '@muster/client';
import { Button, EllipsisIcon, IconButton, Menu, type MenuAction, MessageSquareIcon } from '@muster/ui';
import { useCan } from '../../data/session.js';
import { useApplicationText } from '../../messages/application/use-application-text.js';
import { type ActionTarget, primaryAction, wholeActions } from './action-target.js';

export interface HeaderActionsProps {
  readonly view: ApplicationView;
  readonly onOpen: (target: ActionTarget) => void;
  readonly onMessage: () => void;
  /** A form beside the page has the primary button then. */
  readonly isFormOpen: boolean;
}

/** The one primary action, a message, and the rest behind a button. */
export function HeaderActions({ view, onOpen, onMessage, isFormOpen }: HeaderActionsProps) {
  const t = useApplicationText();
  const can = useCan();
  const primary = primaryAction(view);
  const others = wholeActions(view).filter((action) => action !== primary);
  const more: readonly MenuAction[] = [
    ...others.map((action) => ({
      id: `${action.kind} ${action.step}`,
      label: action.label,
      isDanger: action.kind === 'close',
      onAction: () => onOpen({ kind: action.kind, step: action.step, entry: null }),
    })),
    ...(view.facts.length === 0
      ? []
      : [
          {
            id: 'record_fact',
            label: t('do.record_fact'),
            onAction: () => onOpen({ kind: 'record_fact', step: null, entry: null }),
          },
        ]),
  ];
  return (
    <>
      {primary && (
        <Button
          variant={isFormOpen ? 'secondary' : 'primary'}
          shortcut="A"
          onPress={() => onOpen({ kind: primary.kind, step: primary.step, entry: null })}
        >
          {primary.label}
        </Button>
      )}
      {can('Work_Applications') && (
        <Button icon={MessageSquareIcon} shortcut="M" onPress={onMessage}>
          {t('message')}
        </Button>
      )}
      {more.length > 0 && (
        <Menu
          label={t('more')}
          trigger={<IconButton label={t('more')} icon={EllipsisIcon} variant="secondary" />}
          groups={[{ id: 'more', actions: more }]}
        />
      )}
    </>
  );
}
