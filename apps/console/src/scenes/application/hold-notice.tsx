import type { ApplicationView, HoldView } from '@muster/client';
import { Alert, Button, useFormats } from '@muster/ui';
import { useApplicationText } from '../../messages/application/use-application-text.js';
import { useFrameText } from '../../messages/frame/use-frame-text.js';
import type { ActionTarget } from './action-target.js';

/** Why an application stands still, on whom it waits, and until when. */
export function HoldNotice({
  hold,
  view,
  onOpen,
}: {
  readonly hold: HoldView;
  readonly view: ApplicationView;
  readonly onOpen: (target: ActionTarget) => void;
}) {
  const t = useApplicationText();
  const frame = useFrameText();
  const formats = useFormats();
  const canRelease = view.actions.some((action) => action.kind === 'release' && action.step === null);
  return (
    <Alert
      tone="warning"
      title={hold.until === null ? t('hold.title') : t('hold.titleUntil', { day: formats.day(hold.until) })}
      actions={
        canRelease && (
          <Button onPress={() => onOpen({ kind: 'release', step: null, entry: null })}>
            {t('do.release')}
          </Button>
        )
      }
    >
      <p>{hold.reason}</p>
      <p>
        {t('hold.since', {
          day: formats.day(hold.since),
          party: frame(`party.${hold.waitingOn}`),
        })}
      </p>
    </Alert>
  );
}
