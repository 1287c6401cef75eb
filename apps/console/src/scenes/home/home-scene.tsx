import { PageHeader } from '@muster/ui';
import { useText } from '../../messages/messages.js';

/** The first page of the console. */
export function HomeScene() {
  const t = useText();
  return <PageHeader title={t('home.title')} />;
}
