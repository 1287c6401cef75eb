import type { WaitingOn } from '@muster/client';
import { useFrameText } from '../messages/frame/use-frame-text.js';

/** On whom something waits, in one word; a dash when on nobody. */
export function WaitingOnText({ party }: { readonly party: WaitingOn | null }) {
  const t = useFrameText();
  return party === null ? <span className="mu-muted">{t('none')}</span> : t(`party.${party}`);
}
