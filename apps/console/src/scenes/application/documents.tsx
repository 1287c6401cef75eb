import type { ApplicationView } from '@muster/client';
import { FileTextIcon, useFormats } from '@muster/ui';
import { useClient } from '../../data/client-context.js';
import { useApplicationText } from '../../messages/application/use-application-text.js';
import './documents.css';

type Documents = ApplicationView['documents'];

/** What was handed in: a link that downloads where the reader may open it, with its kind, size and day. */
export function Documents({ documents }: { readonly documents: Documents }) {
  const t = useApplicationText();
  return (
    <ul className="console-documents" aria-label={t('documents')}>
      {documents.map((document) => (
        <li key={document.id}>
          <FileTextIcon className="mu-icon" aria-hidden />
          <DocumentEntry document={document} />
        </li>
      ))}
    </ul>
  );
}

function DocumentEntry({ document }: { readonly document: Documents[number] }) {
  const t = useApplicationText();
  const formats = useFormats();
  const { data } = useClient();
  const { name, question, versionId, bytes, handedInAt } = document;
  const facts = [
    (name.split('.').at(-1) ?? '').toLocaleUpperCase(),
    formats.fileSize(bytes),
    ...(handedInAt === null ? [] : [formats.day(handedInAt)]),
  ].join(' · ');
  const descriptionId = `document-${document.id}`;
  return (
    <span className="console-document">
      {versionId === null ? (
        <span className="console-document-name">{name}</span>
      ) : (
        <a
          className="mu-link console-document-name"
          href={data.contentAddress(versionId)}
          download={name}
          aria-label={t('documents.download', { name })}
          aria-describedby={descriptionId}
        >
          {name}
        </a>
      )}
      <span id={descriptionId} className="console-fact-more">
        {question} · {facts}
        {versionId === null && ` · ${t('documents.closed')}`}
      </span>
    </span>
  );
}
