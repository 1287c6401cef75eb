import { DeniedState, useDocumentTitle } from '@muster/ui';
import type { ReactNode } from 'react';
import type { Permission } from '../data/permission.js';
import { useCan, useSession } from '../data/session.js';
import { useFrameText } from '../messages/frame/use-frame-text.js';

export interface GateProps {
  readonly needs: Permission;
  /** The page's name. */
  readonly page: string;
  readonly children: ReactNode;
}

/** Shows a page to those who may open it, and says to others what they lack and who can grant it. */
export function Gate({ needs, page, children }: GateProps) {
  const can = useCan();
  return can(needs) ? children : <Denied needs={needs} page={page} />;
}

function Denied({ needs, page }: Omit<GateProps, 'children'>) {
  const t = useFrameText();
  const { data: session } = useSession();
  const title = t('denied.page.title', { page });
  useDocumentTitle(title);
  return (
    <DeniedState
      isPage
      title={title}
      grantedBy={t('denied.page.grant', { agency: session?.agency.name ?? '' })}
    >
      <p>{t('denied.page.text', { permission: t(`permission.${needs}`) })}</p>
    </DeniedState>
  );
}
