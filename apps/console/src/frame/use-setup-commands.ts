import { type Command, SettingsIcon } from '@muster/ui';
import { useMemo } from 'react';
import { useCan } from '../data/session.js';
import { useFrameText } from '../messages/frame/use-frame-text.js';
import { useSetupText } from '../messages/setup/use-setup-text.js';
import { setupPagesFor } from '../scenes/setup/setup-pages.js';

/** A command for each page of Setup the person may open. */
export function useSetupCommands(): readonly Command[] {
  const t = useFrameText();
  const words = useSetupText();
  const can = useCan();
  return useMemo(
    () =>
      setupPagesFor(can).map(({ key, href }) => ({
        id: `setup-${key}`,
        href,
        label: words(`page.${key}`),
        detail: words(`page.${key}.what`),
        icon: SettingsIcon,
        group: t('palette.setup'),
      })),
    [can, t, words],
  );
}
