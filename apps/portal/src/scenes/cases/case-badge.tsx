import type { CaseSummary } from '@muster/client';
import { Badge, type BadgeTone } from '@muster/ui';
import { useCaseText } from '../../messages/cases/use-case-text.js';

const tones: Readonly<Record<NonNullable<CaseSummary['waitingOn']>, BadgeTone>> = {
  me: 'primary',
  support: 'waiting',
};

/** On whom a case waits; once it is over, its status. */
export function CaseBadge({ summary: { waitingOn, statusLabel } }: { readonly summary: CaseSummary }) {
  const t = useCaseText();
  if (waitingOn === null) return <Badge>{statusLabel}</Badge>;
  return <Badge tone={tones[waitingOn]}>{t(`waiting.${waitingOn}`)}</Badge>;
}
