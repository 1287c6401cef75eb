import { Button, Dialog } from '@muster/ui';
import { type ReactNode, useEffect, useRef } from 'react';
import { useBlocker } from 'react-router';
import { useSetupObjectsText } from '../../../messages/setup-objects/use-setup-objects-text.js';

export interface LeaveGuard {
  /** The question asked of whoever is about to leave; stands somewhere on the page. */
  readonly question: ReactNode;
  /** Lets the page go: its work is saved or given up. */
  readonly release: () => void;
}

/** Holds a page with unsaved work until the person says that it may go. */
export function useLeaveGuard(isDirty: boolean): LeaveGuard {
  const t = useSetupObjectsText();
  const isReleased = useRef(false);
  const blocker = useBlocker(
    ({ currentLocation, nextLocation }) =>
      isDirty && !isReleased.current && currentLocation.pathname !== nextLocation.pathname,
  );
  useEffect(() => {
    if (!isDirty) return;
    const hold = (event: BeforeUnloadEvent) => {
      if (!isReleased.current) event.preventDefault();
    };
    window.addEventListener('beforeunload', hold);
    return () => window.removeEventListener('beforeunload', hold);
  }, [isDirty]);
  const question = (
    <Dialog
      isOpen={blocker.state === 'blocked'}
      onClose={() => blocker.reset?.()}
      title={t('leave.title')}
      size="small"
      mustChoose
      actions={
        <>
          <Button variant="danger" onPress={() => blocker.proceed?.()}>
            {t('leave.go')}
          </Button>
          <Button onPress={() => blocker.reset?.()}>{t('leave.stay')}</Button>
        </>
      }
    >
      <p>{t('leave.text')}</p>
    </Dialog>
  );
  return {
    question,
    release() {
      isReleased.current = true;
    },
  };
}
