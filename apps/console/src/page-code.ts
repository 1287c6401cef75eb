import { type PageCode, pageCode } from '@muster/ui';

/** The pages of the console, each with where its code is. */
export const pages = {
  home: pageCode(() => import('./scenes/home/home-scene.js'), 'HomeScene'),
  applicants: pageCode(() => import('./scenes/applicants/applicants-scene.js'), 'ApplicantsScene'),
  application: pageCode(() => import('./scenes/application/application-scene.js'), 'ApplicationScene'),
  board: pageCode(() => import('./scenes/board/board-scene.js'), 'BoardScene'),
  requisitions: pageCode(() => import('./scenes/requisitions/requisitions-scene.js'), 'RequisitionsScene'),
  publish: pageCode(() => import('./scenes/requisitions/publish-scene.js'), 'PublishScene'),
  processes: pageCode(() => import('./scenes/processes/processes-scene.js'), 'ProcessesScene'),
  version: pageCode(() => import('./scenes/processes/version-scene.js'), 'VersionScene'),
  move: pageCode(() => import('./scenes/processes/move-scene.js'), 'MoveScene'),
  cases: pageCode(() => import('./scenes/cases/cases-scene.js'), 'CasesScene'),
  dashboard: pageCode(() => import('./scenes/dashboard/dashboard-scene.js'), 'DashboardScene'),
  setup: pageCode(() => import('./scenes/setup/setup-frame.js'), 'SetupFrame'),
  setupHome: pageCode(() => import('./scenes/setup/setup-home.js'), 'SetupHome'),
  permissions: pageCode(() => import('./scenes/setup/permissions/rights-list-scene.js'), 'RightsListScene'),
  newPermissionSet: pageCode(() => import('./scenes/setup/permissions/new-set-scene.js'), 'NewSetScene'),
  rights: pageCode(() => import('./scenes/setup/permissions/rights-scene.js'), 'RightsScene'),
  jobs: pageCode(() => import('./scenes/setup/system/jobs-scene.js'), 'JobsScene'),
  deploys: pageCode(() => import('./scenes/setup/system/deploys-scene.js'), 'DeploysScene'),
  deploy: pageCode(() => import('./scenes/setup/system/deploy-scene.js'), 'DeployScene'),
  health: pageCode(() => import('./scenes/setup/system/health-scene.js'), 'HealthScene'),
  mail: pageCode(() => import('./scenes/setup/system/mail-scene.js'), 'MailScene'),
  loads: pageCode(() => import('./scenes/setup/import/loads-scene.js'), 'LoadsScene'),
  newLoad: pageCode(() => import('./scenes/setup/import/new-load-scene.js'), 'NewLoadScene'),
  load: pageCode(() => import('./scenes/setup/import/load-scene.js'), 'LoadScene'),
  exports: pageCode(() => import('./scenes/setup/export/export-scene.js'), 'ExportScene'),
  users: pageCode(() => import('./scenes/setup/users/users-scene.js'), 'UsersScene'),
  invite: pageCode(() => import('./scenes/setup/users/invite-scene.js'), 'InviteScene'),
  user: pageCode(() => import('./scenes/setup/users/user-scene.js'), 'UserScene'),
  editUser: pageCode(() => import('./scenes/setup/users/edit-user-scene.js'), 'EditUserScene'),
  setupObjects: pageCode(() => import('./scenes/setup/objects/objects-scene.js'), 'ObjectsScene'),
  newObject: pageCode(() => import('./scenes/setup/objects/new-object-scene.js'), 'NewObjectScene'),
  setupObject: pageCode(() => import('./scenes/setup/objects/object-scene.js'), 'ObjectScene'),
  editObject: pageCode(() => import('./scenes/setup/objects/edit-object-scene.js'), 'EditObjectScene'),
  newField: pageCode(() => import('./scenes/setup/objects/new-field-scene.js'), 'NewFieldScene'),
  field: pageCode(() => import('./scenes/setup/objects/field-scene.js'), 'FieldScene'),
  dependencyPage: pageCode(() => import('./scenes/setup/objects/dependency-scene.js'), 'DependencyScene'),
  listViewPage: pageCode(() => import('./scenes/setup/objects/list-view-scene.js'), 'ListViewScene'),
  recordTypePage: pageCode(() => import('./scenes/setup/objects/record-type-scene.js'), 'RecordTypeScene'),
  compactLayoutPage: pageCode(
    () => import('./scenes/setup/objects/compact-layout-scene.js'),
    'CompactLayoutScene',
  ),
  layoutPage: pageCode(() => import('./scenes/setup/objects/layout-scene.js'), 'LayoutScene'),
  layoutAssignmentPage: pageCode(
    () => import('./scenes/setup/objects/layout-assignment-scene.js'),
    'LayoutAssignmentScene',
  ),
} as const satisfies Readonly<Record<string, PageCode>>;

const firstPages: Readonly<Record<string, PageCode>> = {
  '': pages.home,
  applicants: pages.applicants,
  applications: pages.application,
  board: pages.board,
  requisitions: pages.requisitions,
  processes: pages.processes,
  cases: pages.cases,
  dashboard: pages.dashboard,
  setup: pages.setup,
};

/** Fetches the code of the page at an address below `/console`, beside the question who is signed in. */
export function fetchPageAt(pathname: string): void {
  const [, , room = ''] = pathname.split('/');
  firstPages[room]?.fetch().catch(() => undefined);
}
