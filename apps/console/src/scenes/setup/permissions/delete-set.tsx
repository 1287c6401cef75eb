import { Button, ButtonRow, Dialog, useToasts } from '@muster/ui';
import { useState } from 'react';
import { useNavigate } from 'react-router';
import { useDeployRights } from '../../../data/setup-permissions.js';
import { useFrameText } from '../../../messages/frame/use-frame-text.js';
import { useSetupPermissionsText } from '../../../messages/setup-permissions/use-setup-permissions-text.js';
import { Refusal } from './refusal.js';

/** Deletes a permission set of the agency's own, with its assignments. */
export function DeleteSet({ name, label }: { readonly name: string; readonly label: string }) {
  const t = useSetupPermissionsText();
  const frame = useFrameText();
  const toasts = useToasts();
  const navigate = useNavigate();
  const deploy = useDeployRights();
  const [isOpen, setOpen] = useState(false);
  const remove = () =>
    deploy.mutate(
      { deletions: [{ type: 'PermissionSet', fullName: name }] },
      {
        onSuccess: () => {
          toasts.show(t('deleted', { label }));
          void navigate('/setup/permissions');
        },
      },
    );
  return (
    <>
      <Button variant="quiet" onPress={() => setOpen(true)}>
        {t('delete')}
      </Button>
      <Dialog
        isOpen={isOpen}
        mustChoose
        onClose={() => setOpen(false)}
        title={t('delete.title', { label })}
        actions={
          <ButtonRow>
            <Button variant="danger" isPending={deploy.isPending} onPress={remove}>
              {t('delete')}
            </Button>
            <Button onPress={() => setOpen(false)}>{frame('action.cancel')}</Button>
          </ButtonRow>
        }
      >
        <Refusal error={deploy.error} />
        <p>{t('delete.text')}</p>
      </Dialog>
    </>
  );
}
