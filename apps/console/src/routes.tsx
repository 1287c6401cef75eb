import { type ComponentType, type LazyExoticComponent, lazy, type ReactNode } from 'react';
import { Route, Routes } from 'react-router';
import type { Permission } from './data/permission.js';
import { FirstPage } from './frame/first-page.js';
import { Gate } from './frame/gate.js';
import { SignedIn } from './frame/signed-in.js';
import { useFrameText } from './messages/frame/use-frame-text.js';
import { NotFoundScene } from './scenes/not-found/not-found-scene.js';
import { SignInScene } from './scenes/sign-in/sign-in-scene.js';

/** A page whose code is loaded when somebody goes there. */
function page<Name extends string>(
  load: () => Promise<Record<Name, ComponentType>>,
  name: Name,
): LazyExoticComponent<ComponentType> {
  return lazy(async () => ({ default: (await load())[name] }));
}

const Home = page(() => import('./scenes/home/home-scene.js'), 'HomeScene');
const Applicants = page(() => import('./scenes/applicants/applicants-scene.js'), 'ApplicantsScene');
const Board = page(() => import('./scenes/board/board-scene.js'), 'BoardScene');
const Application = page(() => import('./scenes/application/application-scene.js'), 'ApplicationScene');
const Requisitions = page(() => import('./scenes/requisitions/requisitions-scene.js'), 'RequisitionsScene');
const Publish = page(() => import('./scenes/requisitions/publish-scene.js'), 'PublishScene');
const Processes = page(() => import('./scenes/processes/processes-scene.js'), 'ProcessesScene');
const Version = page(() => import('./scenes/processes/version-scene.js'), 'VersionScene');
const Move = page(() => import('./scenes/processes/move-scene.js'), 'MoveScene');
const Cases = page(() => import('./scenes/cases/cases-scene.js'), 'CasesScene');
const Dashboard = page(() => import('./scenes/dashboard/dashboard-scene.js'), 'DashboardScene');

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
      <Route element={<SignedIn />}>
        <Route index element={<FirstPage home={<Home />} />} />
        <Route path="applicants" element={applicants(<Applicants />)} />
        <Route path="applications/:id" element={applicants(<Application />)} />
        <Route path="board" element={guarded('View_Applications', t('nav.board'), <Board />)} />
        <Route path="requisitions" element={requisitions(<Requisitions />)} />
        <Route path="requisitions/:id/publish" element={requisitions(<Publish />)} />
        <Route path="processes" element={processes(<Processes />)} />
        <Route path="processes/:id" element={processes(<Version />)} />
        <Route
          path="processes/:id/move"
          element={guarded('Manage_Processes', t('nav.processes'), <Move />)}
        />
        <Route path="cases" element={guarded('Work_Cases', t('nav.cases'), <Cases />)} />
        <Route
          path="dashboard"
          element={guarded('View_Recruiting_Figures', t('nav.dashboard'), <Dashboard />)}
        />
        <Route path="*" element={<NotFoundScene />} />
      </Route>
    </Routes>
  );
}
