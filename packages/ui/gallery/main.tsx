import { applyTheme, type Density, readTheme, UiRoot } from '@muster/ui';
import { createRoot } from 'react-dom/client';
import { createHashRouter, Outlet } from 'react-router';
import { RouterProvider } from 'react-router/dom';
import { ApplicationScene } from './scenes/application.js';
import { BoardScene } from './scenes/board.js';
import { DashboardScene } from './scenes/dashboard.js';
import { ConsoleFrame, PortalFrame } from './scenes/frames.js';
import { KitScene } from './scenes/kit.js';
import { MyApplicationScene } from './scenes/my-application.js';
import { QuestionScene } from './scenes/question.js';
import { QueueScene } from './scenes/queue.js';

const now = () => new Date('2026-11-25T10:42:00');

function Root({ density }: { readonly density: Density }) {
  return (
    <UiRoot density={density} now={now}>
      <Outlet />
    </UiRoot>
  );
}

const root = document.getElementById('root');
if (!root) throw new Error('index.html has no element with the id "root".');
applyTheme(readTheme());

createRoot(root).render(
  <RouterProvider
    router={createHashRouter([
      {
        element: <Root density="roomy" />,
        children: [
          { path: '/', element: <KitScene title="Portal kit" /> },
          {
            element: <PortalFrame />,
            children: [
              { path: '/question', element: <QuestionScene /> },
              { path: '/my-application', element: <MyApplicationScene /> },
            ],
          },
        ],
      },
      {
        element: <Root density="compact" />,
        children: [
          { path: '/console-kit', element: <KitScene title="Console kit" /> },
          {
            element: <ConsoleFrame />,
            children: [
              { path: '/queue', element: <QueueScene /> },
              { path: '/board', element: <BoardScene /> },
              { path: '/application', element: <ApplicationScene /> },
              { path: '/dashboard', element: <DashboardScene /> },
            ],
          },
        ],
      },
    ])}
  />,
);
