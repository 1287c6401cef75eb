import type { Load } from '@muster/client';
import { Button, ButtonRow, Dialog, readProblem } from '@muster/ui';
import { useNavigate } from 'react-router';
import { ProblemAlert } from '../../../components/problem-alert.js';
import { useLoadChanges } from '../../../data/setup-import.js';
import { useFrameText } from '../../../messages/frame/use-frame-text.js';
import { useSetupImportText } from '../../../messages/setup-import/use-setup-import-text.js';

/** Says what an undo does to how many records, before it is done. */
export function UndoDialog({ load, onClose }: { readonly load: Load; readonly onClose: () => void }) {
  const t = useSetupImportText();
  const frame = useFrameText();
  const navigate = useNavigate();
  const { undo } = useLoadChanges();
  const saved = load.numberRecordsProcessed - load.numberRecordsFailed;
  const created = load.numberRecordsCreated;
  const start = () =>
    undo.mutate(load.id, {
      onSuccess: ({ id }) => {
        onClose();
        void navigate(`/setup/import/${id}`);
      },
    });
  return (
    <Dialog
      isOpen
      mustChoose
      onClose={onClose}
      title={t('undo.title')}
      actions={
        <ButtonRow>
          <Button variant="danger" isPending={undo.isPending} onPress={start}>
            {t('undo')}
          </Button>
          <Button onPress={onClose}>{frame('action.cancel')}</Button>
        </ButtonRow>
      }
    >
      <ProblemAlert problem={undo.error && readProblem(undo.error)} />
      {created > 0 && <p>{t('undo.created', { count: created })}</p>}
      {load.operation === 'delete' ? (
        <p>{t('undo.deleted', { count: saved })}</p>
      ) : (
        saved > created && <p>{t('undo.changed', { count: saved - created })}</p>
      )}
      <p className="mu-muted">{t('undo.note')}</p>
    </Dialog>
  );
}
