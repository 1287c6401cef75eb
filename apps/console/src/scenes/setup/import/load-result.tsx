import type { Load } from '@muster/client';
import { Card, useFormats } from '@muster/ui';
import { DownloadLink } from '../../../components/download-link.js';
import { useClient } from '../../../data/client-context.js';
import { useSetupImportText } from '../../../messages/setup-import/use-setup-import-text.js';

/** The figures of a load that has ended. */
export function LoadResult({ load }: { readonly load: Load }) {
  const t = useSetupImportText();
  const formats = useFormats();
  const { loads } = useClient();
  const saved = load.numberRecordsProcessed - load.numberRecordsFailed;
  return (
    <Card title={t('result.title')}>
      <dl className="setup-import-counts">
        {countsOf(load).map(({ key, count }) => (
          <div key={key}>
            <dt>{t(`count.${key}`)}</dt>
            <dd>{formats.number(count)}</dd>
          </div>
        ))}
      </dl>
      {load.numberRecordsFailed === 0 && load.operation !== 'undo' && <p>{t('result.allGood')}</p>}
      {saved > 0 && load.checkOnly !== true && (
        <p>
          <DownloadLink href={loads.fileAddress(load.id, 'successfulResults')} name={`${load.object}.csv`}>
            {t('saved.file')}
          </DownloadLink>
        </p>
      )}
    </Card>
  );
}

type CountKey =
  | 'rows'
  | 'created'
  | 'changed'
  | 'deleted'
  | 'failed'
  | 'wouldCreate'
  | 'wouldChange'
  | 'wouldDelete'
  | 'takenBack'
  | 'leftAlone';

function countsOf(load: Load): readonly { readonly key: CountKey; readonly count: number }[] {
  const { operation, numberRecordsProcessed: rows, numberRecordsFailed: failed, numberRecordsCreated } = load;
  const saved = rows - failed;
  if (operation === 'undo') {
    return [
      { key: 'takenBack', count: saved },
      { key: 'leftAlone', count: failed },
    ];
  }
  const isDry = load.checkOnly === true;
  const isDeletion = operation === 'delete' || operation === 'hardDelete';
  const parts: readonly { readonly key: CountKey; readonly count: number }[] = isDeletion
    ? [{ key: isDry ? 'wouldDelete' : 'deleted', count: saved }]
    : [
        ...(operation === 'update'
          ? []
          : [{ key: isDry ? 'wouldCreate' : 'created', count: numberRecordsCreated } as const]),
        ...(operation === 'insert'
          ? []
          : [{ key: isDry ? 'wouldChange' : 'changed', count: saved - numberRecordsCreated } as const]),
      ];
  return [{ key: 'rows', count: rows }, ...parts, { key: 'failed', count: failed }];
}
