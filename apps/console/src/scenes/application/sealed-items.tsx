import type { ApplicationView } from '@muster/client';
import { Card, LockIcon } from '@muster/ui';
import { useApplicationText } from '../../messages/application/use-application-text.js';

/** What exists and stays closed to the reader, each with who may open it. */
export function SealedItems({ view }: { readonly view: ApplicationView }) {
  const t = useApplicationText();
  if (view.sealed.length === 0) return null;
  return (
    <Card title={t('sealed')} meta={t('sealed.lead')}>
      <ul className="console-sealed">
        {view.sealed.map((item) => (
          <li key={item.what}>
            <LockIcon className="mu-icon" aria-hidden />
            <div>
              <p>{item.what}</p>
              <p className="console-fact-more">
                {item.whoMayOpen === '' ? t('sealed.nobody') : t('sealed.who', { who: item.whoMayOpen })}
              </p>
            </div>
          </li>
        ))}
      </ul>
    </Card>
  );
}
