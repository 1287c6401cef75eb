import { PageHeader, Stack } from '@muster/ui';
import { useSetupExportText } from '../../../messages/setup-export/use-setup-export-text.js';
import { ExportForm } from './export-form.js';
import { PastExports } from './past-exports.js';
import '../../../components/list-page.css';
import './export.css';

/** Takes records out as files, and shows who took what. */
export function ExportScene() {
  const t = useSetupExportText();
  return (
    <div className="console-list-page setup-export">
      <PageHeader title={t('title')} lead={t('lead')} />
      <Stack>
        <ExportForm />
        <PastExports />
      </Stack>
    </div>
  );
}
