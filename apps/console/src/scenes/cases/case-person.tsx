import type { CaseView } from '@muster/client';
import { Avatar, Badge, DefinitionList, Link } from '@muster/ui';
import { useCasesText } from '../../messages/cases/use-cases-text.js';
import { CaseArticles } from './case-articles.js';

/** Whose case it is: where they serve, how they are reached, what they asked before; and articles to answer with. */
export function CasePersonAside({
  data,
  onInsert,
}: {
  readonly data: CaseView;
  readonly onInsert: (text: string) => void;
}) {
  const t = useCasesText();
  const { person } = data;
  return (
    <aside className="console-case-aside" aria-label={t('person')}>
      {person && (
        <section>
          <h3 className="console-case-person">
            <Avatar name={person.name} />
            {person.name}
          </h3>
          <DefinitionList
            layout="compact"
            items={[
              ...(person.unit === null ? [] : [{ term: t('person.unit'), value: person.unit }]),
              ...(person.post === null ? [] : [{ term: t('person.post'), value: person.post }]),
              {
                term: t('person.mail'),
                value: <Link href={`mailto:${person.email}`}>{person.email}</Link>,
              },
              ...(person.phone === null
                ? []
                : [
                    {
                      term: t('person.phone'),
                      value: <Link href={`tel:${person.phone}`}>{person.phone}</Link>,
                    },
                  ]),
            ]}
          />
        </section>
      )}
      {person && (
        <section>
          <h3>{t('person.last')}</h3>
          {person.lastCases.length === 0 ? (
            <p className="mu-muted">{t('person.noLast')}</p>
          ) : (
            <ul className="console-case-last">
              {person.lastCases.map((each) => (
                <li key={each.id}>
                  <Link href={`/cases?case=${each.id}`} variant="quiet">
                    {each.subject}
                  </Link>
                  <span>
                    {each.number} <Badge>{each.statusLabel}</Badge>
                  </span>
                </li>
              ))}
            </ul>
          )}
        </section>
      )}
      <CaseArticles data={data} onInsert={onInsert} />
    </aside>
  );
}
