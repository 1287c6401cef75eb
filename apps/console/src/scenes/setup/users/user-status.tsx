import { Badge } from '@muster/ui';
import { useSetupUsersText } from '../../../messages/setup-users/use-setup-users-text.js';

/** Whether somebody may sign in: active, frozen for now, or deactivated. */
export function UserStatusBadge({
  isActive,
  isFrozen,
}: {
  readonly isActive: boolean;
  readonly isFrozen: boolean;
}) {
  const t = useSetupUsersText();
  if (!isActive) return <Badge>{t('status.inactive')}</Badge>;
  if (isFrozen) return <Badge tone="warning">{t('status.frozen')}</Badge>;
  return <Badge tone="success">{t('status.active')}</Badge>;
}
