import { Alert, useFormats } from '@muster/ui';
import { useSetupImportText } from '../../../messages/setup-import/use-setup-import-text.js';
import type { MappingFaults } from './map-columns.js';

/** Why a mapping will not load, before any row is read. */
export function MappingFaultsAlert({ faults }: { readonly faults: MappingFaults }) {
  const t = useSetupImportText();
  const { list } = useFormats();
  const { missing, doubled, noKey, isEmpty } = faults;
  const words = [
    ...(isEmpty ? [t('fault.isEmpty')] : []),
    ...(noKey !== undefined ? [t('fault.noKey', { field: noKey })] : []),
    ...(!isEmpty && missing.length > 0
      ? [t('fault.missing', { fields: list(missing.map(({ label }) => label)) })]
      : []),
    ...(doubled.length > 0 ? [t('fault.doubled', { fields: list(doubled.map(({ label }) => label)) })] : []),
  ];
  if (words.length === 0) return null;
  return (
    <Alert tone="warning" title={t('fault.title')} isLive>
      {words.map((text) => (
        <p key={text}>{text}</p>
      ))}
    </Alert>
  );
}
