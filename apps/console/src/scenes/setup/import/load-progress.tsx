import type { Load } from '@muster/client';
import { Card } from '@muster/ui';
import { useSetupImportText } from '../../../messages/setup-import/use-setup-import-text.js';

/** How far a load is, as the server has it: it goes on when nobody looks. */
export function LoadProgress({ load }: { readonly load: Load }) {
  const t = useSetupImportText();
  const done = load.numberRecordsProcessed;
  const total = load.expectedRows === undefined ? undefined : Math.max(load.expectedRows, done);
  const kind = load.operation === 'undo' ? 'undo' : load.checkOnly === true ? 'dry' : 'load';
  const words = total === undefined ? t('progress', { done }) : t('progress.of', { done, total });
  return (
    <Card>
      <div className="setup-import-progress">
        <p>{t(`${kind}.running`)}</p>
        {total === undefined ? (
          <progress aria-label={words} />
        ) : (
          <progress aria-label={words} value={done} max={Math.max(total, 1)} />
        )}
        <p role="status">{load.state === 'UploadComplete' ? t('waiting') : words}</p>
      </div>
    </Card>
  );
}
