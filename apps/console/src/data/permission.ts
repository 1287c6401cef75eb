/** Custom permissions that pages of the console ask for, as the solutions declare them. */
export type CustomPermission =
  | 'View_Applications'
  | 'Work_Applications'
  | 'Manage_Requisitions'
  | 'Manage_Processes'
  | 'View_Recruiting_Figures'
  | 'Work_Cases'
  | 'Read_Articles';

/** User permissions of the platform that pages of Setup ask for. */
export const userPermissions = ['ViewSetup', 'CustomizeApplication', 'ManageUsers', 'ModifyAllData'] as const;
export type UserPermission = (typeof userPermissions)[number];

/** What a page or an action needs: a permission of a solution, or one of the platform. */
export type Permission = CustomPermission | UserPermission;

export function isUserPermission(permission: Permission): permission is UserPermission {
  return (userPermissions as readonly string[]).includes(permission);
}
