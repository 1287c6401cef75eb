import type { ApplicationStatus } from '@muster/client';
import { Badge, type BadgeTone } from '@muster/ui';
import { useFrameText } from '../messages/frame/use-frame-text.js';

const tones: Readonly<Record<ApplicationStatus, BadgeTone>> = {
  draft: 'neutral',
  submitted: 'neutral',
  in_process: 'neutral',
  held: 'warning',
  closed: 'neutral',
  withdrawn: 'neutral',
  on_duty: 'success',
};

/** Where an application stands as a whole. */
export function StatusBadge({ status }: { readonly status: ApplicationStatus }) {
  const t = useFrameText();
  return <Badge tone={tones[status]}>{t(`status.${status}`)}</Badge>;
}
