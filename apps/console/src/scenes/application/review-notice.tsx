import type { ApplicationView } from '@muster/client';
import { Alert, Button, useFormats } from '@muster/ui';
import { useApplicationText } from '../../messages/application/use-application-text.js';
import type { ActionTarget } from './action-target.js';

/** Which decision the candidate asks to have looked at again, and why. */
export function ReviewNotice({
  review,
  view,
  onOpen,
}: {
  readonly review: NonNullable<ApplicationView['review']>;
  readonly view: ApplicationView;
  readonly onOpen: (target: ActionTarget) => void;
}) {
  const t = useApplicationText();
  const formats = useFormats();
  const canDecide = view.actions.some((action) => action.kind === 'decide_review');
  const day = formats.day(review.since);
  return (
    <Alert
      tone="info"
      title={
        review.channel === null
          ? t('review.title', { day })
          : t('review.titleBy', { day, channel: review.channel })
      }
      actions={
        canDecide && (
          <Button onPress={() => onOpen({ kind: 'decide_review', step: null, entry: null })}>
            {t('do.decide_review')}
          </Button>
        )
      }
    >
      <p>
        {t('review.of', {
          decision: review.decision,
          name: review.decidedBy,
          day: formats.day(review.decidedAt),
        })}
      </p>
      {review.reason !== null && <p className="console-quote">{review.reason}</p>}
      {review.isOwnDecision && <p>{t('review.own')}</p>}
    </Alert>
  );
}
