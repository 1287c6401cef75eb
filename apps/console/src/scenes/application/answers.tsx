import type { ApplicationView } from '@muster/client';
import { Card, DefinitionList, FileTextIcon, useFormats } from '@muster/ui';
import { useApplicationText } from '../../messages/application/use-application-text.js';

/** What the person answered and handed in; nothing where the reader may not read it. */
export function Answers({ view }: { readonly view: ApplicationView }) {
  const t = useApplicationText();
  const formats = useFormats();
  if (view.answers.length === 0 && view.documents.length === 0) return null;
  return (
    <Card title={t('answers')} meta={t('answers.count', { count: view.answers.length })}>
      {view.documents.length > 0 && (
        <ul className="console-documents" aria-label={t('documents')}>
          {view.documents.map((document) => (
            <li key={document.id}>
              <FileTextIcon className="mu-icon" aria-hidden />
              <span>
                {document.name}
                <span className="console-fact-more">
                  {document.question} · {formats.fileSize(document.bytes)}
                </span>
              </span>
            </li>
          ))}
        </ul>
      )}
      <DefinitionList
        layout="compact"
        items={view.answers.map(({ question, answer }) => ({ term: question, value: answer }))}
      />
    </Card>
  );
}
