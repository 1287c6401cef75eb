import type { MyApplication } from '@muster/client';
import { Badge } from '@muster/ui';
import { LinkCard } from '../../components/link-card.js';
import { useMyText } from '../../messages/my/use-my-text.js';

/** One application in the list of several. */
export function ApplicationCard({ application }: { readonly application: MyApplication }) {
  const t = useMyText();
  const { id, action, postingTitle, receipt, where } = application;
  return (
    <LinkCard href={`/my/${id}`} title={postingTitle} level={2}>
      <p>{where}</p>
      <p className="po-card-foot">
        <Badge tone={action === null ? 'neutral' : 'primary'}>{action?.label ?? t('do.nothing')}</Badge>
        {receipt !== null && <span className="mu-nowrap">{t('numberLine', { number: receipt })}</span>}
      </p>
    </LinkCard>
  );
}
