import type { ApplicationView } from '@muster/client';
import { Card, DefinitionList, Link, useFormats } from '@muster/ui';
import { useApplicationText } from '../../messages/application/use-application-text.js';

/** What the application is about, who answers for it, and how the person is reached. */
export function Facts({ view }: { readonly view: ApplicationView }) {
  const t = useApplicationText();
  const formats = useFormats();
  const { process, requisition, phone, firstContact } = view;
  return (
    <Card title={t('facts')}>
      <DefinitionList
        layout="compact"
        items={[
          { term: t('facts.posting'), value: `${view.posting.label} (${view.posting.value})` },
          ...(requisition === null ? [] : [{ term: t('facts.requisition'), value: requisition.label }]),
          {
            term: t('facts.process'),
            value: t('facts.processVersion', { process: process.label, version: process.version }),
          },
          { term: t('facts.phase'), value: view.phase },
          { term: t('facts.owner'), value: view.owner.label },
          ...(view.email === ''
            ? []
            : [{ term: t('facts.mail'), value: <Link href={`mailto:${view.email}`}>{view.email}</Link> }]),
          ...(phone === null
            ? []
            : [{ term: t('facts.phone'), value: <Link href={`tel:${phone}`}>{phone}</Link> }]),
          ...(firstContact === null
            ? []
            : [
                {
                  term: t('facts.firstContact'),
                  value: (
                    <>
                      {t('facts.firstContactAt', {
                        kind: firstContact.kind,
                        day: formats.day(firstContact.at),
                      })}
                      {firstContact.source !== '' && (
                        <span className="console-fact-more">{firstContact.source}</span>
                      )}
                    </>
                  ),
                },
              ]),
        ]}
      />
    </Card>
  );
}
