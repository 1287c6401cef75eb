import { PortalPage } from '@muster/ui';
import { useNavigate, useSearchParams } from 'react-router';
import { safeNextPath, useNextPath } from '../../hooks/use-next-path.js';
import { ConfirmByCode } from './confirm-by-code.js';
import { ConfirmByLink } from './confirm-by-link.js';
import { forgetPending, readPending } from './pending-account.js';

/** Proving that an e-mail address is one's own, by the code or by the link that was sent there. */
export function ConfirmScene() {
  const [params] = useSearchParams();
  const link = params.get('link');
  const asked = useNextPath();
  const navigate = useNavigate();
  const goOn = () => {
    const next = safeNextPath(asked ?? readPending()?.next ?? null, '/jobs');
    forgetPending();
    void navigate(next, { replace: true });
  };
  return (
    <PortalPage>
      {link === null ? (
        <ConfirmByCode onConfirmed={goOn} />
      ) : (
        <ConfirmByLink link={link} onConfirmed={goOn} />
      )}
    </PortalPage>
  );
}
