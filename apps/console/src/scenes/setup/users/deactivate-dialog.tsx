import { Button, ButtonRow, Dialog, readProblem, Skeleton, useFormats, useToasts } from '@muster/ui';
import { ProblemAlert } from '../../../components/problem-alert.js';
import { QueryView } from '../../../components/query-view.js';
import { useChangeUser } from '../../../data/setup-user-changes.js';
import { type UserDetail, useOwned } from '../../../data/setup-users.js';
import { useFrameText } from '../../../messages/frame/use-frame-text.js';
import { useSetupUsersText } from '../../../messages/setup-users/use-setup-users-text.js';

/** Says what deactivating means and what the person still owns, before it is done. */
export function DeactivateDialog({
  user,
  onClose,
  onTransfer,
}: {
  readonly user: UserDetail;
  readonly onClose: () => void;
  readonly onTransfer: () => void;
}) {
  const t = useSetupUsersText();
  const frame = useFrameText();
  const formats = useFormats();
  const toasts = useToasts();
  const owned = useOwned(user.Id);
  const change = useChangeUser(user.Id);
  const deactivate = () =>
    change.mutate(
      { IsActive: false },
      {
        onSuccess: () => {
          toasts.show(t('deactivate.done', { name: user.Name }));
          onClose();
        },
      },
    );
  return (
    <Dialog
      isOpen
      mustChoose
      onClose={onClose}
      title={t('deactivate.title', { name: user.Name })}
      actions={
        <ButtonRow>
          <Button variant="danger" isPending={change.isPending} onPress={deactivate}>
            {t('deactivate')}
          </Button>
          <Button onPress={onClose}>{frame('action.cancel')}</Button>
        </ButtonRow>
      }
    >
      <ProblemAlert problem={change.error && readProblem(change.error)} />
      <p>{t('deactivate.text')}</p>
      <QueryView query={owned} skeleton={<Skeleton shape="text" count={2} />}>
        {(objects) =>
          objects.length === 0 ? (
            <p>{t('deactivate.ownsNothing')}</p>
          ) : (
            <>
              <p>
                {t('deactivate.owns', {
                  what: formats.list(objects.map(({ label, count }) => `${formats.number(count)} ${label}`)),
                })}
              </p>
              <p>
                <Button onPress={onTransfer}>{t('deactivate.transferFirst')}</Button>
              </p>
            </>
          )
        }
      </QueryView>
    </Dialog>
  );
}
