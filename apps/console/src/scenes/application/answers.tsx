import type { ApplicationView } from '@muster/client';
import { Card, DefinitionList } from '@muster/ui';
import { useApplicationText } from '../../messages/application/use-application-text.js';
import { Documents } from './documents.js';

/** What the person answered and handed in; nothing where the reader may not read it. */
export function Answers({ view }: { readonly view: ApplicationView }) {
  const t = useApplicationText();
  if (view.answers.length === 0 && view.documents.length === 0) return null;
  return (
    <Card title={t('answers')} meta={t('answers.count', { count: view.answers.length })}>
      {view.documents.length > 0 && <Documents documents={view.documents} />}
      <DefinitionList
        layout="compact"
        items={view.answers.map(({ question, answer }) => ({ term: question, value: answer }))}
      />
    </Card>
  );
}
