import { PortalPage } from '@muster/ui';
import { ProblemState } from '../../components/problem-state.js';

/** Shown for every address that no page has. */
export function NotFoundScene() {
  return (
    <PortalPage>
      <ProblemState problem={{ kind: 'Missing' }} isPage />
    </PortalPage>
  );
}
