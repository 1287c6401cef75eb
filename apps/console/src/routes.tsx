import { LazyPage } from '@muster/ui';
import type { ReactNode } from 'react';
import { Route, Routes } from 'react-router';
import type { Permission } from './data/permission.js';
import { FirstPage } from './frame/first-page.js';
import { Gate } from './frame/gate.js';
import { SignedIn } from './frame/signed-in.js';
import { useFrameText } from './messages/frame/use-frame-text.js';
import { pages } from './page-code.js';
import { NotFoundScene } from './scenes/not-found/not-found-scene.js';
import { SetPasswordScene } from './scenes/sign-in/set-password-scene.js';
import { SignInScene } from './scenes/sign-in/sign-in-scene.js';

/** Every address of the console and the page it shows. */
export function ConsoleRoutes() {
  const t = useFrameText();
  const guarded = (needs: Permission, name: string, element: ReactNode) => (
    <Gate needs={needs} page={name}>
      {element}
    </Gate>
  );
  const applicants = (element: ReactNode) => guarded('View_Applications', t('nav.applicants'), element);
  const requisitions = (element: ReactNode) => guarded('Manage_Requisitions', t('nav.requisitions'), element);
  const processes = (element: ReactNode) => guarded('View_Applications', t('nav.processes'), element);
  return (
    <Routes>
      <Route path="sign-in" element={<SignInScene />} />
      <Route path="set-password" element={<SetPasswordScene />} />
      <Route element={<SignedIn />}>
        <Route index element={<FirstPage home={<LazyPage code={pages.home} />} />} />
        <Route path="applicants" element={applicants(<LazyPage code={pages.applicants} />)} />
        <Route path="applications/:id" element={applicants(<LazyPage code={pages.application} />)} />
        <Route
          path="board"
          element={guarded('View_Applications', t('nav.board'), <LazyPage code={pages.board} />)}
        />
        <Route path="requisitions" element={requisitions(<LazyPage code={pages.requisitions} />)} />
        <Route path="requisitions/:id/publish" element={requisitions(<LazyPage code={pages.publish} />)} />
        <Route path="processes" element={processes(<LazyPage code={pages.processes} />)} />
        <Route path="processes/:id" element={processes(<LazyPage code={pages.version} />)} />
        <Route
          path="processes/:id/move"
          element={guarded('Manage_Processes', t('nav.processes'), <LazyPage code={pages.move} />)}
        />
        <Route
          path="cases"
          element={guarded('Work_Cases', t('nav.cases'), <LazyPage code={pages.cases} />)}
        />
        <Route
          path="dashboard"
          element={guarded(
            'View_Recruiting_Figures',
            t('nav.dashboard'),
            <LazyPage code={pages.dashboard} />,
          )}
        />
        <Route path="setup" element={guarded('ViewSetup', t('nav.setup'), <LazyPage code={pages.setup} />)}>
          <Route index element={<LazyPage code={pages.setupHome} />} />
          <Route path="permissions" element={<LazyPage code={pages.permissions} />} />
          <Route path="permissions/new" element={<LazyPage code={pages.newPermissionSet} />} />
          <Route path="permissions/:type/:name" element={<LazyPage code={pages.rights} />} />
          <Route path="mail" element={<LazyPage code={pages.mail} />} />
          <Route path="jobs" element={<LazyPage code={pages.jobs} />} />
          <Route path="deploys" element={<LazyPage code={pages.deploys} />} />
          <Route path="deploys/:id" element={<LazyPage code={pages.deploy} />} />
          <Route path="health" element={<LazyPage code={pages.health} />} />
          <Route path="import" element={<LazyPage code={pages.loads} />} />
          <Route path="import/new" element={<LazyPage code={pages.newLoad} />} />
          <Route path="import/:id" element={<LazyPage code={pages.load} />} />
          <Route path="export" element={<LazyPage code={pages.exports} />} />
          <Route path="users" element={<LazyPage code={pages.users} />} />
          <Route path="users/new" element={<LazyPage code={pages.invite} />} />
          <Route path="users/:id" element={<LazyPage code={pages.user} />} />
          <Route path="users/:id/edit" element={<LazyPage code={pages.editUser} />} />
          <Route path="objects" element={<LazyPage code={pages.setupObjects} />} />
          <Route path="objects/new" element={<LazyPage code={pages.newObject} />} />
          <Route path="objects/:object/edit" element={<LazyPage code={pages.editObject} />} />
          <Route path="objects/:object/fields/new" element={<LazyPage code={pages.newField} />} />
          <Route path="objects/:object/fields/:field" element={<LazyPage code={pages.field} />} />
          <Route
            path="objects/:object/fields/:field/dependency"
            element={<LazyPage code={pages.dependencyPage} />}
          />
          <Route path="objects/:object/listViews/:part" element={<LazyPage code={pages.listViewPage} />} />
          <Route
            path="objects/:object/recordTypes/:part"
            element={<LazyPage code={pages.recordTypePage} />}
          />
          <Route
            path="objects/:object/compactLayouts/:part"
            element={<LazyPage code={pages.compactLayoutPage} />}
          />
          <Route
            path="objects/:object/layouts/assignment"
            element={<LazyPage code={pages.layoutAssignmentPage} />}
          />
          <Route path="objects/:object/layouts/:part" element={<LazyPage code={pages.layoutPage} />} />
          <Route path="objects/:object/:tab?" element={<LazyPage code={pages.setupObject} />} />
          <Route path="*" element={<NotFoundScene />} />
        </Route>
        <Route path="*" element={<NotFoundScene />} />
      </Route>
    </Routes>
  );
}
