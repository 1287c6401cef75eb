import { useSetupPermissionsText } from '../../../messages/setup-permissions/use-setup-permissions-text.js';
import type { SwitchOption } from './switch-list.js';

/** The user permissions that change what the platform allows. */
const names = [
  'ApiEnabled',
  'BulkApiHardDelete',
  'ConvertLeads',
  'CustomizeApplication',
  'ManageUsers',
  'ModifyAllData',
  'ViewAllData',
  'ViewEncryptedData',
  'ViewSetup',
] as const;

/** The user permissions with what each is for. */
export function useUserPermissions(): readonly SwitchOption[] {
  const t = useSetupPermissionsText();
  return names.map((name) => ({
    name,
    label: t(`permission.${name}`),
    description: t(`permission.${name}.what`),
  }));
}
