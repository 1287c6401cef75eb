import type { QuestionnaireScreen } from '@muster/client';
import { Button, Link, ThumbBar, useFormats } from '@muster/ui';
import { useApplyText } from '../../messages/apply/use-apply-text.js';
import { questionAddress } from './screen-address.js';

/** Stopping here, back and on, and when the answers were last saved. */
export function WayOn({
  screen: { applicationId, previousKey, savedAt },
  isPending,
}: {
  readonly screen: QuestionnaireScreen;
  readonly isPending: boolean;
}) {
  const t = useApplyText();
  const formats = useFormats();
  return (
    <>
      <p>
        <Link href="/my">{t('later')}</Link>
      </p>
      <ThumbBar
        back={
          previousKey === null
            ? undefined
            : { href: questionAddress(applicationId, previousKey), label: t('back') }
        }
        note={savedAt === null ? t('saved.nothing') : t('saved', { time: formats.time(savedAt) })}
      >
        <Button type="submit" variant="primary" isPending={isPending}>
          {t('continue')}
        </Button>
      </ThumbBar>
    </>
  );
}
