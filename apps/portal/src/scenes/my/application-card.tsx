import type { MyApplication } from '@muster/client';
import { Badge, Link } from '@muster/ui';
import { useMyText } from '../../messages/my/use-my-text.js';
import '../jobs/vacancy-card.css';

/** One application in the list of several. */
export function ApplicationCard({ application }: { readonly application: MyApplication }) {
  const t = useMyText();
  return (
    <article className="po-vacancy">
      <h2 className="po-vacancy-title">
        <Link href={`/my/${application.id}`}>{application.postingTitle}</Link>
      </h2>
      <p>{application.where}</p>
      <p>
        <Badge tone={application.action === null ? 'neutral' : 'primary'}>
          {application.action?.label ?? t('do.nothing')}
        </Badge>
      </p>
      {application.receipt !== null && (
        <p className="mu-muted">{t('number', { number: application.receipt })}</p>
      )}
    </article>
  );
}
