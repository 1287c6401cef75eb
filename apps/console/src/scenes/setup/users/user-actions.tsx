import {
  Button,
  ButtonLink,
  EllipsisIcon,
  IconButton,
  LockIcon,
  MailIcon,
  Menu,
  PencilIcon,
  RotateCcwIcon,
  readProblem,
  SendIcon,
  UserIcon,
  useToasts,
} from '@muster/ui';
import { useChangeUser, useFreeze, useSendPasswordLink } from '../../../data/setup-user-changes.js';
import type { UserView } from '../../../data/setup-users.js';
import { useProblemText } from '../../../hooks/use-problem-text.js';
import { useSetupUsersText } from '../../../messages/setup-users/use-setup-users-text.js';

const UNDO_MS = 10_000;

/** What can be done with an account. Nobody is offered to shut out themselves. */
export function UserActions({
  view: { user, login },
  isOwn,
  onDeactivate,
  onTransfer,
}: {
  readonly view: UserView;
  readonly isOwn: boolean;
  readonly onDeactivate: () => void;
  readonly onTransfer: () => void;
}) {
  const t = useSetupUsersText();
  const toasts = useToasts();
  const problemText = useProblemText();
  const freeze = useFreeze(login?.Id ?? '');
  const change = useChangeUser(user.Id);
  const sendLink = useSendPasswordLink(user.Id);
  const isInvited = user.LastPasswordChangeDate === null;
  const isFrozen = login?.IsFrozen ?? false;
  const onError = (error: Error) => toasts.show(problemText(readProblem(error)), 'error');

  const thaw = () =>
    freeze.mutate(false, { onSuccess: () => toasts.show(t('unfreeze.done', { name: user.Name })), onError });
  const freezeNow = () =>
    freeze.mutate(true, {
      onSuccess: () =>
        toasts.showUndo({
          text: t('freeze.done', { name: user.Name }),
          endsAt: Date.now() + UNDO_MS,
          onTakeBack: thaw,
          kind: 'done',
        }),
      onError,
    });
  const activate = () =>
    change.mutate(
      { IsActive: true },
      { onSuccess: () => toasts.show(t('activate.done', { name: user.Name })), onError },
    );
  const send = () =>
    sendLink.mutate(isInvited ? 'invitation' : 'reset', {
      onSuccess: () => toasts.show(t('link.done', { email: user.Email })),
      onError,
    });

  return (
    <>
      <ButtonLink href={`/setup/users/${user.Id}/edit`} variant="primary" icon={PencilIcon}>
        {t('edit')}
      </ButtonLink>
      {user.IsActive && !isOwn && (
        <Button icon={LockIcon} isPending={freeze.isPending} onPress={isFrozen ? thaw : freezeNow}>
          {t(isFrozen ? 'unfreeze' : 'freeze')}
        </Button>
      )}
      <Menu
        label={t('more.of', { name: user.Name })}
        trigger={<IconButton label={t('more.of', { name: user.Name })} icon={EllipsisIcon} />}
        groups={[
          {
            id: 'account',
            actions: [
              ...(user.IsActive && !isFrozen
                ? [
                    {
                      id: 'link',
                      label: t(isInvited ? 'link.again' : 'link.reset'),
                      description: t('link.what', { email: user.Email }),
                      icon: isInvited ? SendIcon : MailIcon,
                      onAction: send,
                    },
                  ]
                : []),
              { id: 'transfer', label: t('transfer'), icon: RotateCcwIcon, onAction: onTransfer },
              ...(isOwn
                ? []
                : [
                    user.IsActive
                      ? {
                          id: 'off',
                          label: t('deactivate'),
                          icon: UserIcon,
                          isDanger: true,
                          onAction: onDeactivate,
                        }
                      : { id: 'on', label: t('activate'), icon: UserIcon, onAction: activate },
                  ]),
            ],
          },
        ]}
      />
    </>
  );
}
