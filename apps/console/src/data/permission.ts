/** Custom permissions that pages of the console ask for, as the solutions declare them. */
export type Permission =
  | 'View_Applications'
  | 'Work_Applications'
  | 'Manage_Requisitions'
  | 'Manage_Processes'
  | 'View_Recruiting_Figures'
  | 'Work_Cases'
  | 'Read_Articles';
