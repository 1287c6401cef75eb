import type { MyApplication } from '@muster/client';
import { ButtonLink, ButtonRow, useFormats } from '@muster/ui';
import { useMyText } from '../../messages/my/use-my-text.js';

/** How the review that was asked for stands, and what may still be asked for. */
export function MyReview({ application }: { readonly application: MyApplication }) {
  const t = useMyText();
  const formats = useFormats();
  const { open, last } = application.reviews;
  const [first] = open;
  if (first === undefined && last === null) return null;
  return (
    <section>
      <h2 className="po-section-title">{t('review.title')}</h2>
      {last !== null && (
        <>
          <p>{last.text}</p>
          {last.reason !== null && <p>{t('review.because', { reason: last.reason })}</p>}
        </>
      )}
      {first !== undefined && (
        <>
          <p>
            {first.until === null
              ? t('review.offer')
              : t('review.offerUntil', { day: formats.day(first.until) })}
          </p>
          <div className="po-under">
            <ButtonRow>
              <ButtonLink href={`/my/${application.id}/review`}>{t('review.ask')}</ButtonLink>
            </ButtonRow>
          </div>
        </>
      )}
    </section>
  );
}
