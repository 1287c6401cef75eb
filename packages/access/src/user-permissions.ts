/** The user permissions that change what the platform allows. Others are kept as metadata and change nothing. */
export const USER_PERMISSIONS = [
  'ApiEnabled',
  'BulkApiHardDelete',
  'ConvertLeads',
  'CustomizeApplication',
  'ManageUsers',
  'ModifyAllData',
  'RunReports',
  'ViewAllData',
  'ViewEncryptedData',
  'ViewSetup',
] as const;

export type UserPermission = (typeof USER_PERMISSIONS)[number];
