import { Alert } from '@muster/ui';
import { useApplicationText } from '../../../messages/application/use-application-text.js';

/** Shown in place of a form whose action is not possible any more. */
export function Unavailable() {
  const t = useApplicationText();
  return <Alert tone="info">{t('unavailable')}</Alert>;
}
